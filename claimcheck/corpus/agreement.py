"""How far two readers agree on the pages that both labelled: Krippendorff's alpha, by nltk, and F1 of the flag."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.claim import About, Category, Strength

_LEVELS = Strength.ABSOLUTE - Strength.QUALIFIED

Pair = tuple[Hashable, Hashable]


@dataclass(frozen=True, slots=True)
class Reading:
    """One reader's labels of one segment."""

    strength: Strength
    categories: frozenset[Category]

    @classmethod
    def of(cls, about: str, form: str, kinds: Iterable[str]) -> Reading:
        """A reading from the labels as the corpus writes them."""
        strength = Strength[form.upper()] if About(about) is About.OURS else Strength.NONE
        return cls(strength, frozenset(map(Category, kinds)) if strength.flagged else frozenset())


@dataclass(frozen=True, slots=True)
class Agreement:
    """Alphas of the flag (nominal), the strength (interval, over four levels) and the categories (MASI, where both
    readers flag), with the flag's F1 between the readers and the number of segments."""

    segments: int
    flag: float
    strength: float
    categories: float
    flag_f1: float


def agreement(folder: Path) -> Agreement:
    """The agreement over every page in `folder/*.jsonl`, which both readers labelled independently."""
    lines = [line for file in sorted(folder.glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines()]
    pairs = [pair for line in lines for pair in _pairs(json.loads(line))]
    flags = [(a.strength.flagged, b.strength.flagged) for a, b in pairs]
    both = sum(a and b for a, b in flags)
    return Agreement(
        len(pairs),
        _alpha(flags, lambda a, b: float(a != b)),
        _alpha([(_level(a), _level(b)) for a, b in pairs], lambda a, b: ((a - b) / _LEVELS) ** 2),
        _alpha([(a.categories, b.categories) for a, b in pairs if a.categories and b.categories], _masi),
        2 * both / max(1, sum(map(sum, flags))),
    )


def _pairs(record: dict[str, Any]) -> list[tuple[Reading, Reading]]:
    return [(Reading.of(*a), Reading.of(*b)) for a, b in zip(record["first"], record["labels"], strict=True)]


def _level(reading: Reading) -> int:
    return max(0, reading.strength - Strength.QUALIFIED)


def _masi(first: Any, second: Any) -> float:
    from nltk.metrics.distance import masi_distance

    return float(masi_distance(first, second))


def _alpha(pairs: Sequence[Pair], distance: Callable[[Any, Any], float]) -> float:
    # Imported here: nltk takes over a second, and training and evaluation do without it.
    from nltk.metrics.agreement import AnnotationTask

    data = [(reader, number, label) for number, pair in enumerate(pairs) for reader, label in enumerate(pair)]
    return float(AnnotationTask(data, distance=distance).alpha())
