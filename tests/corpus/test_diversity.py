import pytest

from claimcheck.claim import Role
from claimcheck.corpus.diversity import diversity, share, shared_runs
from claimcheck.corpus.pages import Page
from claimcheck.read import Outline, outline

RUN = "pain went away within two weeks"


def page(id, advertiser, *texts, role=Role.PARAGRAPH, genre="clinic"):
    segments = outline([Outline(text, role, 0, at) for at, text in enumerate(texts)])
    return Page(id, advertiser, genre, True, "free", segments, ())


def test_a_run_of_six_words_in_common_with_another_advertiser_counts():
    segments = shared_runs([page("1", "a", f"My {RUN}.", "Nothing else here."), page("2", "b", f"Her {RUN.upper()}!")])
    assert [each.shared for each in segments] == [True, False, True]
    assert share(segments) == pytest.approx(2 / 3)


def test_a_run_of_ones_own_or_of_five_words_does_not():
    segments = shared_runs([page("1", "a", RUN), page("2", "a", RUN), page("3", "b", "it went away within two weeks")])
    assert not any(each.shared for each in segments)


def test_boilerplate_is_told_apart():
    phrase = "These statements have not been evaluated by the Food and Drug Administration."
    button = page("3", "c", "Book your free first call with us", role=Role.BUTTON)
    segments = shared_runs([page("1", "a", phrase, RUN), page("2", "b", phrase), button])
    assert [each.boilerplate for each in segments] == [True, False, True, True]
    assert share(segments) == 0
    assert share(segments, boilerplate=True) == 0.5
    assert share([]) == 0


def test_words_types_and_distinct_runs_are_told_by_group():
    varied = " ".join(f"w{number}" for number in range(1_500))
    dull = "one two " * 600
    told = diversity(shared_runs([page("1", "a", varied), page("2", "b", dull, genre="ad")]), lambda page: page.genre)
    assert list(told) == ["ad", "clinic"]
    assert (told["clinic"].tokens, told["clinic"].types) == (1_500, 1_500)
    assert told["clinic"].distinct == (1, 1, 1)
    assert (told["ad"].tokens, told["ad"].types) == (1_200, 2)
    assert told["ad"].distinct == pytest.approx((2 / 1000, 2 / 999, 2 / 998))


def test_few_words_have_no_distinct_share():
    (told,) = diversity(shared_runs([page("1", "a", "One two.")]), lambda page: page.id).values()
    assert told.distinct is None and told.types == 2
