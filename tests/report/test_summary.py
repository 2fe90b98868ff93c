from dataclasses import replace

from claimcheck.claim import Severity
from claimcheck.finding import Coverage
from claimcheck.report import Summary
from claimcheck.report.summary import set_aside


def test_counts_add_up(results):
    total = sum((Summary.of(result) for result in results), Summary())
    assert (total.documents, total.unread) == (3, 1)
    assert (total.errors, total.warnings, total.notes, total.findings) == (1, 1, 1, 3)
    assert total.coverage == sum((result.coverage for result in results), Coverage())


def test_the_worst_is_the_highest_severity(results):
    assert Summary.of(results[0]).worst is Severity.ERROR
    assert Summary(notes=2, warnings=1).worst is Severity.WARNING
    assert Summary(notes=2).worst is Severity.NOTE
    assert Summary().worst is None


def test_what_is_set_aside_is_told_by_its_reasons(site, result):
    assert set_aside(site[0]) == "1 finding set aside: Cleared by legal | 2026-03 (1)"
    twice = replace(site[0], suppressed=site[0].suppressed * 2)
    assert set_aside(twice).startswith("2 findings set aside: Cleared by legal | 2026-03 (2)")
    assert set_aside(result("Hello.")) == ""
