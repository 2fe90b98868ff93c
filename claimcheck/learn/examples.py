"""The labelled pages as training examples: one row a segment, with its features, labels, page and fold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimcheck.claim import Segment
from claimcheck.corpus import Page, fold_of
from claimcheck.judge.features import Features, extract
from claimcheck.judge.first import ABOUTS, CATEGORIES, FORMS, LANES
from claimcheck.judge.reading import Reader

FOLDS = 5
BOOST = -1


@dataclass(frozen=True)
class Examples:
    """Rows in page order; `pages` gives each page's rows as a slice.

    `targets` has one column a lane (1 yes, 0 no, -1 not asked: a category is asked only where the wording claims);
    `strength` the index of the codebook's strength; `fold` the advertiser's cross-validation fold, or `BOOST` for pages
    that fill up rare strata: heads learn from them in every fold, nothing else does.
    """

    features: list[Features]
    targets: NDArray[np.int8]
    strength: NDArray[np.int64]
    fold: NDArray[np.int64]
    pages: list[tuple[slice, tuple[Segment, ...]]]

    @classmethod
    def of(cls, pages: Sequence[Page], reader: Reader, boost: Sequence[Page] = ()) -> Examples:
        """The examples of whole pages, those of the boost pages last."""
        natural = len(pages)
        pages = [*pages, *boost]
        features: list[Features] = []
        slices = []
        for page in pages:
            start = len(features)
            features += extract(page.segments, reader)
            slices.append((slice(start, len(features)), page.segments))
        labels = [label for page in pages for label in page.labels]
        targets = np.array([_targets(page, at) for page in pages for at in range(len(page.labels))], dtype=np.int8)
        strength = np.array([int(label.strength) for label in labels], dtype=np.int64)
        folds = [fold_of(page.advertiser, FOLDS) if at < natural else BOOST for at, page in enumerate(pages)]
        fold = np.repeat(np.array(folds, dtype=np.int64), [len(page.labels) for page in pages])
        return cls(features, targets.reshape(len(labels), len(LANES)), strength, fold, slices)


def _targets(page: Page, at: int) -> list[int]:
    label = page.labels[at]
    asked = label.form.flagged
    return [
        *(int(label.about is about) for about in ABOUTS),
        *(int(label.form is form) for form in FORMS),
        int(label.strength.flagged),
        int(page.seller),
        *((int(category in label.kinds) if asked else -1) for category in CATEGORIES),
    ]
