"""Bootstrap intervals over pages: pages are drawn with replacement, since the segments of a page are not independent.

A statistic is worked out from counts alone, which add up over pages, so that all draws are one matrix product.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from claimcheck.claim import Category, Strength
from claimcheck.learn.metrics import Row, confusion

Counts = NDArray[np.float64]
Pages = Sequence[Sequence[Row]]
Interval = tuple[float, float]
ROUNDS = 1000
_TAIL = 2.5


def interval(counts: Counts, statistic: Callable[[Counts], NDArray[np.float64]]) -> Interval:
    """The 95 % interval of a statistic of counts (one row a page), over `ROUNDS` draws from a fixed seed."""
    if not len(counts):
        return 0.0, 0.0
    low, high = np.percentile(statistic(_draws(len(counts)) @ counts), [_TAIL, 100 - _TAIL])
    return float(low), float(high)


def score_intervals(pages: Pages, least: Strength = Strength.VAGUE) -> dict[str, Interval]:
    """Intervals of precision, recall and F1 of the segments of at least that strength."""
    return _intervals([[(row.gold >= least, row.judged >= least) for row in page] for page in pages])


def category_intervals(pages: Pages, category: Category) -> dict[str, Interval]:
    """Intervals of precision, recall and F1 of a category."""
    return _intervals(
        [[(category in row.gold_categories, category in row.judged_categories) for row in page] for page in pages]
    )


def kappa_interval(pages: Pages) -> Interval:
    """The interval of the quadratic-weighted kappa over four levels."""
    return interval(np.array([confusion(page) for page in pages], dtype=np.float64), _kappa)


def _intervals(pages: Sequence[Sequence[tuple[bool, bool]]]) -> dict[str, Interval]:
    counts = np.array(
        [[sum(a and b for a, b in page), sum(a for a, _ in page), sum(b for _, b in page)] for page in pages],
        dtype=np.float64,
    )
    return {
        "precision": interval(counts, lambda sums: _share(sums[:, 0], sums[:, 2])),
        "recall": interval(counts, lambda sums: _share(sums[:, 0], sums[:, 1])),
        "f1": interval(counts, lambda sums: _share(2 * sums[:, 0], sums[:, 1] + sums[:, 2])),
    }


@cache
def _draws(pages: int) -> Counts:
    """How often each page is drawn, one row a round."""
    drawn = np.random.default_rng(0).multinomial(pages, np.full(pages, 1 / pages), size=ROUNDS)
    return drawn.astype(np.float64)


def _kappa(sums: Counts) -> NDArray[np.float64]:
    size = round(sums.shape[1] ** 0.5)
    tables = sums.reshape(-1, size, size)
    levels = np.arange(size)
    cost = (levels[:, None] - levels[None, :]) ** 2
    total = tables.sum(axis=(1, 2))
    chance = tables.sum(axis=2)[:, :, None] * tables.sum(axis=1)[:, None, :] / np.maximum(total, 1)[:, None, None]
    expected = (cost * chance).sum(axis=(1, 2))
    observed = (cost * tables).sum(axis=(1, 2))
    return np.where(expected > 0, 1 - observed / np.where(expected > 0, expected, 1), 1.0)


def _share(part: NDArray[np.float64], whole: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(whole > 0, part / np.where(whole > 0, whole, 1), 0.0)
