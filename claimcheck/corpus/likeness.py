"""Texts that are alike: exact and near duplicates, found by their runs of three words.

Two texts are near duplicates where the runs of three words that they share are at least `LEAST` of all that either has
(Jaccard). The search is exact: of each text only the rarest runs are filed, just so many that two texts alike enough
must share one of them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

LEAST = 0.7
FEWEST_WORDS = 8
_BITS = 24
_SLACK = 1e-9
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Alike:
    """Two texts, by their places in the sequence, and how alike they are: 1 where all words are the same."""

    first: int
    second: int
    score: float


def words(text: str) -> tuple[str, ...]:
    """The words of a text, in lower case."""
    return tuple(_WORD.findall(text.lower().replace("’", "'")))


def runs(of: Sequence[str], length: int) -> list[tuple[str, ...]]:
    """Every run of so many words, in order."""
    return [tuple(of[at : at + length]) for at in range(len(of) - length + 1)]


def alike(texts: Sequence[str], owners: Sequence[str], least: float = LEAST, fewest: int = FEWEST_WORDS) -> list[Alike]:
    """The pairs of texts of different owners that are alike, in the order of their places.

    Texts of fewer than `fewest` words are left out: headings and buttons are everybody's.
    """
    shingles = dict(_shingles(texts, fewest))
    frequency = Counter(run for each in shingles.values() for run in each)
    filed: dict[int, list[int]] = defaultdict(list)
    found = []
    for at, mine in shingles.items():
        rarest = sorted(sorted(mine), key=frequency.__getitem__)
        keys = rarest[: len(mine) - ceil(least * len(mine) - _SLACK) + 1]
        near = {other for key in keys for other in filed[key] if owners[other] != owners[at]}
        for other in near:
            score = _score(mine, shingles[other])
            if score >= least:
                found.append(Alike(other, at, score))
        for key in keys:
            filed[key].append(at)
    return sorted(found, key=lambda pair: (pair.first, pair.second))


def _shingles(texts: Sequence[str], fewest: int) -> Iterator[tuple[int, set[int]]]:
    """The runs of three words of every text that is long enough, each run as one number."""
    numbers: dict[str, int] = {}
    for at, text in enumerate(texts):
        told = [numbers.setdefault(word, len(numbers)) for word in words(text)]
        if len(told) >= fewest:
            yield at, {(a << 2 * _BITS) | (b << _BITS) | c for a, b, c in zip(told, told[1:], told[2:], strict=False)}


def _score(first: set[int], second: set[int]) -> float:
    shared = len(first & second)
    return shared / (len(first) + len(second) - shared)
