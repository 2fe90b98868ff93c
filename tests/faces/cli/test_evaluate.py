import json

import pytest

import claimcheck.learn
from claimcheck.faces.cli.evaluate import evaluate
from claimcheck.learn import Scorecard


def fake(corpus, model, *, compare):
    return Scorecard({"model": model.name, "compare": compare})


def test_the_scorecard_is_printed_as_json(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(claimcheck.learn, "evaluate", fake)
    evaluate(tmp_path, tmp_path / "best", "json", compare=False)
    assert json.loads(capsys.readouterr().out) == {"model": "best", "compare": False}


def test_the_scorecard_is_printed_as_markdown(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(claimcheck.learn, "evaluate", fake)
    monkeypatch.setattr(claimcheck.learn, "markdown", lambda card: f"# {card.values['model']}\n")
    evaluate(tmp_path, tmp_path / "best")
    assert capsys.readouterr().out == "# best\n"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "t.csv"
    rows = "".join(f"{thing} may help.,open\n{thing} helps.,sure\n" for thing in ("Zinc", "Iron", "Tea", "A walk"))
    path.write_text("sentence,strength\n" + rows)
    return path


def test_a_labelled_table_is_cross_validated(table, capsys):
    asked = {"data": table, "text": "sentence", "label": "strength", "folds": 2}
    evaluate(**asked, format="json")
    values = json.loads(capsys.readouterr().out)
    assert values["schema"] == "claimcheck/table-scores/1" and 0 <= values["macro_f1"] <= 1
    evaluate(**asked)
    assert f"Macro-F1 {values['macro_f1']:.3f}" in capsys.readouterr().out


def test_a_column_that_is_not_there_is_told(run, table):
    process = run("evaluate", "--data", "t.csv", "--text", "sentences", "--label", "strength")
    assert process.returncode == 2 and b"Did you mean 'sentence'?" in process.stderr
