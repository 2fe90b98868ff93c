import json
from pathlib import Path

import jsonschema

from claimcheck import report

SCHEMA = json.loads(Path(report.__file__).with_name("report-1.schema.json").read_text("utf-8"))
LINE = {"$schema": SCHEMA["$schema"], "$ref": "#/$defs/line", "$defs": SCHEMA["$defs"]}


def lines(results, tool):
    return [json.loads(line) for line in report.render(results, "jsonl", tool=tool)]


def test_each_piece_is_one_line_that_keeps_the_schema(results, tool):
    for piece in report.render(results, "jsonl", tool=tool):
        assert piece.count("\n") == 1 and piece.endswith("\n")
        jsonschema.Draft202012Validator(LINE).validate(json.loads(piece))


def test_kinds_tell_the_lines_apart(results, tool):
    kinds = [(line["kind"], line.get("source")) for line in lines(results, tool)]
    assert kinds == [("finding", "page.html")] * 3 + [("fault", "gone.html"), ("summary", None)]


def test_notices_and_suppressed_findings_have_lines_of_their_own(site, tool):
    kinds = [line["kind"] for line in lines(site, tool)]
    assert kinds == ["notice", "notice", "finding", "suppressed", "finding", "fault", "summary"]
    for line in lines(site, tool):
        jsonschema.Draft202012Validator(LINE).validate(line)


def test_findings_are_those_of_the_json_report(results, tool):
    whole = json.loads("".join(report.render(results, "json", tool=tool)))
    expected = [finding for document in whole["documents"] for finding in document["findings"]]
    found = [line for line in lines(results, tool) if line["kind"] == "finding"]
    assert [{key: line[key] for key in line if key not in ("kind", "source")} for line in found] == expected
