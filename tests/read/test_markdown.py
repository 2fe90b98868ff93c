"""Markdown to blocks: its marks taken off, its text in place."""

import pytest

from claimcheck.claim import Role
from claimcheck.read import read_text, segment


def read(text):
    return read_text(text, "page.md", "markdown")


def blocks(text):
    return [(block.role, block.text) for block in read(text).blocks]


def texts(text):
    return [block.text for block in read(text).blocks]


P, H, LI, Q, TD = Role.PARAGRAPH, Role.HEADING, Role.LIST_ITEM, Role.QUOTE, Role.TABLE_CELL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# We heal #", [(H, "We heal")]),
        ("###### We heal", [(H, "We heal")]),
        ("#We heal", [(P, "#We heal")]),
        ("We heal\n=======", [(H, "We heal")]),
        ("We heal\nbacks\n---", [(H, "We heal backs")]),
        ("one\ntwo\n\nthree", [(P, "one two"), (P, "three")]),
        ("- one\n- two", [(LI, "one"), (LI, "two")]),
        ("* one\n\n* two", [(LI, "one"), (LI, "two")]),
        ("1. one\n2. two", [(LI, "one"), (LI, "two")]),
        ("- one\n  more\n- two", [(LI, "one more"), (LI, "two")]),
        ("- one\nlazy", [(LI, "one lazy")]),
        ("- one\n  - two\n    1. three\n- four", [(LI, "one"), (LI, "two"), (LI, "three"), (LI, "four")]),
        ("- [ ] one\n- [x] two", [(LI, "one"), (LI, "two")]),
        ("The year\n1986. What a year.", [(P, "The year 1986. What a year.")]),
        ("> one\n> two\n\nthree", [(Q, "one two"), (P, "three")]),
        ("> one\nlazy", [(Q, "one lazy")]),
        ("> - one\n> - two", [(LI, "one"), (LI, "two")]),
        ("> # one", [(H, "one")]),
        ("```\ncode\n```\none", [(P, "one")]),
        ("~~~ py\ncode\n\n# code\n~~~\none", [(P, "one")]),
        ("    code\n\none", [(P, "one")]),
        ("one\n    two", [(P, "one two")]),
        ("```\nnever closed", []),
        ("***\none\n***", [(P, "one")]),
        (
            "| A | B |\n| --- | :-: |\n| c **d** | e \\| f |\n\none",
            [(TD, "A"), (TD, "B"), (TD, "c d"), (TD, "e | f"), (P, "one")],
        ),
        ("A | B\n--|--\nc |", [(TD, "A"), (TD, "B"), (TD, "c")]),
        ("[x]: http://x.example 'T'\n\none", [(P, "one")]),
        ("one[^1]\n\n[^1]: two", [(P, "one"), (P, "two")]),
        ("<div>one <b>two</b></div>\n\nthree", [(P, "one two"), (P, "three")]),
        ("<div hidden>\none\n</div>\n\ntwo", [(P, "two")]),
        ("<!-- one\n\ntwo -->\nthree", [(P, "three")]),
        ("<script>\n\none\n</script>\ntwo", [(P, "two")]),
        ("[Book now](http://x.example)", [(Role.LINK, "Book now")]),
        ("", []),
        ("\r\n\r\n", []),
        ("one\r\ntwo\r\n\r\nthree", [(P, "one two"), (P, "three")]),
    ],
)
def test_blocks_are_told_apart(text, expected):
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* **b** ***c*** _d_ __e__ ~~f~~", "a b c d e f"),
        ("snake_case_name and 5 * 3 * 2", "snake_case_name and 5 * 3 * 2"),
        ("un*frigging*believable", "unfriggingbelievable"),
        ("a *lone star", "a *lone star"),
        ("\\*not\\* \\# \\a", "*not* # \\a"),
        ("`code * here` and ``a ` b``", "code * here and a ` b"),
        ("a ` b", "a ` b"),
        ("[text](http://x.example 'T') on", "text on"),
        ('[te**x**t](<a b> "T") on', "text on"),
        ("[text][ref] and [text][] on", "text and text on"),
        ("[not a link] on", "[not a link] on"),
        ("[a](b (c) on", "[a](b (c) on"),
        ("see ![alt *x*](a.png) on", "see on"),
        ("<https://x.example/a*b*> <me@x.example>", "https://x.example/a*b* me@x.example"),
        ("a &amp; b &copy; &nosuch;", "a & b © &nosuch;"),
        ("one <b>two</b><i class=x>three</i>", "one twothree"),
        ("a<br>b  \nc\\\nd\ne", "a\nb\nc\nd e"),
        ("3 < 4 and 5 > 4", "3 < 4 and 5 > 4"),
        ("Our **stem\ncells** heal", "Our stem cells heal"),
        ("](", "]("),
        ("![", "!["),
    ],
)
def test_marks_are_taken_off_the_text(text, expected):
    assert texts(text)[0] == expected


