"""The tables of a scorecard: judged segments scored by strength, category and genre, with intervals over pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from claimcheck.claim import Category, Strength
from claimcheck.learn import bootstrap, metrics
from claimcheck.learn.metrics import Row, Score

LEVELS = {"flag": Strength.VAGUE, "warning and up": Strength.ASSERTED, "error": Strength.ABSOLUTE}
APART = {"other_treatment", "education", "research", "out_of_domain", "insurer", "journalism"}

Pages = Sequence[Sequence[Row]]


def scores_of(pages: Pages) -> dict[str, Any]:
    """By strength and by category, with kappa, the categories' macro-F1 and the flag's calibration."""
    rows = flat(pages)
    return {
        "strength": {
            name: line(metrics.score(rows, least), bootstrap.score_intervals(pages, least))
            for name, least in LEVELS.items()
        },
        "kappa": _kappa(pages),
        "macro_f1": metrics.macro_f1(rows),
        "categories": {
            category.value: line(metrics.category_score(rows, category), bootstrap.category_intervals(pages, category))
            for category in Category
        },
        "calibration_error": metrics.calibration_error(rows),
    }


def genre_scores(genres: Sequence[str], pages: Pages) -> dict[str, dict[str, Any]]:
    """The flag, kappa and false flags of each genre; `genres` has one name a page."""
    table = {}
    for genre in sorted(set(genres)):
        own = [page for name, page in zip(genres, pages, strict=True) if name == genre]
        table[genre] = {"pages": len(own), **flag_scores(own)}
    return table


def flag_scores(pages: Pages) -> dict[str, Any]:
    """The flag's precision, recall and F1 with intervals, kappa, and the share of clean segments that were flagged."""
    rows = flat(pages)
    kappa = _kappa(pages)
    return {
        "segments": len(rows),
        **line(metrics.score(rows), bootstrap.score_intervals(pages)),
        "kappa": kappa["value"],
        "kappa_interval": [kappa["low"], kappa["high"]],
        "false_flags": metrics.false_flag_rate(rows),
    }


def apart(genres: Sequence[str], pages: Pages) -> dict[str, float]:
    """False flags on the genres that are not about selling the treatment."""
    rows = flat([page for name, page in zip(genres, pages, strict=True) if name in APART])
    return {"segments": len(rows), "false_flags": metrics.false_flag_rate(rows)}


def line(found: Score, intervals: Mapping[str, tuple[float, float]]) -> dict[str, Any]:
    """A row of a table: the three scores, their intervals, and how many segments the reader marked."""
    return {
        "precision": found.precision,
        "recall": found.recall,
        "f1": found.f1,
        "intervals": {name: list(each) for name, each in intervals.items()},
        "support": found.support,
    }


def flat(pages: Pages) -> list[Row]:
    """The rows of all pages."""
    return [row for page in pages for row in page]


def _kappa(pages: Pages) -> dict[str, float]:
    low, high = bootstrap.kappa_interval(pages)
    return {"value": metrics.kappa(flat(pages)), "low": low, "high": high}
