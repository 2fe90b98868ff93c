import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.edits import Edit, compatible, spliced
from claimcheck.text import Span


def test_edits_are_spliced_in_whatever_order_they_come():
    edits = (Edit(Span(4, 5), "X"), Edit(Span(0, 1), ""), Edit(Span(2, 2), "+"))
    assert spliced("abcdef", edits) == "b+cdXf"


def test_overlapping_edits_are_refused():
    with pytest.raises(ValueError, match="overlaps"):
        spliced("abc", (Edit(Span(0, 2), ""), Edit(Span(1, 3), "")))


def test_the_same_edit_twice_is_one():
    edit = Edit(Span(0, 1), "x")
    assert compatible((edit,), (edit,))
    assert spliced("abc", (edit, edit)) == "xbc"
    assert not compatible((Edit(Span(0, 2), "y"),), (edit,))


@given(st.text(min_size=1), st.data())
def test_what_no_edit_covers_stays(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    after = spliced(text, (Edit(Span(start, end), "new"),))
    assert after == text[:start] + "new" + text[end:]
