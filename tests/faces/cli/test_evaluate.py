import inspect
import json

import pytest
import typer

import claimcheck.learn
from claimcheck.faces.cli.evaluate import evaluate
from claimcheck.learn import Scorecard


def fake(corpus, model, *, compare):
    return Scorecard({"model": model.name, "compare": compare})


def test_the_scorecard_is_printed_as_json(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(claimcheck.learn, "evaluate", fake)
    evaluate(tmp_path, tmp_path / "best", format="json", compare=False)
    assert json.loads(capsys.readouterr().out) == {"model": "best", "compare": False}


def test_the_scorecard_is_printed_as_markdown(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(claimcheck.learn, "evaluate", fake)
    monkeypatch.setattr(claimcheck.learn, "markdown", lambda card: f"# {card.values['model']}\n")
    evaluate(tmp_path, tmp_path / "best")
    assert capsys.readouterr().out == "# best\n"


def test_the_scores_are_written_and_held_against_a_committed_scorecard(monkeypatch, tmp_path, capsys):
    values = {"model": "m", "strength": {"flag": {"f1": 0.9}}, "kappa": {"value": 0.8}}
    monkeypatch.setattr(claimcheck.learn, "evaluate", lambda *_, **__: Scorecard(values))
    path = tmp_path / "scorecard.json"
    evaluate(tmp_path, tmp_path, format="json", scorecard=path)
    assert json.loads(path.read_text()) == values
    evaluate(tmp_path, tmp_path, format="json", against=path)
    values["kappa"]["value"] = 0.7
    with pytest.raises(typer.Exit) as caught:
        evaluate(tmp_path, tmp_path, format="json", against=path)
    assert caught.value.exit_code == 1
    assert "kappa fell from 0.800 to 0.700, by more than 0.01" in capsys.readouterr().err
    evaluate(tmp_path, tmp_path, format="json", against=path, tolerance=0.2)


def test_the_tolerance_is_the_one_that_learning_states():
    assert inspect.signature(evaluate).parameters["tolerance"].default == claimcheck.learn.TOLERANCE


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
