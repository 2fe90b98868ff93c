"""Features as sparse matrices: the same numbers that the runtime's weight table works with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from scipy.sparse import csr_matrix

from claimcheck.judge.features import Features
from claimcheck.judge.table import key_of

SCALES = (1.0, 0.7, 1.0, 0.7, 0.7)


@dataclass(frozen=True)
class Vocabulary:
    """The features that were seen often enough, each with its column."""

    columns: dict[str, int]

    @classmethod
    def of(cls, features: Sequence[Features], least: int = 2) -> Vocabulary:
        """Every feature that stands in at least `least` segments; of two with the same key the first is kept."""
        counts: Counter[str] = Counter()
        for each in features:
            for names in each.groups():
                counts.update(names)
        by_key = {key_of(name): name for name in sorted(counts, reverse=True) if counts[name] >= least}
        return cls({name: column for column, name in enumerate(sorted(by_key.values()))})

    def only(self, columns: Sequence[int]) -> Vocabulary:
        """The features of some columns, in the same order."""
        names = list(self.columns)
        return Vocabulary({names[column]: place for place, column in enumerate(columns)})

    def matrix(self, features: Sequence[Features]) -> csr_matrix:
        """One row a segment; a feature has its group's scale over the root of how many the group has, known or not."""
        places: list[int] = []
        values: list[float] = []
        ends = [0]
        for each in features:
            for scale, names in zip(SCALES, each.groups(), strict=True):
                known = [self.columns[name] for name in names if name in self.columns]
                places += known
                values += [scale / sqrt(len(names) or 1)] * len(known)
            ends.append(len(places))
        return csr_matrix((values, places, ends), shape=(len(features), len(self.columns)))
