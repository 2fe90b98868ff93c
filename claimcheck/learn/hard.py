"""Pass rates by hard case, over the contrast pairs that training leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from claimcheck.claim import PageType
from claimcheck.corpus import TEST, Pair, Side, contrast_pairs
from claimcheck.judge import Judge
from claimcheck.learn import metrics
from claimcheck.learn.metrics import Row


def hard_scores(folder: Path, judge: Judge) -> dict[str, Any] | None:
    """For each case and for all: the share of sides with the right flag and level, of pairs with both levels right.

    Levels are unflagged, vague, asserted and absolute. The judge is told whether a side's publisher sells, as its
    readers were. None where the folder holds no test pair.
    """
    pairs = contrast_pairs(folder, TEST)
    if not pairs:
        return None
    judged = [tuple(_row(side, judge) for side in pair.sides) for pair in pairs]
    cases = sorted({pair.case for pair in pairs})
    return {
        "all": _line(pairs, judged, cases),
        "cases": {str(case): _line(pairs, judged, [case]) for case in cases},
    }


def _row(side: Side, judge: Judge) -> Row:
    kind = PageType.SELLER if side.seller else PageType.NEUTRAL
    found = judge.judge(side.segments, kind)[side.target]
    return Row(
        side.label.strength, found.strength, side.label.categories, frozenset(found.categories), found.confidence
    )


def _line(pairs: Sequence[Pair], judged: Sequence[Sequence[Row]], cases: Sequence[int]) -> dict[str, Any]:
    own = [rows for pair, rows in zip(pairs, judged, strict=True) if pair.case in cases]
    sides = [row for rows in own for row in rows]
    right = [_level_right(row) for row in sides]
    return {
        "pairs": len(own),
        "flag": sum(row.gold.flagged == row.judged.flagged for row in sides) / len(sides),
        "level": sum(right) / len(sides),
        "both": sum(all(map(_level_right, rows)) for rows in own) / len(own),
        "f1": metrics.score(sides).f1,
    }


def _level_right(row: Row) -> bool:
    return row.gold is row.judged or not (row.gold.flagged or row.judged.flagged)
