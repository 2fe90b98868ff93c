import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.claim import About, Category, Judgement, Severity, Strength
from claimcheck.errors import UsageError
from claimcheck.know import JURISDICTIONS, Ledger, advertising, bearing, citations, ledger, notices, severity
from claimcheck.know.compiled import SHIPPED, compiled
from claimcheck.know.pertinence import Named, Need, bears_on, of_evidence, of_regulation
from claimcheck.know.wording import Names, Wording, needles

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


def test_a_jurisdiction_may_be_named_in_full():
    assert notices(["Australia", " au "]) == notices(["au"]) != ()


def test_an_unknown_jurisdiction_is_a_clear_error(judged):
    with pytest.raises(UsageError, match=r"'france'.*Known: us, uk"):
        citations(judged(), "x", ["france"])


# --- The definition in plain words, gone through record by record, against the shelf that remembers. ------------------


def _plainly(judgement, text, asked, book):
    """Citations and severity by the definition: every record rated, the words looked for in each."""
    own = judgement.severity
    if own is None:
        return [], None
    leading = sorted(judgement.categories, key=lambda kind: -judgement.category_probabilities[kind])
    names, strength, words = [kind.value for kind in leading], judgement.strength.label, Wording(text)
    said = Named(*(Names(book.words[table]).within(words) for table in ("claims", "cells", "conditions")))
    need = Need(names, said, book.words)

    def best(records, points, count):
        rated = [(value, record) for record in records if (value := points(record)) is not None]
        return [record["id"] for _, record in sorted(rated, key=lambda pair: -pair[0])[:count]]

    def meant(rule):
        return not rule["when"] or words.has(needles(rule["when"]))

    def points(rule):
        return of_regulation(rule, names, strength) if meant(rule) else None

    cited = best(book.evidence, lambda record: of_evidence(record, need), 1)
    ranks = [own]
    for place in asked:
        rules = [rule for rule in book.regulations if rule["jurisdiction"] == place]
        cited += best(rules, points, 1)
        ranks += [
            Severity[rule["severity"].upper()]
            for rule in rules
            if rule["reach"] == "claim" and rule["severity"] and meant(rule) and bears_on(rule, names, strength)
        ]
    if not asked:
        cited += best(book.regulations, points, 2 - len(cited))
    return cited, max(ranks)


@settings(max_examples=300, deadline=None)
@given(judgements(), texts, asked_for)
def test_what_is_remembered_is_what_the_definition_gives(judgement, text, asked):
    cited, rank = _plainly(judgement, text, asked, ledger())
    assert [each.record for each in citations(judgement, text, asked)] == cited
    assert severity(judgement, text, asked) == rank


@settings(max_examples=150, deadline=None)
@given(judgements(), texts, asked_for)
def test_all_that_bears_on_a_claim_agrees_with_its_parts(judgement, text, asked):
    known = bearing(judgement, text, asked)
    if not judgement.flagged:
        assert known is None
        return
    assert known.citations == citations(judgement, text, asked)
    assert known.severity == severity(judgement, text, asked)
    places = asked or list(JURISDICTIONS)
    of = [rule.jurisdiction for rule in known.rules]
    assert of == [place for place in places if place in of], "grouped: one rule a jurisdiction, in order"
    raised = tuple(place for place in places if severity(judgement, text, [place]) > judgement.severity)
    assert known.raised == raised
    for rule in known.rules:
        assert citations(judgement, text, [rule.jurisdiction])[-1] == rule


def test_without_a_jurisdiction_every_one_that_has_a_rule_on_the_claim_is_told(judged):
    known = bearing(judged("asserted", "testimonial"), "My pain went within days.")
    assert [rule.record for rule in known.rules if rule.jurisdiction in ("us", "uk", "eu", "au", "ca")] == [
        "us-16cfr255-2b",
        "uk-cap-testimonials",
        "eu-2001-83-90ijk",
        "au-national-law-133-1c",
        "ca-competition-act",
    ]
    assert "au" in known.raised and "us" not in known.raised


def test_the_rules_on_any_advertisement_are_those_of_all_or_of_the_places_asked_for():
    assert [rule.record for rule in advertising(["au"])] == ["au-tga-biologicals"]
    assert {rule.jurisdiction for rule in advertising()} == {"uk", "eu", "au", "in"}


def test_a_citation_says_what_the_record_says_and_its_limit(judged):
    evidence, rule = citations(judged(), "Our stem cells relieve back pain.")
    trial, guide = ledger().find(evidence.record), ledger().find(rule.record)
    assert (evidence.says, evidence.limit, evidence.jurisdiction) == (trial["summary"], trial["limits"], "")
    assert (rule.says, rule.limit, rule.jurisdiction) == (guide["demand"], "", "us")


def test_looking_up_is_at_least_three_times_as_quick_as_rating_every_record(judged):
    """Measured side by side: more than ten times."""
    claims = [judged("asserted", kind.value) for kind in Category]
    text = "Our stem cells regrow worn discs without surgery, and patients go back to work."
    quick = _seconds(lambda claim: citations(claim, text, ("us", "uk")), claims)
    plain = _seconds(lambda claim: _plainly(claim, text, ("us", "uk"), ledger()), claims)
    assert quick * 3 < plain


def _seconds(call, claims):
    """The least of five passes, in seconds of CPU; the first one fills what is remembered."""
    times = []
    for _ in range(5):
        begin = time.process_time()
        for claim in claims:
            call(claim)
        times.append(time.process_time() - begin)
    return min(times)
