"""The report as SARIF 2.1.0, the OASIS form of static analysis results that code hosts and editors take in.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; the section numbers below are its.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from claimcheck import codebook
from claimcheck.claim import Category, Severity
from claimcheck.edits import Edit
from claimcheck.finding import Finding, Result, Suppression
from claimcheck.read import EXTRACTED
from claimcheck.text import Source, Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_RULES = tuple(Category)
_NEWS = {"": None, "text": "new", "rules": "new"}


def render(results: Iterable[Result], tool: Mapping[str, str]) -> Iterator[str]:
    """One log with one run, in pieces: the rules, then a result at a time, then what could not be read."""
    yield f'{{"version": "2.1.0", "$schema": "{_SCHEMA}", "runs": [{{"tool": {json.dumps(_tool(tool))},\n'
    # 3.14.17 and 3.14.18: offsets and columns count code points; a lone carriage return ends a line here.
    yield '"columnKind": "unicodeCodePoints", "newlineSequences": ["\\r\\n", "\\n", "\\r"],\n"results": ['
    notes: list[dict[str, Any]] = []
    opened = False
    for result in results:
        notes += _notifications(result)
        for finding in (*result.findings, *result.known, *result.suppressed):
            known = any(finding is each for each in result.known)
            yield (",\n" if opened else "\n") + json.dumps(_result(finding, known=known))
            opened = True
    read = not any(note["level"] == "error" for note in notes)
    invocation = {"executionSuccessful": read, "toolExecutionNotifications": notes}
    yield f'\n],\n"invocations": [{json.dumps(invocation)}]}}]}}\n'


def _tool(tool: Mapping[str, str]) -> dict[str, Any]:
    driver = {
        "name": "claimcheck",
        "version": tool["tool"],
        "properties": {"model": tool["model"], "knowledge": tool["knowledge"]},
        "rules": [_rule(category) for category in _RULES],
    }
    return {"driver": driver}


def _rule(category: Category) -> dict[str, Any]:
    """A category as a reporting descriptor (3.49); strength decides each result's level, a warning is the middle."""
    label = codebook.label(category)
    flagged = "\n".join(f"- {example}" for example in label.flagged)
    near = "\n".join(f"- {example}" for example in label.near_misses)
    help_text = f"{label.why}\n\nExamples:\n{flagged}\n\nNot this:\n{near}\n\nWrite instead: {label.instead}"
    help_marked = (
        f"{label.why}\n\n**Examples**\n\n{flagged}\n\n**Not this**\n\n{near}\n\n**Write instead.** {label.instead}"
    )
    return {
        "id": category.value,
        "name": label.title.title().replace(" ", "").replace("-", ""),
        "shortDescription": {"text": label.title},
        "fullDescription": {"text": label.meaning},
        "help": {"text": help_text, "markdown": help_marked},
        "defaultConfiguration": {"level": "warning"},
        "properties": {"tags": ["health claim", "advertising"]},
    }


def _result(finding: Finding, *, known: bool) -> dict[str, Any]:
    """A finding (3.27). Its rule is the likeliest of its categories; all of them stand in the properties."""
    probable = finding.judgement.category_probabilities
    rule = max(finding.categories, key=lambda category: probable.get(category, 0.0))
    value: dict[str, Any] = {
        "ruleId": rule.value,
        "ruleIndex": _RULES.index(rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding.source, finding.span, finding.text, finding.place)],
        "partialFingerprints": {"claimcheck/v1": finding.fingerprint},
        "properties": _properties(finding),
    }
    if finding.cues:
        value["relatedLocations"] = [
            {**_location(finding.source, span), "id": number, "message": {"text": f"{kind}: {text}"}}
            for number, (span, kind, text) in enumerate(finding.cues, 1)
        ]
    # The edits of a text that was taken out of a file are none that could be made in that file.
    if finding.rewrite and finding.rewrite.edits and finding.source.format not in EXTRACTED:
        value["fixes"] = [_fix(finding.source, finding.rewrite.edits, finding.rewrite.reason)]
    # 3.27.23: a run that looks for suppressions says of each result whether it has any.
    value["suppressions"] = [_suppression(finding.suppression)] if finding.suppression else []
    if known or finding.news:
        value["baselineState"] = "unchanged" if known else _NEWS[finding.news]
    return value


def _properties(finding: Finding) -> dict[str, Any]:
    value: dict[str, Any] = {
        "strength": finding.strength.label,
        "categories": [category.value for category in finding.categories],
        "confidence": round(finding.judgement.confidence, 4),
        "role": finding.role.value,
        "citations": [citation.record for citation in finding.citations],
    }
    if finding.rewrite:
        value["rewrite"] = {
            "text": finding.rewrite.text,
            "applicability": finding.rewrite.applicability.name.lower(),
            "reason": finding.rewrite.reason,
        }
    return value | ({"news": finding.news} if finding.news else {})


def _location(source: Source, span: Span, snippet: str = "", place: str = "") -> dict[str, Any]:
    region = _region(source, span)
    if snippet:
        region["snippet"] = {"text": source.text[span.start : span.end]}
    value: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": uri(source.name)}, "region": region}}
    return value | ({"logicalLocations": [{"name": place}]} if place else {})


def _region(source: Source, span: Span) -> dict[str, Any]:
    start, end = source.lines.position(span.start), source.lines.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": len(span),
    }


def _fix(source: Source, edits: Iterable[Edit], reason: str) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(source, edit.span), "insertedContent": {"text": edit.text}} for edit in edits
    ]
    change = {"artifactLocation": {"uri": uri(source.name)}, "replacements": replacements}
    return {"description": {"text": reason or "A wording that the checker does not flag."}, "artifactChanges": [change]}


def _suppression(suppression: Suppression) -> dict[str, Any]:
    """3.35: `external` is any place but the source itself."""
    kept = {"author": suppression.author, "expires": suppression.expires, "source": suppression.source}
    return {
        "kind": "inSource" if suppression.source == "inline" else "external",
        "status": "accepted",
        "justification": suppression.reason,
        "properties": {key: value for key, value in kept.items() if value},
    }


def _notifications(result: Result) -> list[dict[str, Any]]:
    told = [("error", fault.text) for fault in result.faults]
    told += [("note", notice.text) for notice in result.notices]
    place = {"physicalLocation": {"artifactLocation": {"uri": uri(result.source.name)}}}
    return [{"level": level, "message": {"text": text}, "locations": [place]} for level, text in told]


def uri(name: str) -> str:
    """A source's name as a URI reference; a path stays relative, a web address as it is."""
    if name.lower().startswith(("http://", "https://")):
        return quote(name, safe="/%:=&?~#+!$,;'@()*[]")
    path = quote(name.replace("\\", "/"), safe="/~!$&'()*+,;=@", errors="replace")
    return f"file://{path}" if path.startswith("/") else path
