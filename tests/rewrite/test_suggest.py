import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.claim import Role
from claimcheck.edits import spliced
from claimcheck.finding import Applicability
from claimcheck.rewrite.tables import words
from tests.rewrite.conftest import Judge, checked, judged, page_of

CLAIMS = (
    "Our stem cells regrow your discs.",
    "PRP relieves back pain.",
    "PRP may help to ease sciatica in 85 % of patients.",
    "The cells are put into the disc, where they rebuild tissue.",
    "To heal the disc, we inject bone marrow concentrate.",
    "Exosomes are completely safe.",
    "It reduces inflammation around the nerve.",
    "Platelet-rich plasma for back pain",
    "You will be pain-free without surgery.",
    "Whatever it is, the treatment cures it!",
    "Stem cell therapy for sciatica",
)
PLAIN = ("Book a visit.", "Discs lose water with age.", "We are open on Mondays.", "Our clinic is in Leeds.")


def test_a_trailing_claim_is_cut(rewrites):
    found = rewrites("We put the cells into the disc under X-ray, where they rebuild tissue.")
    rewrite = found["We put the cells into the disc under X-ray, where they rebuild tissue."]
    assert rewrite.text == "We put the cells into the disc under X-ray."
    assert rewrite.applicability is Applicability.APPLY
    assert not rewrite.citations


def test_a_claim_is_said_anew_with_its_evidence(rewrites):
    rewrite = rewrites("Our clinic is in Leeds.", "PRP relieves back pain.")["PRP relieves back pain."]
    assert rewrite.applicability is Applicability.CONFIRM
    assert "PRP" in rewrite.text
    assert not judged(rewrite.text).flagged
    assert "back pain" in rewrite.text


def test_a_heading_stays_a_heading(rewrites):
    rewrite = rewrites(("Stem Cell Therapy for Back Pain", Role.HEADING))["Stem Cell Therapy for Back Pain"]
    assert rewrite.text == "Stem Cell Therapy and Back Pain: What Is Known and What Is Not"


def test_a_persons_words_are_taken_out_whole_or_not_at_all(rewrites):
    text = "“I can walk again after years, and the cells healed my disc.”"
    rewrite = rewrites(text)[text]
    assert rewrite.text == ""
    assert rewrite.applicability is Applicability.SHOW
    assert rewrite.edits
    assert "forge" in rewrite.reason


def test_what_says_how_weak_its_evidence_is_stays(judge):
    from dataclasses import replace

    from claimcheck.claim import Category, Strength
    from claimcheck.rewrite import suggest

    source, segments = page_of("In one trial of 114 people, cells did no better than a sham injection.")
    flagged = {0: judged(segments[0].text, Strength.ASSERTED, (Category.EFFICACY,))}
    rewrite = suggest(source, segments, flagged, judge.again())[0]
    assert (rewrite.text, rewrite.edits) == ("", ())
    assert replace(rewrite, reason="").applicability is Applicability.SHOW


def test_a_price_is_not_lost(rewrites):
    text = "For $4,900 the cells regrow your disc."
    assert rewrites(text)[text].text == ""


def test_growth_is_limited(rewrites):
    text = "PRP relieves back pain."
    assert len(rewrites(text, max_growth=20)[text].text) - len(text) <= 20


def test_a_page_does_not_say_the_same_twice():
    source, _ = page_of(*(f"{text[:-1]} in {town}." for town in ("Leeds", "York", "Hull") for text in CLAIMS[:7]))
    result = checked(source.text)
    texts = [each.rewrite.text for each in result.findings if each.rewrite.text]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("text", CLAIMS)
def test_every_finding_has_a_suggestion_or_a_reason(rewrites, text):
    rewrite = rewrites(text)[text]
    assert rewrite.reason
    assert bool(rewrite.text) <= bool(rewrite.edits)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(CLAIMS + PLAIN), min_size=1, max_size=8))
def test_what_is_suggested_is_below_the_flag_and_edits_write_it(texts):
    result = checked("\n\n".join(texts))
    for finding in result.findings:
        rewrite = finding.rewrite
        if rewrite.text:
            assert not judged(rewrite.text).flagged
            assert rewrite.text in " ".join(spliced(result.source.text, rewrite.edits).split())
            assert len(words().hedges.findall(rewrite.text)) <= 1


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(CLAIMS + PLAIN), min_size=1, max_size=6))
def test_no_number_comes_from_nowhere(texts):
    import json
    import re

    from claimcheck.know import ledger

    result = checked("\n\n".join(texts))
    for finding in result.findings:
        records = [json.dumps(ledger().find(each.record)) for each in finding.rewrite.citations]
        known = " ".join((finding.text, *records))
        for number in re.findall(r"\d+", finding.rewrite.text):
            assert number in known


def test_the_rule_of_these_tests_flags_every_claim():
    judge = Judge()
    _, segments = page_of(*CLAIMS)
    assert all(each.flagged for each in judge.judge(segments))
