"""Features as TF-IDF columns: one block a group, each row of a block of length 1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.preprocessing import normalize

from claimcheck.learn.plain import Row


@dataclass(frozen=True)
class Terms:
    """The features of one group that were seen often enough, in column order, with the weight of each (its idf)."""

    columns: dict[str, int]
    idf: NDArray[np.float64]

    @classmethod
    def of(cls, texts: Sequence[Sequence[str]], least: int) -> Terms:
        """The terms of at least `least` texts; a term that few texts have weighs more."""
        counts = Counter(term for text in texts for term in text)
        kept = sorted(term for term, count in counts.items() if count >= least)
        often = np.array([counts[term] for term in kept], dtype=np.float64)
        return cls({term: at for at, term in enumerate(kept)}, np.log((1 + len(texts)) / (1 + often)) + 1)

    def matrix(self, texts: Sequence[Sequence[str]]) -> csr_matrix:
        """One row a text, of Euclidean length 1, or 0 where no term is known."""
        places: list[int] = []
        ends = [0]
        for text in texts:
            places += [self.columns[term] for term in text if term in self.columns]
            ends.append(len(places))
        raw = csr_matrix((self.idf[places], places, ends), shape=(len(texts), len(self.columns)))
        return normalize(raw, copy=False)


def terms_of(rows: Sequence[Row], least: int) -> tuple[Terms, ...]:
    """The terms of every group."""
    return tuple(Terms.of(group, least) for group in zip(*rows, strict=True))


def matrix_of(rows: Sequence[Row], terms: Sequence[Terms]) -> csr_matrix:
    """The groups' blocks side by side."""
    groups = list(zip(*rows, strict=True)) or [()] * len(terms)
    return hstack([each.matrix(group) for each, group in zip(terms, groups, strict=True)], format="csr")
