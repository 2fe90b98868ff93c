from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claim import Severity
from claimcheck.report import PLAIN, Layout
from claimcheck.report.layout import cell, shown


@given(st.text(st.characters()))
def test_nothing_that_a_terminal_obeys_is_shown(text):
    assert not any(category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") for character in shown(text))


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("a", ("a", 1)),
        ("\t", (" ", 1)),
        ("é", ("é", 1)),
        ("治", ("治", 2)),
        ("\u0301", ("\u0301", 0)),
        ("💪", ("💪", 2)),
        ("\x1b", ("\ufffd", 1)),
        ("\x9b", ("\ufffd", 1)),
        ("\u202e", ("\ufffd", 1)),
        ("\u200b", ("\ufffd", 1)),
        ("\ud800", ("\ufffd", 1)),
        ("\u200d", ("", 0)),
    ],
)
def test_a_character_takes_its_cells(character, expected):
    assert cell(character) == expected


def test_plain_text_has_no_colour():
    assert PLAIN.bold("a") == PLAIN.ranked("a", Severity.ERROR) == "a"


def test_colour_ends_where_its_text_ends():
    assert Layout(colour=True).ranked("error", Severity.ERROR) == "\x1b[1;31merror\x1b[0m"
