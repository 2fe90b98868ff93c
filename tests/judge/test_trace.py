"""Accounts of judgements: what they say has to follow from the text and add up to the scores that decided."""

import pytest

from claimcheck import codebook
from claimcheck.claim import About, Category, PageType, Role, Segment, Strength
from claimcheck.judge import default_judge
from claimcheck.judge.first import FLAG, UNIT
from claimcheck.judge.reading import Reader
from claimcheck.judge.scope import claim_states
from claimcheck.judge.triggers import Seen, applied, forms
from claimcheck.judge.weighing import loudest
from claimcheck.learn.words import Words
from claimcheck.read import Outline, outline
from claimcheck.text import Span
from claimcheck.trace import Weight

PAGE = outline(
    [
        Outline("Exosome therapy", Role.HEADING, 1, 0),
        Outline("Our exosomes are given into the disc.", Role.PARAGRAPH, 0, 1),
        Outline("The visit takes an hour.", Role.PARAGRAPH, 0, 1),
        Outline("It may reduce pain, but it is not a cure.", Role.PARAGRAPH, 0, 2),
        Outline("Spinal fusion", Role.HEADING, 1, 3),
        Outline("It reduces pain.", Role.PARAGRAPH, 0, 4),
    ]
)


@pytest.fixture(scope="module")
def traces():
    return default_judge().explain(PAGE, range(len(PAGE)), PageType.SELLER)


def test_an_account_comes_for_findings_and_for_what_is_not_flagged(traces):
    judgements = default_judge().judge(PAGE, PageType.SELLER)
    assert [trace.judgement for trace in traces] == judgements
    for trace in traces:
        assert trace.reasons and trace.segment in PAGE
        assert trace.judgement.flagged == (trace.judgement.confidence >= trace.threshold)


def test_the_weights_of_all_groups_make_the_first_score_of_the_flag(traces):
    first, _ = default_judge().scores(PAGE, PageType.SELLER)
    for trace, scores in zip(traces, first, strict=True):
        assert sum(trace.groups.values()) == pytest.approx(scores[FLAG] / UNIT, abs=1 / UNIT)
        assert all(weight.logit > 0 for weight in trace.weighed_for)
        assert all(weight.logit < 0 for weight in trace.weighed_against)


def test_a_hedge_and_a_denial_reach_only_what_they_reach(traces):
    states = {claim.text: (claim.state, claim.by and claim.by.text) for claim in traces[3].claims}
    assert states["reduce"] == ("hedged", "may")
    assert states["cure"] == ("denied", "not")


def test_what_it_points_to_and_the_headings_are_told(traces):
    assert traces[3].focus.pointer == "It"
    assert traces[3].focus.antecedent.inside == PAGE[1].text and traces[3].focus.antecedent.back == 2
    named = {(mention.where, mention.about) for mention in traces[5].focus.mentions}
    assert ("heading", About.OTHER) in named


def test_spans_stand_where_they_say(traces):
    for trace in traces:
        text = trace.segment.text
        for each in (*trace.claims, *trace.signals):
            assert text[each.span.start : each.span.end] == each.text
        for weight in (*trace.weighed_for, *trace.weighed_against):
            assert weight.span is None or 0 <= weight.span.start < weight.span.end <= len(text)


def test_words_that_lie_inside_louder_ones_are_left_out():
    weights = [
        Weight("w:no more pain", "words", 0.9, Span(0, 12)),
        Weight("w:more pain", "words", 0.8, Span(3, 12)),
        Weight("c:pai", "chars", 0.7),
        Weight("w:discs", "words", 0.2),
        Weight("w:today", "words", -0.5),
    ]
    assert [each.feature for each in loudest(weights, 1, 6)] == ["w:no more pain", "w:discs"]
    assert [each.feature for each in loudest(weights, -1, 6)] == ["w:today"]


