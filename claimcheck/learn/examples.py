"""The labelled pages as training examples: one row a segment, with its features, labels, page and fold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimcheck.claim import Segment
from claimcheck.corpus import Label, Page, Side, fold_of
from claimcheck.judge.features import Features, features
from claimcheck.judge.first import ABOUTS, CATEGORIES, FORMS, LANES
from claimcheck.judge.phrases import PhraseNet
from claimcheck.judge.reading import Reader

FOLDS = 5
BOOST = -1
NetOf = Callable[[int], PhraseNet]


@dataclass(frozen=True)
class Examples:
    """Rows in page order, then one for each side of a contrast pair; `pages` gives each page's rows as a slice.

    `targets` has one column a lane (1 yes, 0 no, -1 not asked: a category is asked only where the wording claims);
    `strength` the index of the codebook's strength; `phrases` the phrase net's scores (0 for boost pages); `fold` the
    advertiser's cross-validation fold, or `BOOST` for pages that fill up rare strata: heads learn from them in every
    fold, nothing else does.
    """

    features: list[Features]
    targets: NDArray[np.int8]
    strength: NDArray[np.int64]
    fold: NDArray[np.int64]
    phrases: NDArray[np.int64]
    pages: list[tuple[slice, tuple[Segment, ...]]]

    @classmethod
    def of(
        cls,
        pages: Sequence[Page],
        reader: Reader,
        net_of: NetOf,
        boost: Sequence[Page] = (),
        contrast: Sequence[Side] = (),
    ) -> Examples:
        """The examples of whole pages, those of the boost pages after them, and last the contrast pairs' targets.

        `net_of` gives the phrase net that reads the pages of a fold: in training one that never saw them.
        """
        natural = len(pages)
        pages = [*pages, *boost]
        rows: list[Features] = []
        slices = []
        phrases: list[list[int]] = []
        for number, page in enumerate(pages):
            start, read = len(rows), reader.page()
            rows += [features(segment.text, read) for segment in page.segments]
            slices.append((slice(start, len(rows)), page.segments))
            if number < natural:
                phrases += net_of(fold_of(page.advertiser, FOLDS)).page(page.segments, read)
        rows += [features(side.segment.text, reader.page()) for side in contrast]
        told = [(label, page.seller) for page in pages for label in page.labels]
        told += [(side.label, side.seller) for side in contrast]
        labels = [label for label, _ in told]
        targets = np.array([_targets(label, seller) for label, seller in told], dtype=np.int8)
        strength = np.array([int(label.strength) for label in labels], dtype=np.int64)
        folds = [fold_of(page.advertiser, FOLDS) if at < natural else BOOST for at, page in enumerate(pages)]
        lengths = [*(len(page.labels) for page in pages), len(contrast)]
        fold = np.repeat(np.array([*folds, BOOST], dtype=np.int64), lengths)
        answers = np.zeros((len(labels), len(phrases[0]) if phrases else 0), dtype=np.int64)
        answers[: len(phrases)] = phrases
        return cls(rows, targets.reshape(len(labels), len(LANES)), strength, fold, answers, slices)


def _targets(label: Label, seller: bool) -> list[int]:
    asked = label.form.flagged
    return [
        *(int(label.about is about) for about in ABOUTS),
        *(int(label.form is form) for form in FORMS),
        int(label.strength.flagged),
        int(seller),
        *((int(category in label.kinds) if asked else -1) for category in CATEGORIES),
    ]
