import numpy as np
import pytest

from claimcheck.claim import Category, Strength
from claimcheck.learn.bootstrap import category_intervals, interval, kappa_interval, score_intervals
from claimcheck.learn.metrics import Row, category_score, kappa, score

NONE, VAGUE, ASSERTED, ABSOLUTE = Strength.NONE, Strength.VAGUE, Strength.ASSERTED, Strength.ABSOLUTE
CURE = frozenset({Category.CURE})


def row(gold, judged, gold_kinds=frozenset(), kinds=frozenset()):
    return Row(gold, judged, gold_kinds, kinds, 0.5)


PAGES = [
    [row(VAGUE, VAGUE, CURE, CURE)] * 3,
    [row(VAGUE, NONE, CURE), row(ABSOLUTE, ASSERTED)],
    [row(NONE, NONE)] * 4,
    [row(NONE, VAGUE), row(ASSERTED, ASSERTED, CURE, CURE)],
]
ROWS = [each for page in PAGES for each in page]


def test_intervals_hold_the_statistic_and_repeat():
    found, intervals = score(ROWS), score_intervals(PAGES)
    for name in ("precision", "recall", "f1"):
        low, high = intervals[name]
        assert low <= getattr(found, name) <= high and low < high
    assert intervals == score_intervals(PAGES)
    low, high = kappa_interval(PAGES)
    assert low <= kappa(ROWS) <= high
    low, high = category_intervals(PAGES, Category.CURE)["f1"]
    assert low <= category_score(ROWS, Category.CURE).f1 <= high


def test_pages_that_are_all_alike_have_no_spread():
    alike = [PAGES[1]] * 5
    rows = PAGES[1] * 5
    assert score_intervals(alike)["recall"] == pytest.approx((0.5, 0.5))
    assert kappa_interval(alike) == pytest.approx((kappa(rows), kappa(rows)))
    assert score_intervals(alike, ABSOLUTE)["f1"] == (0.0, 0.0)


def test_nothing_has_an_interval_of_nothing():
    assert interval(np.zeros((0, 3)), lambda sums: sums[:, 0]) == (0.0, 0.0)


def test_more_pages_narrow_the_interval():
    few, many = (score_intervals(PAGES * times)["f1"] for times in (1, 30))
    assert many[1] - many[0] < (few[1] - few[0]) / 3
