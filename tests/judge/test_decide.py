import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claim import About, Category, Strength
from claimcheck.judge.decide import Decision, sigmoid, softmax
from claimcheck.judge.first import ABOUT, ABOUTS, CATEGORIES, CATEGORY, LANES, UNIT

DECISION = Decision(1.0, 0.5, 0.4, dict.fromkeys(Category, (1.0, 0.0, 0.5)))


def first(about=About.OURS, **categories):
    row = [-4 * UNIT] * len(LANES)
    row[ABOUT.start + ABOUTS.index(about)] = 4 * UNIT
    for name, score in categories.items():
        row[CATEGORY.start + CATEGORIES.index(Category(name))] = score * UNIT
    return row


def second(**scores):
    return [round(scores.get(strength.label, -9) * UNIT) for strength in Strength]


def test_strength_and_categories_follow_the_scores():
    judgement = DECISION.decide(first(cure=2, proof=1), second(absolute=3, asserted=1))
    assert judgement.strength is Strength.ABSOLUTE
    assert judgement.categories == (Category.CURE, Category.PROOF)
    assert judgement.confidence > 0.99


def test_a_flagged_segment_has_at_least_one_category():
    judgement = DECISION.decide(first(hype=-1), second(vague=3))
    assert judgement.categories == (Category.HYPE,)


def test_an_unflagged_segment_has_none():
    assert DECISION.decide(first(cure=5), second(none=4)).categories == ()


def test_the_threshold_decides_the_flag_before_the_strength():
    careful = Decision(1.0, 0.8, 0.4, DECISION.categories)
    torn = second(none=1, vague=1, asserted=1)
    assert DECISION.decide(first(), torn).flagged
    assert not careful.decide(first(), torn).flagged


def test_strength_is_the_form_only_where_it_is_about_ours():
    judgement = DECISION.decide(first(About.OTHER), second(none=4))
    assert (judgement.about, judgement.strength) == (About.OTHER, Strength.NONE)
    assert DECISION.decide(first(About.OTHER), second(asserted=4)).about is About.OURS


@given(
    st.lists(st.integers(-4000, 4000), min_size=5, max_size=5),
    st.lists(st.integers(-4000, 4000), min_size=len(LANES), max_size=len(LANES)),
)
def test_probabilities_add_up_and_the_order_of_decisions_holds(second_scores, first_scores):
    judgement = DECISION.decide(first_scores, second_scores)
    assert sum(judgement.strength_probabilities.values()) == pytest.approx(1)
    assert 0 <= judgement.confidence <= 1 + 1e-9
    assert bool(judgement.categories) == judgement.flagged
    assert judgement.strength is (judgement.form if judgement.about is About.OURS else Strength.NONE)


def test_extreme_scores_do_not_overflow():
    assert softmax([1e4, -1e4]) == [1.0, 0.0]
    assert sigmoid(-1e4) == 0.0
    assert sigmoid(1e4) == 1.0


def test_absolute_needs_only_its_share_of_the_flag():
    torn = second(absolute=1, asserted=1.3)
    assert DECISION.decide(first(), torn).strength is Strength.ABSOLUTE
    assert Decision(1.0, 0.5, 0.6, DECISION.categories).decide(first(), torn).strength is Strength.ASSERTED
