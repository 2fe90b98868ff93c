"""The report as JUnit XML, which build servers show: a suite a document, a failed test case a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from claimcheck.finding import Finding, Result

# What XML 1.0 cannot hold: https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(results: Iterable[Result], tool: Mapping[str, str]) -> Iterator[str]:
    """The XML in pieces, a suite at a time; suppressed findings are skipped cases, faults are errors."""
    versions = "".join(f"<property name={_attribute(part)} value={_attribute(value)}/>" for part, value in tool.items())
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="claimcheck">\n'
    for result in results:
        yield _suite(result, versions)
    yield "</testsuites>\n"


def _suite(result: Result, versions: str) -> str:
    name = result.source.name
    cases = [_error(name, fault.problem, fault.remedy) for fault in result.faults]
    cases += [_failure(finding) for finding in result.findings]
    cases += [_skipped(finding) for finding in result.suppressed]
    if not cases:
        cases = [f'    <testcase classname={_attribute(name)} name="no findings"/>\n']
    counts = {
        "tests": len(cases),
        "failures": len(result.findings),
        "errors": len(result.faults),
        "skipped": len(result.suppressed),
    }
    told = " ".join(f'{key}="{count}"' for key, count in counts.items())
    head = f"  <testsuite name={_attribute(name)} {told}>\n    <properties>{versions}</properties>\n"
    return f"{head}{''.join(cases)}  </testsuite>\n"


def _failure(finding: Finding) -> str:
    body = _text(f"{finding.text}\n{finding.message}")
    kind, message = _attribute(_kinds(finding)), _attribute(f"{finding.severity.label}: {finding.text}")
    return f"{_case(finding)}\n      <failure type={kind} message={message}>{body}</failure>\n    </testcase>\n"


def _skipped(finding: Finding) -> str:
    reason = finding.suppression.reason if finding.suppression else ""
    return f"{_case(finding)}\n      <skipped message={_attribute(reason)}/>\n    </testcase>\n"


def _error(name: str, problem: str, remedy: str) -> str:
    opening = f'    <testcase classname={_attribute(name)} name="fault">'
    return f"{opening}\n      <error message={_attribute(problem)}>{_text(remedy)}</error>\n    </testcase>\n"


def _case(finding: Finding) -> str:
    where = finding.place or f"{finding.start.line}:{finding.start.column}"
    place = f"{where} {finding.strength.label} {_kinds(finding)}"
    line = f'line="{finding.start.line}"'
    return f"    <testcase classname={_attribute(finding.source.name)} name={_attribute(place)} {line}>"


def _kinds(finding: Finding) -> str:
    return ", ".join(category.value for category in finding.categories)


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))
