import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.claim import About, Category, Judgement, Severity, Strength
from claimcheck.errors import UsageError
from claimcheck.know import JURISDICTIONS, Ledger, citations, ledger, note, notices, severity
from claimcheck.know.compiled import SHIPPED, compiled

TEXTS = ["", "Our stem cells regrow your discs.", "PRP can ease sciatica without surgery.", "I may work again!", "%%%"]


@st.composite
def judgements(draw):
    strength = draw(st.sampled_from(Strength))
    categories = draw(st.sets(st.sampled_from(Category), max_size=4))
    shares = {category: draw(st.floats(0, 1)) for category in categories}
    kinds = tuple(category for category in Category if category in categories)
    return Judgement(About.OURS, strength, strength, kinds, 0.9, {}, shares)


asked_for = st.lists(st.sampled_from(list(JURISDICTIONS)), max_size=5, unique=True)
texts = st.one_of(st.sampled_from(TEXTS), st.text(max_size=80))


@settings(max_examples=150, deadline=None)
@given(judgements(), texts, asked_for)
def test_citations_are_few_real_ordered_and_the_same_every_time(judgement, text, asked):
    found = citations(judgement, text, asked)
    assert found == citations(judgement, text, asked)
    kinds = [citation.kind for citation in found]
    assert kinds == sorted(kinds) and kinds.count("evidence") <= 1
    records = [ledger().find(citation.record) for citation in found]
    assert [record["kind"] for record in records] == kinds
    places = [record["jurisdiction"] for record in records if record["kind"] == "regulation"]
    if asked:
        assert places == [each for each in asked if each in places]
    else:
        assert len(found) <= 2
    if not judgement.flagged:
        assert found == ()


@settings(max_examples=100, deadline=None)
@given(judgements(), texts, asked_for)
def test_a_cited_rule_speaks_of_the_claim(judgement, text, asked):
    for citation in citations(judgement, text, asked):
        record = ledger().find(citation.record)
        if record["kind"] == "regulation":
            assert {category.value for category in judgement.categories} & set(record["categories"])
            assert not record["strengths"] or judgement.strength.label in record["strengths"]


@settings(max_examples=100, deadline=None)
@given(judgements(), texts, asked_for)
def test_a_jurisdiction_only_ever_raises_the_severity(judgement, text, asked):
    raised = severity(judgement, text, asked)
    if judgement.severity is None:
        assert raised is None
    else:
        assert raised >= judgement.severity
        assert asked or raised == judgement.severity


def test_the_order_of_other_records_does_not_matter(judged):
    book = Ledger.from_json(compiled(SHIPPED))
    random.Random(7).shuffle(book.precedents)
    claim = judged("asserted", "regeneration")
    assert citations(claim, "Regrows discs.", ["us", "eu"], known=book) == citations(
        claim, "Regrows discs.", ["us", "eu"]
    )


@pytest.mark.parametrize(
    ("strength", "categories", "text", "evidence", "rule"),
    [
        ("asserted", "efficacy", "Our stem cells relieve chronic back pain.", "respine-2024", "us-ftc-health-guidance-substantiation"),
        ("asserted", "regeneration", "Our cells regrow your discs.", "cell-trials-review-2025", "us-ftc-health-guidance-substantiation"),
        ("vague", "efficacy", "PRP may help your disc pain.", "disc-prp-one-year", "us-ftc-health-guidance-may"),
        ("asserted", "comparison", "Avoid surgery.", "no-controlled-surgery-avoidance", "us-21cfr202-1e6i"),
        ("asserted", "speed_duration", "Back at work on Monday.", "no-controlled-return-to-work", "us-ftc-act-5"),
        ("asserted", "efficacy", "Cells for spinal stenosis.", "no-controlled-stenosis-sciatica", "us-ftc-health-guidance-substantiation"),
        ("asserted", "safety", "Wharton's jelly is safe.", "cord-blood-infections-2018", "us-ftc-health-guidance-substantiation"),
        ("asserted", "approval", "FDA-approved stem cells.", "fda-consumer-alert", "us-fda-patient-information-2021"),
        ("asserted", "testimonial", "My pain went within days.", "placebo-review", "us-16cfr255-2b"),
        ("asserted", "efficacy", "Our exosomes ease facet pain.", "wilson-2024", "us-ftc-health-guidance-substantiation"),
        ("asserted", "efficacy", "Stem cells for knee pain.", "cochrane-knee-2024", "us-ftc-health-guidance-substantiation"),
    ],
)  # fmt: skip
def test_a_claim_gets_the_record_that_an_expert_would_name(judged, strength, categories, text, evidence, rule):
    assert [each.record for each in citations(judged(strength, categories), text)] == [evidence, rule]


@pytest.mark.parametrize(
    ("strength", "categories", "text", "jurisdiction", "rule", "raised"),
    [
        ("vague", "comparison", "A way to avoid surgery.", "eu", "eu-2001-83-90a", Severity.ERROR),
        ("asserted", "testimonial", "My pain went within days.", "au", "au-national-law-133-1c", Severity.ERROR),
        ("vague", "efficacy", "PRP can ease your pain.", "uk", "uk-clearcast-can", Severity.WARNING),
        ("vague", "efficacy", "PRP may ease your pain.", "uk", "uk-cap-12-1", Severity.NOTE),
        ("asserted", "safety", "A natural treatment.", "uk", "uk-cap-natural", Severity.WARNING),
        ("asserted", "regeneration", "Regrows discs.", "eu", "eu-2001-83-87-authorised", Severity.WARNING),
    ],
)
def test_a_jurisdiction_chooses_rule_and_severity(judged, strength, categories, text, jurisdiction, rule, raised):
    claim = judged(strength, categories)
    assert [each.record for each in citations(claim, text, [jurisdiction])][-1] == rule
    assert severity(claim, text, [jurisdiction]) is raised


def test_an_unmarked_wording_rule_is_not_cited(judged):
    cited = citations(judged("vague", "efficacy"), "PRP may ease cancer pain.", ["uk"])
    assert "uk-clearcast-can" not in [each.record for each in cited]


def test_notices_speak_of_the_page_as_a_whole():
    assert [notice.citation.record for notice in notices(["au", "us"])] == ["au-tga-biologicals"]
    assert notices(["AU"])[0].text.startswith("Products of human cells")
    assert notices([]) == ()


def test_a_note_says_what_the_records_say(judged):
    cited = citations(judged(), "Our stem cells relieve back pain.")
    assert note(cited) == " ".join(
        (ledger().find("respine-2024")["summary"], ledger().find("us-ftc-health-guidance-substantiation")["demand"])
    )


def test_an_unknown_jurisdiction_is_a_clear_error(judged):
    with pytest.raises(UsageError, match=r"'france'.*Known: us, uk"):
        citations(judged(), "x", ["france"])
