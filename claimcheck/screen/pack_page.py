"""The page of an evidence pack: no script, nothing loaded from elsewhere, prints well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

_SEVERITIES = ("none", "note", "warning", "error")
_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; border-top: 2px solid #444; padding-top: 1rem; margin-top: 2rem }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f6f6f6; padding: .8rem; font: 14px/1.5 monospace }
mark { background: #ffe08a } mark.error { background: #ffb3a7 } mark.note { background: #e3ecf7 }
table { border-collapse: collapse } th { text-align: left; font-weight: 600; vertical-align: top; padding-right: 1rem }
td { overflow-wrap: anywhere } li { margin-bottom: .6rem } .small { color: #555; font-size: .85rem }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_SHOWN = ("id", "advertiser", "url", "captured", "reach", "source", "place", "hash", "characters")


def page(content: Mapping[str, Any]) -> str:
    """The whole page; everything that came from outside is escaped."""
    return "".join(_page(content))


def _page(content: Mapping[str, Any]) -> Iterator[str]:
    run = content["run"]
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    yield f"<title>Evidence pack</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>Evidence pack</h1>\n"
    yield f"<p>{len(content['documents'])} document(s), judged by claimcheck {escape(run['tool'])}, model "
    yield f"{escape(run['model'])}, knowledge {escape(run['knowledge'])}. A machine's reading: it flags how claims are "
    yield "put, and does not say whether they are true or lawful. Offsets count code points of the text.</p>\n"
    for document in content["documents"]:
        yield from _document(document)
    yield "</body>\n</html>\n"


def _document(document: Mapping[str, Any]) -> Iterator[str]:
    yield f"<h2>{escape(document['id'] or document['place'] or document['source'])}</h2>\n<table>\n"
    for name in _SHOWN:
        if document[name] not in ("", None):
            yield f"<tr><th>{name}</th><td>{escape(str(document[name]))}</td></tr>\n"
    yield "</table>\n"
    for fault in document["faults"]:
        yield f"<p>Not judged: {escape(fault['problem'])}</p>\n"
    if document["text"]:
        yield f"<pre>{marked(document['text'], document['findings'])}</pre>\n"
    else:
        yield '<p class="small">The text was not kept.</p>\n'
    if document["findings"]:
        yield "<ol>\n" + "".join(map(_finding, document["findings"])) + "</ol>\n"
    yield from map(_verdict, document["verdicts"])
    if others := document["near_duplicates"]:
        yield f'<p class="small">{len(others)} near-duplicate(s) in the run, each to be judged by itself.</p>\n'


def marked(text: str, findings: list[Mapping[str, Any]]) -> str:
    """The text with its findings marked; where findings overlap, the part that is not marked yet."""
    parts, at = [], 0
    for finding in sorted(findings, key=lambda each: (each["start"], each["end"])):
        start = max(at, finding["start"])
        if finding["end"] <= start:
            continue
        severity = _SEVERITIES[finding["severity"]]
        parts.append(escape(text[at:start]))
        parts.append(f'<mark class="{severity}">{escape(text[start : finding["end"]])}</mark>')
        at = finding["end"]
    return "".join([*parts, escape(text[at:])])


def _finding(finding: Mapping[str, Any]) -> str:
    cited = "; ".join(" ".join(filter(None, (c["record"], c["title"], c["locator"]))) for c in finding["citations"])
    head = f"{_SEVERITIES[finding['severity']]}, {finding['strength']}, {', '.join(finding['categories'])}"
    place = f"{finding['start']} to {finding['end']}, confidence {finding['confidence']:.2f}, {finding['fingerprint']}"
    see = f'<br><span class="small">See: {escape(cited)}</span>' if cited else ""
    message = escape(finding["message"])
    return (
        f"<li><strong>{escape(head)}</strong> “{escape(finding['text'])}”<br>{message}{see}"
        f'<br><span class="small">{escape(place)}</span></li>\n'
    )


def _verdict(verdict: Mapping[str, Any]) -> str:
    reason = f" ({verdict['reason']})" if verdict["reason"] else ""
    said = f"{verdict['verdict']}{reason}, by {verdict['reviewer']} on {verdict['at']}"
    return f"<p><strong>Reviewer's verdict:</strong> {escape(said)}</p>\n"
