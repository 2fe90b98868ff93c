import json

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
