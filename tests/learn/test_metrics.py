import pytest

from claimcheck.claim import Category, Strength
from claimcheck.learn.metrics import (
    Row,
    calibration_error,
    category_score,
    false_flag_rate,
    kappa,
    macro_f1,
    score,
)

NONE, QUALIFIED, VAGUE, ASSERTED, ABSOLUTE = Strength


def row(gold, judged, confidence=0.5, categories=(), judged_categories=()):
    return Row(gold, judged, frozenset(categories), frozenset(judged_categories), confidence)


def test_flag_counts_vague_and_stronger():
    rows = [row(VAGUE, ABSOLUTE), row(NONE, VAGUE), row(ASSERTED, QUALIFIED), row(QUALIFIED, NONE)]
    result = score(rows)
    assert (result.precision, result.recall, result.f1, result.support) == (0.5, 0.5, 0.5, 2)


def test_a_higher_bar_forgets_the_weaker_ones():
    assert score([row(VAGUE, NONE), row(ABSOLUTE, ASSERTED)], ASSERTED).f1 == 1.0


def test_kappa_agrees_with_scikit_learn():
    from sklearn.metrics import cohen_kappa_score

    pairs = [(NONE, NONE), (VAGUE, ASSERTED), (ASSERTED, ASSERTED), (ABSOLUTE, VAGUE), (NONE, VAGUE), (QUALIFIED, NONE)]
    level = {NONE: 0, QUALIFIED: 0, VAGUE: 1, ASSERTED: 2, ABSOLUTE: 3}
    expected = cohen_kappa_score(
        [level[a] for a, _ in pairs], [level[b] for _, b in pairs], weights="quadratic", labels=range(4)
    )
    assert kappa([row(a, b) for a, b in pairs]) == pytest.approx(expected)


def test_false_flags_are_counted_among_the_unflagged_only():
    assert false_flag_rate([row(NONE, VAGUE), row(QUALIFIED, NONE), row(VAGUE, VAGUE)]) == 0.5
    assert false_flag_rate([]) == 0.0


def test_perfect_confidence_has_no_calibration_error():
    assert calibration_error([row(VAGUE, VAGUE, 1.0), row(NONE, NONE, 0.0)]) == 0.0
    assert calibration_error([row(NONE, NONE, 1.0)]) == 1.0


def test_rare_categories_stay_out_of_the_macro_mean():
    rows = [row(VAGUE, VAGUE, 0.5, {Category.CURE}, {Category.CURE})] * 8 + [
        row(VAGUE, VAGUE, 0.5, {Category.HYPE}, ())
    ]
    assert macro_f1(rows) == 1.0
    assert category_score(rows, Category.HYPE).f1 == 0.0
