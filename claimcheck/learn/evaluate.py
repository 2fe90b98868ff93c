"""The scorecard: how well a model judges pages that it never saw, beside simpler methods on the same pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.claim import Category, Judgement, Strength
from claimcheck.judge import Judge
from claimcheck.learn import documents, metrics
from claimcheck.learn.baselines import keyword_list, tfidf_regression
from claimcheck.learn.corpus import Page, load
from claimcheck.learn.metrics import Row
from claimcheck.learn.split import TEST, TRAIN, VALIDATION, part

_LEVELS = {"flag": Strength.VAGUE, "warning and up": Strength.ASSERTED, "error": Strength.ABSOLUTE}
_APART = {"other_treatment", "education", "research", "out_of_domain", "insurer", "journalism"}


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The scores as nested plain values, ready for JSON; `claimcheck.learn.card.markdown` writes them out."""

    values: dict[str, Any]


def evaluate(corpus: Path, model: Path, *, compare: bool = True) -> Scorecard:
    """Judges the test split with the model in a folder and scores it; `compare` adds the simpler methods."""
    pages = load(corpus / "pages")
    test = part(pages, TEST)
    judge = Judge.from_folder(model)
    rows = [_rows(page, judge.judge(page.segments)) for page in test]
    values: dict[str, Any] = {"model": judge.version, "size": _size(test)}
    values.update(_scores(rows))
    values["genres"] = _genres(test, rows)
    values["out of focus"] = _apart(test, rows)
    values["documents"] = documents.scores(test, judge)
    if compare:
        values["comparison"] = _comparison(part(pages, TRAIN, VALIDATION), test, values)
    return Scorecard(values)


def _rows(page: Page, judgements: Sequence[Judgement]) -> list[Row]:
    return [
        Row(label.strength, judged.strength, label.categories, frozenset(judged.categories), judged.confidence)
        for label, judged in zip(page.labels, judgements, strict=True)
    ]


def _size(pages: Sequence[Page]) -> dict[str, int]:
    return {
        "pages": len(pages),
        "advertisers": len({page.advertiser for page in pages}),
        "segments": sum(len(page.segments) for page in pages),
    }


def _scores(pages: Sequence[Sequence[Row]]) -> dict[str, Any]:
    rows = [row for page in pages for row in page]
    strengths = {name: _line(pages, rows, least) for name, least in _LEVELS.items()}
    low, high = metrics.interval(pages, metrics.kappa)
    categories = {}
    for category in Category:
        found = metrics.category_score(rows, category)
        categories[category.value] = {
            "precision": found.precision,
            "recall": found.recall,
            "f1": found.f1,
            "support": found.support,
        }
    return {
        "strength": strengths,
        "kappa": {"value": metrics.kappa(rows), "low": low, "high": high},
        "macro_f1": metrics.macro_f1(rows),
        "categories": categories,
        "calibration_error": metrics.calibration_error(rows),
    }


def _line(pages: Sequence[Sequence[Row]], rows: Sequence[Row], least: Strength) -> dict[str, float]:
    found = metrics.score(rows, least)
    low, high = metrics.interval(pages, lambda drawn: metrics.score(drawn, least).f1)
    values = {"precision": found.precision, "recall": found.recall, "f1": found.f1}
    return {**values, "low": low, "high": high, "support": found.support}


def _genres(pages: Sequence[Page], rows: Sequence[Sequence[Row]]) -> dict[str, dict[str, float]]:
    table = {}
    for genre in sorted({page.genre for page in pages}):
        inside = [row for page, each in zip(pages, rows, strict=True) if page.genre == genre for row in each]
        table[genre] = {
            "segments": len(inside),
            "f1": metrics.score(inside).f1,
            "kappa": metrics.kappa(inside),
            "false_flags": metrics.false_flag_rate(inside),
        }
    return table


def _apart(pages: Sequence[Page], rows: Sequence[Sequence[Row]]) -> dict[str, float]:
    inside = [row for page, each in zip(pages, rows, strict=True) if page.genre in _APART for row in each]
    return {"segments": len(inside), "false_flags": metrics.false_flag_rate(inside)}


def _comparison(learnt: Sequence[Page], test: Sequence[Page], ours: dict[str, Any]) -> dict[str, dict[str, float]]:
    table = {"claimcheck": {"f1": ours["strength"]["flag"]["f1"], "kappa": ours["kappa"]["value"]}}
    gold = [label.strength for page in test for label in page.labels]
    texts = [segment.text for page in test for segment in page.segments]
    for name, judged in {
        "TF-IDF + logistic regression": tfidf_regression(learnt, texts),
        "keyword list": keyword_list(texts),
    }.items():
        rows = [Row(g, j, frozenset(), frozenset(), 0.0) for g, j in zip(gold, judged, strict=True)]
        table[name] = {"f1": metrics.score(rows).f1, "kappa": metrics.kappa(rows)}
    return table
