"""Findings and faults as the plain values of the machine formats; `report-1.schema.json` is their contract."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimcheck.edits import Edit
from claimcheck.finding import Citation, Fault, Finding, Notice, Result, Rewrite, Suppression
from claimcheck.report.places import Place, places
from claimcheck.report.summary import Summary

SCHEMA = "claimcheck/report/1"
_DIGITS = 4


def tool_value(tool: Mapping[str, str]) -> dict[str, str]:
    """The versions of program, model and knowledge, and the day of the newest record."""
    return {
        "version": tool["tool"],
        "model": tool["model"],
        "knowledge": tool["knowledge"],
        "knowledge_as_of": tool["knowledge"].partition("+")[0],
    }


def document_value(result: Result) -> dict[str, Any]:
    """A document without its findings and faults."""
    coverage = result.coverage
    return {
        "source": result.source.name,
        "format": result.source.format or None,
        "coverage": {
            "characters": coverage.characters,
            "read": coverage.read,
            "skipped": coverage.skipped,
            "suppressed": coverage.suppressed,
            "failed": coverage.failed,
            "foreign": coverage.foreign,
        },
        "notices": [notice_value(notice) for notice in result.notices],
        "known": len(result.known),
        "jurisdictions": [_place_value(name, place) for name, place in places(result).items()],
    }


def finding_value(finding: Finding) -> dict[str, Any]:
    """A finding, its offsets counted in code points of the decoded source."""
    judgement, start, end = finding.judgement, finding.start, finding.end
    return {
        "fingerprint": finding.fingerprint,
        "start": finding.span.start,
        "end": finding.span.end,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "place": finding.place or None,
        "text": finding.text,
        "spans": [[span.start, span.end] for span in finding.segment.spans],
        "role": finding.role.value,
        "about": judgement.about.value,
        "strength": finding.strength.label,
        "severity": finding.severity.label,
        "categories": [category.value for category in finding.categories],
        "confidence": round(judgement.confidence, _DIGITS),
        "probabilities": {
            "strength": {key.label: round(value, _DIGITS) for key, value in judgement.strength_probabilities.items()},
            "categories": {key.value: round(value, _DIGITS) for key, value in judgement.category_probabilities.items()},
        },
        "cues": [{"start": s.start, "end": s.end, "kind": kind, "text": text} for s, kind, text in finding.cues],
        "disguises": [
            {"start": span.start, "end": span.end, "kind": kind, "written": written, "text": plain}
            for span, kind, written, plain in finding.disguises
        ],
        "message": finding.message,
        "citations": [_citation_value(citation) for citation in finding.citations],
        "rules": [rule.record for rule in finding.rules],
        "raised": list(finding.raised),
        "rewrite": _rewrite_value(finding.rewrite) if finding.rewrite else None,
        "suppression": _suppression_value(finding.suppression) if finding.suppression else None,
        "news": finding.news or None,
    }


def fault_value(fault: Fault) -> dict[str, str]:
    """What went wrong and what to do about it."""
    return {"problem": fault.problem, "remedy": fault.remedy}


def summary_value(total: Summary) -> dict[str, Any]:
    """The counts of a whole run."""
    counts = {"error": total.errors, "warning": total.warnings, "note": total.notes}
    return {
        "documents": total.documents,
        "findings": counts,
        "unread": total.unread,
        "suppressed": total.suppressed,
        "known": total.known,
        "faults": total.faults,
    }


def notice_value(notice: Notice) -> dict[str, str]:
    """What holds of a document as a whole."""
    citation = notice.citation.record if notice.citation else ""
    return {"jurisdiction": notice.jurisdiction, "text": notice.text, "citation": citation}


def _place_value(name: str, place: Place) -> dict[str, Any]:
    return {
        "jurisdiction": name,
        "rules": [{"record": record, "findings": count} for record, count in place.most_first],
        "raised": place.raised,
        "advertising": place.advertising,
    }


def _citation_value(citation: Citation) -> dict[str, str]:
    return {
        "record": citation.record,
        "kind": citation.kind,
        "title": citation.title,
        "locator": citation.locator,
        "says": citation.says,
        "limit": citation.limit,
        "jurisdiction": citation.jurisdiction,
        "status": citation.status,
        "severity": citation.severity,
    }


def _suppression_value(suppression: Suppression) -> dict[str, str]:
    return {
        "reason": suppression.reason,
        "author": suppression.author,
        "expires": suppression.expires,
        "source": suppression.source,
    }


def _rewrite_value(rewrite: Rewrite) -> dict[str, Any]:
    return {
        "text": rewrite.text,
        "applicability": rewrite.applicability.name.lower(),
        "edits": [_edit_value(edit) for edit in rewrite.edits],
        "citations": [_citation_value(citation) for citation in rewrite.citations],
        "reason": rewrite.reason,
    }


def _edit_value(edit: Edit) -> dict[str, Any]:
    return {"start": edit.span.start, "end": edit.span.end, "text": edit.text}
