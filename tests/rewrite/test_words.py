"""Slots, shapes, grammar, quotations, memory and reasons, each on its own."""

import pytest

from claimcheck.claim import Category, Role, Segment
from claimcheck.rewrite.grammar import article, capitalized, is_title_case, titled, uncapitalized
from claimcheck.rewrite.memory import Memory
from claimcheck.rewrite.quotes import quotation
from claimcheck.rewrite.reasons import hold
from claimcheck.rewrite.shape import Style, is_limited, is_quoted, is_story, shape
from claimcheck.rewrite.slots import condition, repaired, slots, treatment
from claimcheck.rewrite.tables import facts
from claimcheck.rewrite.verify import objections
from tests.rewrite.conftest import judged, page_of


@pytest.mark.parametrize(
    ("text", "name", "plural", "cells"),
    [
        ("Our stem cell injections work.", "our stem cell injections", True, "stem"),
        ("A stem cell injection works.", "stem cell injections", True, "stem"),
        ("STEM CELL METHOD", "stem cells", True, "stem"),
        ("Platelet-Rich Plasma (PRP) works.", "platelet-rich plasma (PRP)", False, "prp"),
        ("Fat stem cells work.", "fat stem cells", True, "fat"),
        ("Exosome therapy works.", "exosome therapy", False, "exosomes"),
    ],
)
def test_a_treatment_is_named_as_it_can_stand_in_a_sentence(text, name, plural, cells):
    found = treatment(text)
    assert (found.text, found.plural, found.cells) == (name, plural, cells)


def test_no_treatment_no_condition_no_object():
    assert treatment("Book a visit.") is None
    assert condition("Book a visit.") == ""
    assert repaired("Bone marrow concentrate works.") == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("for chronic lower back pain and more", "chronic lower back pain"),
        ("A herniated disc heals.", "herniated discs"),
        ("of Type 2 Diabetes", "type 2 diabetes"),
        ("with knee osteoarthritis", "knee osteoarthritis"),
    ],
)
def test_a_condition_is_named_as_the_text_names_it(text, name):
    assert condition(text) == name


def test_a_short_answer_is_read_with_its_question():
    _, segments = page_of("Can PRP spare me an operation?", "In many cases, yes.")
    found = slots(segments[1], judged("x"))
    assert found.treatment.text == "PRP"
    assert found.topics[0] == "surgery"


@pytest.mark.parametrize(
    ("text", "role", "style"),
    [
        ("PRP relieves pain.", Role.PARAGRAPH, Style.SENTENCE),
        ("PRP for pain", Role.HEADING, Style.HEADING),
        ("Less pain", Role.LIST_ITEM, Style.ITEM),
        ("It is quick", Role.LIST_ITEM, Style.HEADING),
        ("It relieves pain.", Role.LIST_ITEM, Style.SENTENCE),
        ("Book now", Role.BUTTON, Style.BUTTON),
        ("PRP helps with:", Role.PARAGRAPH, Style.LEAD),
        ("A woman hiking", Role.ALT, Style.PICTURE),
    ],
)
def test_a_segment_has_a_style(text, role, style):
    assert shape(Segment.of(text, role), ours=True).style is style


def test_marks_suffixes_and_case_stay():
    title = shape(Segment.of("PRP for Back Pain | Leeds Clinic", Role.TITLE), ours=True)
    assert title.finished("about PRP") == "About PRP | Leeds Clinic"
    label = shape(Segment.of("Headline: Swing again", Role.PARAGRAPH), ours=True)
    assert label.finished("Ask us") == "Headline: Ask us"
    assert shape(Segment.of("NO MORE PAIN", Role.HEADING), ours=True).finished("About PRP") == "ABOUT PRP"


def test_a_persons_words_are_told_from_scare_quotes():
    kinds = (Category.TESTIMONIAL,)
    assert is_quoted(Segment.of("“I walked again after only two weeks.”"), ())
    assert is_quoted(Segment.of("I walked again."), kinds)
    assert is_story(Segment.of("She walked again."), kinds)
    assert not is_quoted(Segment.of("She walked again."), kinds)
    assert not is_quoted(Segment.of("The body is “fooled” into healing."), kinds)
    assert not is_story(Segment.of("Gwen after her treatment", Role.ALT), kinds)


def test_a_limited_statement_is_known_as_one():
    assert is_limited("In one trial of 114 people, cells did no better than a sham injection.")
    assert not is_limited("Studies show that cells work.")


def test_a_quotation_is_taken_whole_and_alone():
    block = [Segment.of(text) for text in ('"It hurt.', 'Now it is gone." - Bo', '"So kind." - Ann')]
    assert quotation(block, 0) == block[:2]
    assert quotation(block, 2) == block[2:]


def test_grammar():
    assert capitalized("iPS cells") == "iPS cells"
    assert uncapitalized("PRP works") == "PRP works"
    assert article("an stem cell clinic") == "a stem cell clinic"
    assert titled("platelet-rich plasma and pain: what is known") == "Platelet-Rich Plasma and Pain: What Is Known"
    assert is_title_case("Stem Cells for Sciatica")
    assert not is_title_case("Stem cells for sciatica")


def test_a_page_remembers_what_it_says():
    fact = next(each for each in facts() if each.text)
    _, segments = page_of("Ask us.", fact.text.replace("{it}", "it"))
    memory = Memory(segments)
    assert not memory.allows("Ask us.", "")
    assert not memory.allows("New.", fact.text)
    memory.note("New.", frame="{T} {is} a question for your doctor")
    assert not memory.allows("new.", "")
    assert memory.wear("{T} {has} a question for your doctor") == 1


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("PRP works.", "PRP is unproven.", ""),
        ("PRP works.", "In 40 people PRP is unproven.", "the number 40"),
        ("PRP works.", "In ten people PRP is unproven.", "the number ten"),
        ("PRP works.", "PRP in athletes is unproven.", "athletes"),
        ("PRP works.", "PRP is unproven for sciatica.", "sciatica"),
        ("PRP works.", "Exosomes are unproven.", "exosomes"),
        ("PRP works.", "Whether PRP can replace surgery is not known.", "surgery"),
        ("PRP works for $900.", "PRP is unproven.", "$900"),
        ("As you can hear from Dr Jane Doe, the PRP works.", "PRP is unproven.", "Jane Doe"),
        ("PRP works.", "PRP may possibly be unproven.", "hedge twice"),
    ],
)
def test_a_rewrite_adds_and_loses_nothing(old, new, problem):
    found = objections(old, new, around="")
    assert problem in found
    assert bool(found) == bool(problem)


def test_a_refusal_says_what_would_support_the_claim():
    reason = hold(judged("x", categories=(Category.APPROVAL,)), ["the page says so already"])
    assert "the licence" in reason
    assert "the page says so already" in reason