def test_texts_of_images_and_titles_are_kept():
    text = 'See ![A *healed* spine](a.png "Before") and [us](b "After") <img alt="Disc">'
    assert [(role, each) for role, each in blocks(text) if role is Role.ALT] == [
        (Role.ALT, "A healed spine"),
        (Role.ALT, "Before"),
        (Role.ALT, "After"),
        (Role.ALT, "Disc"),
    ]


def test_places_lead_back_through_marks_and_containers():
    text = "> - Our **stem\n>   cells** &amp; you\n"
    (each,) = segment(read(text))
    assert each.text == "Our stem cells & you"
    assert [text[s.start : s.end] for s in each.spans] == ["Our ", "stem\n", "cells", " &amp; you"]


def test_places_in_html_blocks_count_in_the_whole_text():
    text = "# One\n\n<div>two <img alt=three></div>\n"
    assert [text[s.span.start : s.span.end] for s in segment(read(text))] == ["One", "two", "three"]


YAML = """---
title: "Heal \\"now\\"" # a comment
description: >-
  We heal
  backs.
seo:
  title: 'It''s easy'
  seo_description: plain text # not this
keywords: [back pain, "stem cells"]
tags:
  - not kept
summary: |
  One.
layout: page
---
# Body
"""


def test_yaml_front_matter_gives_its_texts():
    assert blocks(YAML) == [
        (Role.TITLE, 'Heal "now"'),
        (Role.META, "We heal backs."),
        (Role.TITLE, "It's easy"),
        (Role.META, "plain text"),
        (Role.META, "back pain"),
        (Role.META, "stem cells"),
        (Role.META, "One."),
        (Role.HEADING, "Body"),
    ]


def test_toml_front_matter_gives_its_texts():
    text = '+++\ntitle = "Heal"\ndescription = """\nWe\nheal"""\nog_title = \'Raw \\n\'\nweight = 5\n+++\nBody'
    assert blocks(text) == [
        (Role.TITLE, "Heal"),
        (Role.META, "We heal"),
        (Role.META, "Raw \\n"),
        (Role.PARAGRAPH, "Body"),
    ]


def test_front_matter_has_exact_places():
    document = read(YAML)
    first = document.blocks[0].offsets.cover(0, 4)
    assert YAML[first.start : first.end] == "Heal"
    assert document.title == 'Heal "now"'


@pytest.mark.parametrize("text", ["---\none", "---\n\none\n", "--- \n"])
def test_a_rule_at_the_top_is_no_front_matter(text):
    assert all(role is not Role.META for role, _ in blocks(text))


def test_a_list_knows_the_words_that_lead_into_it():
    text = "You may notice:\n\n- less pain\n- more of:\n  - sleep\n  - work\n- rest\n"
    assert [(s.text, s.context.lead_in) for s in segment(read(text))] == [
        ("You may notice:", ""),
        ("less pain", "You may notice:"),
        ("more of:", "You may notice:"),
        ("sleep", "more of:"),
        ("work", "more of:"),
        ("rest", "You may notice:"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 60_000,
        "[](" * 40_000,
        "[a](b '" * 20_000,
        "*a_b" * 40_000,
        "`a" * 60_000,
        "> " * 60_000,
        "- " * 60_000,
        "<a " * 60_000,
        "a@b." * 40_000,
        "[^a" * 40_000,
        "# " * 60_000,
        "\\" * 60_000,
        "![" * 40_000,
    ],
    ids=lambda text: text[:6],
)
def test_hostile_texts_are_read_in_one_pass(text):
    """A reader that took quadratic time would not come back from these."""
    document = read(text)
    assert document.read + document.skipped == len(text)


def test_a_picture_before_the_words_is_told_before_them():
    assert texts("[![first](a.png) text](b) on ![last](c.png)") == ["first", "text on", "last"]


def test_rows_between_pipes_are_cells_though_no_head_names_them():
    assert texts("| Discs | 40 % |\n| Knees | 6 weeks |\n\nText with a | in it\nand | more.\n") == [
        *("Discs", "40 %", "Knees", "6 weeks"),
        "Text with a | in it and | more.",
    ]
