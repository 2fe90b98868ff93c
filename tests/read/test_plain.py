"""Plain text to blocks: what is a paragraph, a heading, a list item."""

import pytest

from claimcheck.claim import Role
from claimcheck.read import read_text, segment

P, H, LI = Role.PARAGRAPH, Role.HEADING, Role.LIST_ITEM
ARTICLE = """Stem Cell Therapy for Back Pain

Stem Cell Therapy for Back Pain

Back pain is common. It can be caused by many things, among them muscle strain and herniated discs, as most know.

What is Stem Cell Therapy?
Stem cell therapy is a regenerative medicine approach that aims to repair damaged tissues in the body of a patient.

Benefits of Stem Cell Therapy for Back Pain:
1. Regeneration of damaged tissues: Stem cell therapy has the potential to regenerate discs. This can help restore the spine.

2. Reduced inflammation: Stem cells release molecules that can help reduce inflammation in the affected area of the back.

Stem cell therapy holds great potential as a treatment for back pain, and it offers a promising alternative to others.

Write A Comment"""


def blocks(text):
    return [(block.role, block.text) for block in read_text(text).blocks]


def test_an_article_comes_out_as_a_reader_sees_it():
    title = "Stem Cell Therapy for Back Pain"
    found = blocks(ARTICLE)
    assert [(role, text[:31]) for role, text in found] == [
        (H, title),
        (H, title),
        (P, "Back pain is common. It can be "),
        (H, "What is Stem Cell Therapy?"),
        (P, "Stem cell therapy is a regenera"),
        (H, "Benefits of Stem Cell Therapy f"),
        (LI, "Regeneration of damaged tissues"),
        (LI, "Reduced inflammation: Stem cell"),
        (P, "Stem cell therapy holds great p"),
        (P, "Write A Comment"),
    ]


def test_a_label_stays_with_its_sentence():
    (first, second) = [each for each in segment(read_text(ARTICLE)) if each.block == 6]
    assert first.text.startswith("Regeneration of damaged tissues: Stem cell therapy has")
    assert second.text == "This can help restore the spine."
    assert first.context.headings[-1] == "Benefits of Stem Cell Therapy for Back Pain:"


def test_a_text_is_called_by_its_first_heading():
    document = read_text(ARTICLE)
    assert document.title == "Stem Cell Therapy for Back Pain"
    assert [block.level for block in document.blocks if block.role is H] == [1, 1, 2, 2]


WRAPPED = """Our clinic offers injections of stem cells to people with
back pain. We have done so for many years, and our doctors
know what they do. Ask them about the risks as well."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WRAPPED, [(P, " ".join(WRAPPED.split()))]),
        ("We heal.", [(P, "We heal.")]),
        ("Short line", [(P, "Short line")]),
        ("- no pain\n- no risk", [(LI, "no pain"), (LI, "no risk")]),
        ("• no pain\n• no risk", [(LI, "no pain"), (LI, "no risk")]),
        ("✅ no pain\n🎉 no risk", [(LI, "no pain"), (LI, "no risk")]),
        ("1. no pain\n2) no risk", [(LI, "no pain"), (LI, "no risk")]),
        ("- no pain\n  at all\n- no risk", [(LI, "no pain at all"), (LI, "no risk")]),
        ("BOOK NOW\nWe wait for you.", [(H, "BOOK NOW"), (P, "We wait for you.")]),
        ("Our Prices\n\nThey are low.", [(H, "Our Prices"), (P, "They are low.")]),
        ("Call now!\nWe wait for you.", [(P, "Call now!"), (P, "We wait for you.")]),
        ("one\r\n\r\ntwo\r\rthree", [(P, "one"), (P, "two"), (P, "three")]),
        ("", []),
        (" \n\t\n ", []),
    ],
)
def test_lines_are_told_apart(text, expected):
    assert blocks(text) == expected


def test_a_phrase_with_a_colon_leads_into_its_list():
    text = "You may notice:\n- less pain\n- more sleep"
    assert [(s.role, s.context.lead_in) for s in segment(read_text(text))] == [
        (P, ""),
        (LI, "You may notice:"),
        (LI, "You may notice:"),
    ]
