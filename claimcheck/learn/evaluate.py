"""The scorecard: how well a model judges pages that it never saw, beside simpler methods on the same pages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.claim import Judgement
from claimcheck.corpus import TEST, TRAIN, VALIDATION, Page, load, part
from claimcheck.errors import UsageError
from claimcheck.judge import Judge
from claimcheck.learn import documents, metrics
from claimcheck.learn.baselines import NOBODY, baselines
from claimcheck.learn.hard import hard_scores
from claimcheck.learn.metrics import Row
from claimcheck.learn.readers import reader_scores
from claimcheck.learn.scores import apart, genre_scores, scores_of

TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The scores as nested plain values, ready for JSON; `claimcheck.learn.card.markdown` writes them out."""

    values: dict[str, Any]


def evaluate(corpus: Path, model: Path, *, compare: bool = True) -> Scorecard:
    """Judges the test split with the model in a folder and scores it; `compare` adds the simpler methods."""
    pages = load(corpus / "pages")
    test = part(pages, TEST)
    judge = Judge.from_folder(model)
    judged = {page.id: judge.judge(page.segments) for page in test}
    rows = [rows_of(page, judged[page.id]) for page in test]
    genres = [page.genre for page in test]
    values: dict[str, Any] = {"model": judge.version, "size": size_of(test), **scores_of(rows)}
    values["genres"] = genre_scores(genres, rows)
    values["out of focus"] = apart(genres, rows)
    values["documents"] = documents.scores(test, judge)
    values["readers"] = reader_scores(corpus / "agreement", judged)
    values["hard cases"] = hard_scores(corpus / "contrast", judge)
    if compare:
        values["comparison"] = _comparison(part(pages, TRAIN, VALIDATION), test, values)
    return Scorecard({name: value for name, value in values.items() if value is not None})


def drops(card: Scorecard, committed: Path, tolerance: float = TOLERANCE) -> list[str]:
    """How far the flag's F1 and kappa lie below those of a committed scorecard, where that is more than the tolerance.

    Raises UsageError where the file is no scorecard.
    """
    try:
        before = json.loads(committed.read_bytes())
        pairs = [(name, _figure(before, name), _figure(card.values, name)) for name in ("flag F1", "kappa")]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{committed} is no scorecard: {error}.", "Write one with claimcheck evaluate --scorecard FILE."
        ) from error
    return [
        f"{name} fell from {was:.3f} to {now:.3f}, by more than {tolerance:g}"
        for name, was, now in pairs
        if was - now > tolerance
    ]


def rows_of(page: Page, judgements: Sequence[Judgement]) -> list[Row]:
    """The page's labels beside its judgements."""
    return [
        Row(label.strength, judged.strength, label.categories, frozenset(judged.categories), judged.confidence)
        for label, judged in zip(page.labels, judgements, strict=True)
    ]


def size_of(pages: Sequence[Page]) -> dict[str, int]:
    """How many pages, advertisers and segments."""
    return {
        "pages": len(pages),
        "advertisers": len({page.advertiser for page in pages}),
        "segments": sum(len(page.segments) for page in pages),
    }


def _figure(values: dict[str, Any], name: str) -> float:
    return float(values["strength"]["flag"]["f1"] if name == "flag F1" else values["kappa"]["value"])


def _comparison(learnt: Sequence[Page], test: Sequence[Page], ours: dict[str, Any]) -> dict[str, dict[str, float]]:
    table = {"claimcheck": {"f1": _figure(ours, "flag F1"), "kappa": _figure(ours, "kappa")}}
    gold = [label.strength for page in test for label in page.labels]
    for name, judged in baselines(learnt, [segment.text for page in test for segment in page.segments]):
        rows = [Row(g, j, NOBODY, NOBODY, 0.0) for g, j in zip(gold, judged, strict=True)]
        table[name] = {"f1": metrics.score(rows).f1, "kappa": metrics.kappa(rows)}
    return table
