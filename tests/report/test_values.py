from dataclasses import replace

from claimcheck.finding import Applicability, Citation, Edit, Notice, Rewrite
from claimcheck.report.values import document_value, finding_value, tool_value
from claimcheck.text import Span


def test_offsets_count_code_points_and_positions_count_from_one(result):
    text = "Ünïcode 💪\n<b>PRP eases pain.</b>"
    made = result(text, ("PRP eases pain.", "asserted", "efficacy", ("eases",)))
    value = finding_value(made.findings[0])
    assert text[value["start"] : value["end"]] == "PRP eases pain."
    assert (value["line"], value["column"], value["end_line"], value["end_column"]) == (2, 4, 2, 19)
    cue = value["cues"][0]
    assert text[cue["start"] : cue["end"]] == cue["text"] == "eases"


def test_numbers_have_four_digits(result):
    value = finding_value(result("It heals.", ("It heals.",)).findings[0])
    assert value["confidence"] == 0.8765
    assert value["probabilities"]["categories"]["hype"] == 0.0123


def test_rooms_that_are_absent_leave_their_fields_empty(result):
    value = finding_value(result("It heals.", ("It heals.",)).findings[0])
    assert (value["citations"], value["rewrite"]) == ([], None)


def test_a_rewrite_is_told_in_full(result):
    plain = result("It heals.", ("It heals.",)).findings[0]
    citation = Citation("ev-1", "evidence", "A trial", "https://example.org")
    rewrite = Rewrite("It may not.", Applicability.CONFIRM, (Edit(Span(0, 2), "x"),), (citation,), "Because.")
    value = finding_value(replace(plain, citations=(citation,), rewrite=rewrite))
    cited = {
        "record": "ev-1",
        "kind": "evidence",
        "title": "A trial",
        "locator": "https://example.org",
        **dict.fromkeys(("says", "limit", "jurisdiction", "status", "severity"), ""),
    }
    assert value["citations"] == [cited]
    assert value["rewrite"] == {
        "text": "It may not.",
        "applicability": "confirm",
        "edits": [{"start": 0, "end": 2, "text": "x"}],
        "citations": [cited],
        "reason": "Because.",
    }


def test_the_tool_names_its_versions(tool):
    assert tool_value(tool) == {"version": "0.0.0", "model": "test", "knowledge": "", "knowledge_as_of": ""}
    dated = tool_value({**tool, "knowledge": "2026-11-23+12345678"})
    assert dated["knowledge_as_of"] == "2026-11-23"


def test_notices_of_a_rule_and_of_the_reading_have_one_shape(result):
    rule = Notice("Not to be advertised.", "au", Citation("au-1", "regulation", "A rule", "s. 1"))
    value = document_value(replace(result("It heals."), notices=(Notice("Decoded by guess."), rule)))
    assert value["notices"] == [
        {"jurisdiction": "", "text": "Decoded by guess.", "citation": ""},
        {"jurisdiction": "au", "text": "Not to be advertised.", "citation": "au-1"},
    ]
