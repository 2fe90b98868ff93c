"""PDF: lines put in order, words made whole, places told by page."""

import sys

import pytest

from claimcheck.claim import Role
from claimcheck.errors import ReadError
from claimcheck.read import read_bytes, segment

pytest.importorskip("pypdfium2")
paper = pytest.importorskip("tests.read.paper")
pdf, column = paper.pdf, paper.column

LEFT = (
    "The cells are in-",
    "jected into the disc, where they regen-",
    "erate tissue, which is a long-",
    "lasting effect that our pati-",
    "ents tell us of every day here.",
)
RIGHT = (
    "Right column begins here and tells",
    "more about the price of the care",
    "which is not low, but it is paid in",
    "small rates by most of those who",
    "come to us from near and far.",
)


def read(*pages, **keywords):
    return read_bytes(pdf(*pages, **keywords), "flyer.pdf")


def texts(*pages, **keywords):
    return [block.text for block in read(*pages, **keywords).blocks]


def test_columns_are_read_one_after_the_other_and_words_made_whole():
    rows = [line for pair in zip(column(60, 700, *LEFT), column(320, 700, *RIGHT), strict=True) for line in pair]
    document = read([(60, 760, "A heading over both columns", 20), *rows])
    assert [(block.role, block.text) for block in document.blocks] == [
        (Role.HEADING, "A heading over both columns"),
        (
            Role.PARAGRAPH,
            "The cells are injected into the disc, where they regenerate tissue, which is a long-lasting effect that "
            "our patients tell us of every day here.",
        ),
        (Role.PARAGRAPH, " ".join(RIGHT)),
    ]


def test_every_segment_stands_where_it_says():
    document = read(column(60, 700, *LEFT), column(60, 700, *RIGHT))
    for each in segment(document):
        assert document.source.text[each.span.start : each.span.end] == each.text


def test_places_are_pages():
    document = read([(60, 700, "First page.")], [(60, 700, "Second page.")])
    assert [document.source.place(each.span.start) for each in segment(document)] == ["page 1", "page 2"]


def test_a_sentence_goes_on_over_the_page():
    assert texts([(60, 100, "This sentence is not over when the page")], [(60, 760, "ends, but goes on.")]) == [
        "This sentence is not over when the page ends, but goes on."
    ]


def test_running_heads_are_read_once_and_page_numbers_not_at_all():
    pages = [
        [(60, 810, "Lumbara cures backs"), (60, 500, f"Text {word}."), (280, 30, f"Page {number} of 3")]
        for number, word in enumerate(("one", "two", "three"), 1)
    ]
    document = read(*pages)
    assert [block.text for block in document.blocks] == ["Lumbara cures backs", "Text one.", "Text two.", "Text three."]
    assert "Page 3 of 3" in document.source.text and document.skipped > 0


def test_bullets_make_list_items_and_rows_make_cells():
    page = [
        *[(60, 700, "We offer this:"), (60, 680, "•"), (75, 680, "No surgery"), (60, 666, "• Less pain")],
        *[(60, 600, "Measure"), (200, 600, "Before"), (300, 600, "After")],
        *[(60, 586, "Pain score"), (200, 586, "7.1"), (300, 586, "2.0")],
    ]
    found = [(block.role, block.text) for block in read(page).blocks]
    assert found[1:3] == [(Role.LIST_ITEM, "No surgery"), (Role.LIST_ITEM, "Less pain")]
    assert [text for role, text in found if role is Role.TABLE_CELL] == [
        "Measure",
        "Before",
        "After",
        "Pain score",
        "7.1",
        "2.0",
    ]


def test_headings_rank_by_size_and_bold_ones_come_last():
    page = [
        *[(60, 760, "Largest", 24), (60, 720, "Larger", 18), (60, 690, "Bold", 12, "Times-Bold")],
        *column(
            60,
            660,
            "Text that goes on for a while and",
            "makes up most of the page, so that",
            "its size is that of the body.",
        ),
    ]
    assert [(b.role, b.level) for b in read(page).blocks] == [
        (Role.HEADING, 1),
        (Role.HEADING, 2),
        (Role.HEADING, 3),
        (Role.PARAGRAPH, 0),
    ]


def test_a_page_without_text_is_told():
    document = read([(60, 700, "Words.")], [])
    assert document.left_out == (
        "Page 2 shows pictures and no text; it was not read. Make their text readable first, as OCR programs do.",
    )


def test_the_title_is_read_unless_it_says_nothing():
    assert texts([(60, 700, "Words.")], title="We heal backs") == ["We heal backs", "Words."]
    assert texts([(60, 700, "Words.")], title="untitled") == ["Words."]


def test_a_hyphen_stays_where_the_document_writes_it_elsewhere():
    page = column(60, 700, "A pain-free life is what a pain-", "free clinic promises, re-", "generation too.")
    assert texts(page) == ["A pain-free life is what a pain-free clinic promises, regeneration too."]


def test_a_locked_or_damaged_file_is_told_with_its_cause():
    with pytest.raises(ReadError, match="locked with a password"):
        read([(60, 700, "Words.")], password="secret")
    with pytest.raises(ReadError, match="damaged"):
        read_bytes(b"%PDF-1.7\nnothing that follows is a PDF", "broken.pdf")
    whole = pdf([(60, 700, "Words.")])
    with pytest.raises(ReadError, match="damaged"):
        read_bytes(whole[:200], "cut.pdf")


def test_without_its_library_the_install_line_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ReadError, match=r"pip install 'claimcheck-health\[documents\]'"):
        read_bytes(b"%PDF-1.7", "flyer.pdf")
