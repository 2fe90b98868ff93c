"""Segments: their places, their contexts, and what must hold for every document."""

import itertools
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.claim import Role
from claimcheck.read import FORMATS, Outline, outline, read_text, segment
from claimcheck.read.sentences import sentences

PAGE = """<title>Lumbara Clinic</title><meta name=description content="We heal backs.">
<h1>Back pain</h1><p>Cells help. Often.</p>
<h2>Benefits</h2><p>Many patients feel better. You may notice:</p>
<ul><li>Less pain.</li><li>More of:<ol><li>sleep</li></ol></li><li>Rest. Play.</li></ul>
<h3>For discs</h3><p>Discs regrow.</p>
<h2>Prices</h2><p>Ask us! 12345</p><p>*** 5 ***</p>
<p>Some people feel fine after a week of rest and physiotherapy</p><ul><li>Not led into</li></ul>"""


def contexts(page=PAGE, format="html"):
    return {each.text: each.context for each in segment(read_text(page, "page", format))}


def test_segments_know_the_headings_above_them_outermost_first():
    found = contexts()
    assert found["Cells help."].headings == ("Back pain",)
    assert found["Less pain."].headings == ("Back pain", "Benefits")
    assert found["Discs regrow."].headings == ("Back pain", "Benefits", "For discs")
    assert found["Ask us!"].headings == ("Back pain", "Prices")
    assert found["Benefits"].headings == ("Back pain",)
    assert found["Back pain"].headings == ()


def test_segments_know_the_words_that_lead_into_their_list():
    found = contexts()
    assert found["Less pain."].lead_in == "You may notice:"
    assert found["sleep"].lead_in == "More of:"
    assert found["Play."].lead_in == "You may notice:"
    assert found["Discs regrow."].lead_in == ""
    assert found["Not led into"].lead_in == ""


def test_segments_know_their_neighbours_and_their_page():
    found = contexts()
    assert found["Often."].before == "Cells help."
    assert found["Often."].after == "Benefits"
    assert found["Back pain"].before == ""
    assert found["We heal backs."].after == ""
    assert {context.page_title for context in found.values()} == {"Lumbara Clinic"}


def test_what_holds_no_letter_is_read_but_is_no_segment():
    document = read_text(PAGE, "page", "html")
    assert any("***" in block.text for block in document.blocks)
    assert not any("***" in each.text for each in segment(document))


def test_a_heading_of_two_sentences_is_one_heading():
    found = contexts("<h1>No pain. No risk.</h1><p>Call.</p><h1>Next</h1><p>Us.</p>")
    assert found["Call."].headings == ("No pain. No risk.",)
    assert found["Us."].headings == ("Next",)
    assert found["Us."].page_title == "No pain. No risk."


def test_an_outline_gives_the_contexts_that_reading_gives():
    segments = segment(read_text(PAGE, "page", "html"))
    again = outline([Outline(s.text, s.role, s.level, s.block) for s in segments if s.text != "sleep"])
    for one, two in zip([s for s in segments if s.text != "sleep"], again, strict=True):
        assert (one.context.headings, one.context.page_title) == (two.context.headings, two.context.page_title)
    assert next(s for s in again if s.text == "Less pain.").context.lead_in == "You may notice:"


def test_a_short_open_phrase_leads_in_but_a_whole_sentence_does_not():
    def lead_in(text):
        return outline([Outline(text, Role.PARAGRAPH, 0, 0), Outline("x", Role.LIST_ITEM, 0, 1)])[1].context.lead_in

    assert lead_in("You may notice") == "You may notice"
    assert lead_in("Here is what you get:") == "Here is what you get:"
    assert lead_in("We are here.") == ""
    assert lead_in("This long line of words has no end and leads nowhere") == ""


def test_reading_needs_no_heavy_module():
    code = (
        "import sys, claimcheck.read as r; r.segment(r.read_text('<p>We heal.', 'x', 'html')); "
        "r.read_text('---\\ntitle: x\\n---\\n', 'x', 'markdown'); "
        "print([m for m in ('urllib.request', 'http', 'ssl', 'socket', 'tomllib', 'email', 'json', 'html.parser') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


MARKUP = st.lists(
    st.sampled_from(
        [
            "<",
            ">",
            "&",
            "&amp;",
            "&#65;",
            "&copy",
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<div",
            "hidden>",
            "</div>",
            "<!--",
            "-->",
            "<br>",
            "<a",
            "href=x>",
            "</a>",
            "<li>",
            "<ul>",
            "</ul>",
            "<td>",
            "<table>",
            "<script>",
            "</script>",
            "<h1>",
            "</h1>",
            "<img",
            "alt='x",
            "y'>",
            "<svg>",
            "</svg>",
            "<title>",
            "</title>",
            "'",
            '"',
            "=",
            "#",
            "*",
            "_",
            "**",
            "`",
            "[",
            "](",
            ")",
            "![",
            ">",
            "-",
            "1.",
            "|",
            "---",
            "```",
            "\\",
            "pain.",
            "Dr.",
            "U.S.",
            "No.5",
            "...",
            "!",
            "?",
            "•",
            "✓",
            "🎉",
            "cells",
            "Cells",
            "We",
            "é",
            "\x00",
            "\xa0",
            "\u2028",
            " ",
            "\n",
            "\n\n",
            "  \n",
            "\t",
            "\r\n",
            "\r",
        ]
    ),
    max_size=40,
).map("".join)
TEXTS = st.one_of(MARKUP, st.text(max_size=200))


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_places_lie_in_the_source_in_order(format, text):
    document = read_text(text, "x", format)
    assert document.read + document.skipped == len(text)
    ends = {}
    for each in segment(document):
        spans = each.spans
        assert each.text == each.text.strip()
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
        assert spans[0].start >= ends.get(each.block, 0)
        ends[each.block] = spans[-1].end
        assert sum(run.length for run in each.offsets.runs) == len(each.text)


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=200, deadline=None)
@given(text=TEXTS)
def test_no_place_of_the_source_is_read_twice(format, text):
    runs = sorted((r.source, r.source_length) for b in read_text(text, "x", format).blocks for r in b.offsets.runs)
    assert all(one[0] + one[1] <= two[0] for one, two in itertools.pairwise(runs))


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_plain_text_stands_in_its_source_up_to_white_space(text):
    # Before disguised words are read: test_disguises.py has what they are read as.
    for block in filter(lambda each: each.text, read_text(text).blocks):
        cover = block.offsets.cover(0, len(block.text))
        assert text[cover.start : cover.end].split() == block.text.split()


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_sentences_do_not_overlap_and_lose_only_bullets_and_space(text):
    ranges = sentences(text)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(ranges))
    left = list(text)
    for start, end in ranges:
        left[start:end] = [""] * (end - start)
    assert not any(character.isalnum() for character in left)