@pytest.fixture(scope="module")
def seen():
    reader: Reader = Words.shipped().reader()

    def look(text, *, about=About.OURS, seller=True, role=Role.PARAGRAPH, heading="", lead_in="", before=""):
        parts = [Outline(heading, Role.HEADING, 2, 0)] if heading else []
        parts += [Outline(each, Role.PARAGRAPH, 0, 1) for each in (lead_in, before) if each]
        segment = outline([*parts, Outline(text, role, 0, 2)])[-1]
        reading = reader.read(text)
        return {case.number for case in applied(Seen(segment, reading, claim_states(reading), about, seller))}

    return look


@pytest.mark.parametrize(
    ("case", "text", "near", "surroundings"),
    [
        (1, "There is no guarantee that it works.", "It works.", {}),
        (2, "Ready to live pain-free?", "You are ready.", {}),
        (3, "It may sting, but it regenerates the disc.", "It regenerates the disc.", {}),
        (4, "Dr X says it cures sciatica.", "It cures sciatica.", {}),
        (7, "85 % of patients improve.", "Patients improve.", {}),
        (9, "Visit the Back Pain Cure Center.", "Visit us.", {}),
        (10, "It is injected to repair the disc.", "It repairs the disc.", {}),
        (14, "Skip the surgery.", "Surgery is skipped.", {}),
        (17, "Imagine life without pain.", "Life goes on.", {}),
        (20, "PRP can ease pain.", "PRP eases pain.", {}),
        (25, "Anyone with a painful disc qualifies.", "The disc is painful.", {}),
        (28, "Stem cells", "Stem cells", {"role": Role.ALT}),
        (34, "less pain", "less pain", {"lead_in": "You may notice:", "role": Role.LIST_ITEM}),
        (35, "In many cases, yes.", "It depends on the weather and on much else besides.", {"before": "Can it spare me surgery?"}),
        (38, "It reduces pain.", "It reduces pain.", {"about": About.OTHER}),
        (48, "Your natural supply of stem cells is running out.", "Stem cells were counted.", {}),
        (50, "An establishment must list its products.", "An establishment must list its products.", {"seller": False}),
        (51, "Live pain-free!", "Live well!", {}),
        (55, "It may help the body heal itself completely.", "It helps the body.", {}),
        (57, "Only 5 places left!", "There is a place for you.", {}),
        (61, "Early results encourage, but larger trials are needed.", "Results encourage.", {}),
        (62, "Our old Labrador runs again.", "Our old neighbour runs again.", {}),
        (66, "78 %", "78 %", {"role": Role.TABLE_CELL}),
    ],
)  # fmt: skip
def test_a_case_is_seen_by_its_form_and_not_without_it(seen, case, text, near, surroundings):
    assert case in seen(text, **surroundings)
    kept = surroundings if case == 35 else {}
    assert case not in seen(near, **kept)


def test_every_case_has_a_form_that_its_own_condition_names_are_known():
    for case in codebook.cases():
        assert case.when, f"case {case.number} cannot be seen"


def test_forms_name_only_labels_classes_and_roles_that_exist():
    classes = set(Words.shipped().classes)
    for case in codebook.cases():
        for when in forms(case):
            assert classes.issuperset((*when.kinds, *when.kinds_none))
            assert {role.value for role in Role}.issuperset(when.roles)
            assert {about.value for about in About}.issuperset(when.about)
            assert when.page in {"", "seller", "neutral"}


def test_plain_logistics_have_no_hard_case(seen):
    assert seen("The visit takes an hour.", about=About.BUSINESS) == set()


def test_why_not_names_the_subject_where_the_words_would_claim():
    (trace,) = default_judge().explain([Segment.of("We are open on Mondays.")], [0])
    assert trace.placed == "alone" and trace.judgement.strength is Strength.NONE
    assert any("about the business" in reason for reason in trace.reasons)
    assert set(trace.judgement.category_probabilities) == set(Category)
