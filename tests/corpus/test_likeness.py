from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.corpus.likeness import Alike, alike, runs, words

BASE = "Our own cells have eased the pain of many people in this town"


def test_words_leave_case_and_punctuation_out():
    assert words("Don’t wait -- CALL us, 24/7!") == ("don't", "wait", "call", "us", "24", "7")


def test_the_same_words_of_another_owner_are_alike():
    assert alike([BASE, BASE.upper() + "!"], ["a", "b"]) == [Alike(0, 1, 1.0)]
    assert alike([BASE, BASE], ["a", "a"]) == []


def test_a_changed_word_at_the_end_is_near_and_other_words_are_not():
    near = BASE.replace("town", "city")
    (pair,) = alike([BASE, near, "Nothing of this has any of those words in it at all"], ["a", "b", "c"])
    assert (pair.first, pair.second) == (0, 1) and 0.8 < pair.score < 1


def test_short_texts_are_everybodys():
    assert alike(["Book a consultation today"] * 2, ["a", "b"]) == []


WORD = st.sampled_from("a b c d".split())


@given(st.lists(st.lists(WORD, min_size=8, max_size=12).map(" ".join), max_size=8))
def test_the_search_finds_what_comparing_all_with_all_finds(texts):
    owners = [str(at) for at in range(len(texts))]
    expected = []
    for one, other in combinations(range(len(texts)), 2):
        first, second = (set(runs(words(texts[at]), 3)) for at in (one, other))
        score = len(first & second) / len(first | second)
        if score >= 0.7:
            expected.append(Alike(one, other, score))
    assert alike(texts, owners) == expected
