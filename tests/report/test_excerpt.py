import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.report.excerpt import excerpts
from claimcheck.report.layout import cell


def shown(result, width=80):
    return list(excerpts(result.findings[0], width))


def underlined(excerpt):
    """The shown characters above the underline, by cell."""
    cells = "".join(character * cell(character)[1] for character in excerpt.text)
    return "".join(cells[at] if mark == "^" else " " for at, mark in enumerate(excerpt.underline)).split()


def test_the_cue_is_underlined_in_its_line(result):
    (excerpt,) = shown(
        result("One\n  <p>PRP eases pain.</p>\n", ("PRP eases pain.", "asserted", "efficacy", ("eases",)))
    )
    assert (excerpt.number, excerpt.text) == (2, "<p>PRP eases pain.</p>")
    assert underlined(excerpt) == ["eases"]


def test_without_a_cue_the_segment_is_underlined(result):
    (excerpt,) = shown(result("It heals. Call us.", ("It heals.",)))
    assert underlined(excerpt) == ["It", "^heals."] or underlined(excerpt) == ["It", "heals."]


def test_a_long_line_is_cut_around_the_cue(result):
    text = "a" * 5000 + " PRP eases pain. " + "b" * 5000
    (excerpt,) = shown(result(text, ("PRP eases pain.", "asserted", "efficacy", ("eases",))), 60)
    assert len(excerpt.text) <= 60
    assert excerpt.text.startswith("...PRP") and excerpt.text.endswith("...")
    assert underlined(excerpt) == ["eases"]


def test_a_cue_far_into_a_long_sentence_is_still_seen(result):
    text = "word " * 60 + "eases pain " + "word " * 60
    (excerpt,) = shown(result(text, (text.strip(), "asserted", "efficacy", ("eases pain",))), 60)
    assert underlined(excerpt) == ["eases", "pain"]


def test_a_sentence_over_several_lines_shows_the_lines_of_its_cues(result):
    text = "The cells\nregrow\nyour discs\nand more\nfor good."
    lines = shown(result(text, (text, "absolute", "cure", ("regrow\nyour discs", "for good"))))
    assert [line.number for line in lines] == [2, 3, 5]
    assert [underlined(line) for line in lines] == [["regrow"], ["your", "discs"], ["for", "good"]]


def test_no_more_than_three_lines_are_shown(result):
    text = "\n".join("abcdefgh")
    assert len(shown(result(text, (text,)))) == 3


def test_wide_characters_and_tabs_keep_the_underline_in_place(result):
    text = "治療\tcafe\u0301 cures pain"
    (excerpt,) = shown(result(text, (text, "absolute", "cure", ("cures",))))
    assert underlined(excerpt) == ["cures"]


def test_carriage_returns_are_not_shown(result):
    (excerpt,) = shown(result("It cures.\r\nNext", ("It cures.", "absolute", "cure", ("cures",))))
    assert excerpt.text == "It cures."


@pytest.mark.parametrize("width", [20, 40, 100])
@given(before=st.text(max_size=120), after=st.text(max_size=120))
def test_any_surroundings_leave_the_cue_in_view(result, width, before, after):
    text = f"{before}\nx PRP eases pain y{after}"
    made = result(text, ("PRP eases pain", "asserted", "efficacy", ("eases",)))
    (excerpt,) = shown(made, width)
    assert underlined(excerpt) == ["eases"]
    assert sum(cell(character)[1] for character in excerpt.text) <= width
