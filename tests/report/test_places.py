from dataclasses import replace

import pytest

from claimcheck.claim import Severity
from claimcheck.finding import Citation
from claimcheck.report import render
from claimcheck.report.places import places, told
from claimcheck.report.values import document_value

US, EU, BAN = (
    Citation(f"{name}-1", "regulation", "A rule", "s. 1", "Prove it.", "", name) for name in ("us", "eu", "in")
)


@pytest.fixture
def touched(result):
    """A page with an error that ranks higher in the EU and a note that does not, and India's ban."""
    made = result("PRP cures. PRP may help.", ("PRP cures.", "absolute", "cure"), ("PRP may help.", "vague"))
    first, second = made.findings
    findings = (replace(first, rules=(EU, US), raised=("eu",)), replace(second, rules=(US,)))
    return replace(made, findings=findings, advertising=(BAN,))


def test_places_come_in_the_order_of_the_ledger_with_their_counts(touched):
    assert list(told(places(touched))) == [
        "us: us-1 (2)",
        "eu: eu-1 (1); 1 ranks higher there",
        "in: on advertising it at all: in-1",
    ]


def test_what_is_left_out_is_not_counted(touched):
    assert next(iter(told(places(touched.above(Severity.ERROR))))) == "us: us-1 (1)"
    assert places(replace(touched, findings=())) == {}


def test_a_run_counts_all_its_documents_and_names_a_ban_once(touched):
    assert next(iter(told(places(touched, touched)))) == "us: us-1 (4)"
    assert places(touched, touched)["in"].advertising == ["in-1"]


def test_the_text_report_has_them_once_before_its_summary(touched):
    report = "".join(render([touched, touched], "text", tool={}))
    block, summary = report.rstrip("\n").split("\n\n")[-2:]
    assert block.splitlines() == [
        "Rules by jurisdiction, with the number of findings",
        "  us: us-1 (4)",
        "  eu: eu-1 (2); 2 rank higher there",
        "  in: on advertising it at all: in-1",
    ]
    assert summary.startswith("4 findings")


def test_the_json_report_has_them_for_each_document(touched):
    assert document_value(touched)["jurisdictions"] == [
        {"jurisdiction": "us", "rules": [{"record": "us-1", "findings": 2}], "raised": 0, "advertising": []},
        {"jurisdiction": "eu", "rules": [{"record": "eu-1", "findings": 1}], "raised": 1, "advertising": []},
        {"jurisdiction": "in", "rules": [], "raised": 0, "advertising": ["in-1"]},
    ]
