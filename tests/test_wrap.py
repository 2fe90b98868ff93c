from hypothesis import given
from hypothesis import strategies as st

from claimcheck.wrap import wrap

words = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=12)


@given(st.lists(words), st.integers(1, 40))
def test_wrapping_keeps_every_word_and_the_width(parts, width):
    lines = list(wrap(" ".join(parts), width))
    assert " ".join(lines).split() == parts
    assert all(len(line) <= width or " " not in line for line in lines)
