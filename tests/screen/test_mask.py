import string

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.screen.mask import _WORD, mask, words


@given(st.text(alphabet=string.printable + "'''0123456789.,"))
def test_the_quick_way_gives_the_same_words(text):
    slow = ["0" if word[0].isdecimal() else word for word in _WORD.findall(text.lower())]
    assert words(text) == slow


@given(st.text())
def test_any_text_has_a_mask_that_letter_case_does_not_change(text):
    assert len(mask(text)) == 16
    assert words(text.lower()) == words(text.lower().lower())


def test_curly_and_straight_apostrophes_are_the_same():
    assert mask("It’s 90 % safe — we don’t worry") == mask("IT'S 5% SAFE, we don't worry!")
