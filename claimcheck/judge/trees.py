"""The second reading's trees: hundreds of small ones, all read at once.

After QuickScorer (Lucchese and others, 2015). Every leaf of every tree is one bit of a big number, each tree's from
left to right. A node whose question `input <= threshold` is answered with no rules out the leaves to its left, which
are bits in a row. What all the noes rule out is looked up per input, since it grows with the input: the trees are read
by one search and one `|` an input. The lowest bit left of a tree is the leaf that it leads to.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import getitem, or_
from typing import Any


class Forest:
    """Boosted trees for several classes: a class's score is its base plus the sum of its trees.

    `stored` holds `splits`, for each input three lists: rising thresholds, and the first and past-last bit that each
    rules out where the input is greater; `trees`, the first bit of each tree, and past the last; `classes`, each with
    `base`, its first bit `start` and `planes`: digit by digit in base 2, which leaves have it in their value, as
    hexadecimal. Values are told as what they are above the least value of their tree, which `base` holds.
    """

    def __init__(self, stored: Mapping[str, Any]) -> None:
        end = stored["trees"][-1]
        self._everything = (1 << end) - 1
        self._firsts = sum(1 << bit for bit in stored["trees"][:-1])
        splits = [_steps(*lists) for lists in stored["splits"]]
        self._thresholds = [thresholds for thresholds, _ in splits]
        self._ruled = [ruled for _, ruled in splits]
        starts = [*(each["start"] for each in stored["classes"]), end]
        self._classes = [
            (each["base"], start, (1 << (stop - start)) - 1, [int(plane, 16) for plane in each["planes"]])
            for each, start, stop in zip(stored["classes"], starts, starts[1:], strict=False)
        ]

    def scores(self, inputs: Sequence[int]) -> list[int]:
        """One integer score a class, in units of 1 / `claimcheck.judge.first.UNIT` of a logit."""
        ruled = reduce(or_, map(getitem, self._ruled, map(bisect_left, self._thresholds, inputs)))
        left = ruled ^ self._everything
        reached = left & ~(left - self._firsts)
        return [base + _weighed(reached >> start & ones, planes) for base, start, ones, planes in self._classes]


def _steps(thresholds: Iterable[int], starts: Iterable[int], stops: Iterable[int]) -> tuple[list[int], list[int]]:
    """The thresholds of an input, each once, and the leaves ruled out when it is above none, one, two ... of them."""
    distinct: list[int] = []
    ruled = [0]
    for threshold, start, stop in zip(thresholds, starts, stops, strict=True):
        if not distinct or distinct[-1] != threshold:
            distinct.append(threshold)
            ruled.append(ruled[-1])
        ruled[-1] |= ((1 << (stop - start)) - 1) << start
    return distinct, ruled


def _weighed(reached: int, planes: Sequence[int]) -> int:
    """The sum of the values of the leaves, whose binary digits stand in the planes."""
    return sum((reached & plane).bit_count() << place for place, plane in enumerate(planes))
