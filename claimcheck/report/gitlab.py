"""The report as GitLab's code quality file, which marks findings in a merge request.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. GitLab knows no set-aside findings, so that
these are told once a document, at the lowest severity.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from claimcheck.claim import Severity
from claimcheck.finding import Finding, Result
from claimcheck.read import EXTRACTED
from claimcheck.report.summary import set_aside
from claimcheck.report.text import versions_line

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "minor"}
_UNREAD, _ASIDE = "blocker", "info"


def render(results: Iterable[Result], tool: Mapping[str, str]) -> Iterator[str]:
    """One array, an issue at a time: faults, findings, and what is set aside."""
    engine = versions_line(tool) if tool.get("knowledge") else "claimcheck"
    seen: dict[str, int] = {}
    opened = False
    yield "["
    for result in results:
        for issue in _issues(result, seen):
            yield (",\n" if opened else "\n") + json.dumps({**issue, "engine_name": engine}, ensure_ascii=False)
            opened = True
    yield "\n]\n"


def _issues(result: Result, seen: dict[str, int]) -> Iterator[dict[str, Any]]:
    name = result.source.name
    for fault in result.faults:
        yield _issue("fault", fault.text, _UNREAD, name, _own(seen, name, fault.problem))
    for finding in result.findings:
        rule = finding.categories[0].value
        own = _own(seen, name, finding.fingerprint)
        yield _issue(rule, _told(finding), _SEVERITIES[finding.severity], name, own, _line(finding))
    if result.suppressed:
        told = set_aside(result)
        yield _issue("set aside", told, _ASIDE, name, _own(seen, name, told))


def _issue(rule: str, text: str, severity: str, path: str, fingerprint: str, line: int = 1) -> dict[str, Any]:
    return {
        "type": "issue",
        "check_name": rule,
        "description": text,
        "categories": ["Compatibility"] if rule == "fault" else ["Style"],
        "severity": severity,
        "fingerprint": fingerprint,
        "location": {"path": path.removeprefix("./"), "lines": {"begin": line}},
    }


def _told(finding: Finding) -> str:
    """GitLab shows this alone: the words, where they stand if not in a line, and why they are flagged."""
    place = f" ({finding.place})" if finding.place else ""
    kinds = ", ".join(category.value for category in finding.categories)
    return f"{finding.strength.label}, {kinds}{place}: “{finding.text}” {finding.message}"


def _line(finding: Finding) -> int:
    """The lines of a text that was taken out of a file are not lines of that file."""
    return 1 if finding.source.format in EXTRACTED else finding.start.line


def _own(seen: dict[str, int], *parts: str) -> str:
    """A name that survives moved lines and is no other's: GitLab shows one issue for each."""
    key = "\0".join(parts)
    seen[key] = seen.get(key, 0) + 1
    return sha256(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
