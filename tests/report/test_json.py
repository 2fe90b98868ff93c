import json
from pathlib import Path

import jsonschema
import pytest

from claimcheck import report
from claimcheck.claim import About, Category, Role, Severity, Strength

SCHEMA = json.loads(Path(report.__file__).with_name("report-1.schema.json").read_text("utf-8"))


def validate(value):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(value)


@pytest.fixture
def value(results, tool):
    return json.loads("".join(report.render(results, "json", tool=tool)))


def test_the_report_keeps_its_schema(value):
    validate(value)


def test_an_empty_report_keeps_its_schema(tool):
    validate(json.loads("".join(report.render([], "json", tool=tool))))


def test_each_document_is_there_in_order(value):
    assert [(each["source"], each["format"]) for each in value["documents"]] == [
        ("page.html", "html"),
        ("facts.txt", "text"),
        ("gone.html", None),
    ]
    assert value["summary"] == {
        "documents": 3,
        "findings": {"error": 1, "warning": 1, "note": 1},
        "unread": 1,
        "suppressed": 0,
        "known": 0,
        "faults": 1,
    }


def test_suppressed_findings_are_kept_apart_with_their_reason(site, tool):
    value = json.loads("".join(report.render(site, "json", tool=tool)))
    validate(value)
    first = value["documents"][0]
    assert first["suppressed"][0]["suppression"]["reason"] == "Cleared by legal | 2026-03"
    assert first["findings"][0]["suppression"] is None and first["findings"][0]["news"] == "rules"
    assert (first["known"], first["coverage"]["foreign"]) == (1, 5)
    assert value["summary"]["suppressed"] == value["summary"]["known"] == value["summary"]["unread"] == 1


def test_a_fault_carries_its_remedy(value):
    assert value["documents"][2]["faults"] == [{"problem": "There is no such file.", "remedy": "Check the path."}]


def test_the_report_is_ascii(result, tool):
    text = "PRP cures 治療 \ud800"
    assert "".join(report.render([result(text, (text,))], "json", tool=tool)).isascii()


@pytest.mark.parametrize("damage", ["document", "finding", "tool", "summary"])
def test_the_schema_is_strict(value, damage):
    target = {
        "document": value["documents"][0],
        "finding": value["documents"][0]["findings"][0],
        "tool": value["tool"],
        "summary": value["summary"],
    }[damage]
    target["surprise"] = 1
    with pytest.raises(jsonschema.ValidationError):
        validate(value)


def test_the_schema_knows_every_label():
    parts = SCHEMA["$defs"]
    assert parts["strength"]["enum"] == [each.label for each in Strength]
    assert parts["severity"]["enum"] == [each.label for each in Severity]
    assert parts["category"]["enum"] == [each.value for each in Category]
    assert parts["finding"]["properties"]["role"]["enum"] == [each.value for each in Role]
    assert parts["finding"]["properties"]["about"]["enum"] == [each.value for each in About]
