from dataclasses import replace

from claimcheck.report.html_document import document


def test_a_result_without_its_segments_shows_its_findings(result):
    text = document(result("PRP heals. So.", ("PRP heals.",)), 1, 1)
    assert '<mark id="f1" class="asserted">PRP heals.</mark>' in text


def test_findings_are_numbered_on_from_the_page_before(result):
    text = document(result("a b", ("a",), ("b",)), 2, 7)
    assert 'id="f7"' in text and 'id="n8"' in text and 'id="d2"' in text


def test_a_clean_document_says_so_and_a_failed_one_why(result, unread):
    assert "No findings." in document(result("Hello."), 1, 1)
    assert "There is no such file. Check the path." in document(unread(), 1, 1)


def test_overlapping_cues_are_underlined_once(result):
    text = document(
        result("PRP heals discs.", ("PRP heals discs.", "asserted", "cure", ("heals discs", "discs"))), 1, 1
    )
    assert "PRP <u>heals discs</u>." in text


def test_a_finding_by_changed_rules_is_told(result):
    one = result("PRP heals.", ("PRP heals.",))
    text = document(replace(one, findings=(replace(one.findings[0], news="rules"),)), 1, 1)
    assert "New because the rules changed" in text
