from dataclasses import replace

import pytest

from claimcheck.claim import Severity
from claimcheck.finding import Citation
from claimcheck.report.margin import Margin

TRIAL = Citation("trial-1", "evidence", "A trial", "doi:1", "Half got better.", "Ten people.", "", "seen")
OTHER = replace(TRIAL, record="trial-2", status="partly seen", limit="")
US, UK, EU = (
    Citation(f"{place}-1", "regulation", "A rule", "s. 1", f"{place} demands proof.", "", place, "seen", severity)
    for place, severity in (("us", ""), ("uk", "note"), ("eu", "error"))
)


@pytest.fixture
def cited(result):
    """A finding with these citations."""
    finding = result("PRP heals.", ("PRP heals.", "asserted", "regeneration")).findings[0]
    return lambda *citations, **changes: replace(finding, citations=citations, **changes)


def test_the_evidence_its_limit_and_the_rule_are_told_in_three_sentences(cited):
    reading, *known = Margin().paragraphs(cited(TRIAL, US))
    assert reading.startswith("Stated as plain fact")
    assert known == [
        "Evidence: Half got better. Limit: Ten people. [trial-1]",
        "Rule (us): us demands proof. [us-1]",
    ]


def test_a_record_is_told_once_and_named_from_then_on(cited):
    margin = Margin()
    assert len(list(margin.paragraphs(cited(TRIAL, US)))) == 3
    again = list(margin.paragraphs(cited(TRIAL, US)))
    assert again == ["Stated as plain fact: the treatment rebuilds or repairs tissue.", "see: trial-1, us-1"]
    assert list(margin.paragraphs(cited(TRIAL, UK)))[1:] == ["Rule (uk): uk demands proof. [uk-1]", "see: trial-1"]


def test_what_a_notice_has_told_is_named_only(cited):
    assert list(Margin([US]).paragraphs(cited(US)))[1:] == ["see: us-1"]


def test_two_rules_are_told_at_most_the_one_that_raises_first(cited):
    told = list(Margin().paragraphs(cited(US, UK, EU, severity=Severity.ERROR)))[1:]
    assert told == [
        "Rule (eu): eu demands proof. There it ranks as an error. [eu-1]",
        "Rule (us): us demands proof. [us-1]",
        "see: uk-1",
    ]


def test_a_rule_that_raises_nothing_says_nothing_of_ranks(cited):
    assert list(Margin().paragraphs(cited(EU)))[1:] == ["Rule (eu): eu demands proof. [eu-1]"]


def test_evidence_that_was_only_partly_seen_says_so(cited):
    assert list(Margin().paragraphs(cited(OTHER)))[1:] == ["Evidence: Half got better. [trial-2, partly seen]"]


def test_a_citation_without_words_is_named_only(cited):
    assert list(Margin().paragraphs(cited(Citation("x-1", "evidence", "A trial", "doi:1"))))[1:] == ["see: x-1"]
