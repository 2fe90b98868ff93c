"""Scores of judged segments against labels; `bootstrap.py` has their intervals.

A row is one segment: the strength and categories that the reader gave, and those that the judge gave. Rows come
grouped by page, since the segments of a page are not independent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.claim import Category, Strength

_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One segment: what the reader said (`gold`), what the judge said, and how sure the judge was of a flag."""

    gold: Strength
    judged: Strength
    gold_categories: frozenset[Category]
    judged_categories: frozenset[Category]
    confidence: float


Pages = Sequence[Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1, each in 0..1, and how many segments the reader marked."""

    precision: float
    recall: float
    f1: float
    support: int


def score(rows: Sequence[Row], least: Strength = Strength.VAGUE) -> Score:
    """How well the segments of at least that strength were found."""
    return _score([(row.gold >= least, row.judged >= least) for row in rows])


def category_score(rows: Sequence[Row], category: Category) -> Score:
    """How well the segments of a category were found."""
    return _score([(category in row.gold_categories, category in row.judged_categories) for row in rows])


def macro_f1(rows: Sequence[Row], least_support: int = 8) -> float:
    """The mean F1 over the categories that the reader used at least so often."""
    scores = [category_score(rows, category) for category in Category]
    counted = [each.f1 for each in scores if each.support >= least_support]
    return sum(counted) / len(counted) if counted else 0.0


def confusion(rows: Sequence[Row]) -> list[int]:
    """How many segments are at each pair of levels (unflagged, vague, asserted, absolute), the reader's first."""
    counts = [0] * _LEVELS**2
    for row in rows:
        counts[_level(row.gold) * _LEVELS + _level(row.judged)] += 1
    return counts


def kappa(rows: Sequence[Row]) -> float:
    """Quadratic-weighted kappa over four levels: unflagged, vague, asserted, absolute."""
    if not rows:
        return 0.0
    counts = [[0] * _LEVELS for _ in range(_LEVELS)]
    for row in rows:
        counts[_level(row.gold)][_level(row.judged)] += 1
    gold = [sum(line) for line in counts]
    judged = [sum(line[j] for line in counts) for j in range(_LEVELS)]
    cells = [(i, j) for i in range(_LEVELS) for j in range(_LEVELS)]
    observed = sum((i - j) ** 2 * counts[i][j] for i, j in cells)
    expected = sum((i - j) ** 2 * gold[i] * judged[j] / len(rows) for i, j in cells)
    return 1 - observed / expected if expected else 1.0


def false_flag_rate(rows: Sequence[Row]) -> float:
    """The share of unflagged segments that the judge flagged."""
    clean = [row for row in rows if not row.gold.flagged]
    return sum(row.judged.flagged for row in clean) / len(clean) if clean else 0.0


def calibration_error(rows: Sequence[Row], bins: int = 10) -> float:
    """Expected calibration error of the flag's confidence over bins of equal width."""
    error = 0.0
    for index in range(bins):
        inside = [row for row in rows if min(bins - 1, int(row.confidence * bins)) == index]
        if inside:
            gap = sum(row.confidence for row in inside) - sum(row.gold.flagged for row in inside)
            error += abs(gap) / len(rows)
    return error


def _score(pairs: Sequence[tuple[bool, bool]]) -> Score:
    hits = sum(gold and judged for gold, judged in pairs)
    gold_count = sum(gold for gold, _ in pairs)
    judged_count = sum(judged for _, judged in pairs)
    return Score(
        hits / judged_count if judged_count else 0.0,
        hits / gold_count if gold_count else 0.0,
        2 * hits / (gold_count + judged_count) if gold_count + judged_count else 0.0,
        gold_count,
    )


def _level(strength: Strength) -> int:
    return max(0, strength - Strength.QUALIFIED)
