"""Annotations for GitHub Actions: workflow commands that mark findings in a pull request's files.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions. GitHub shows ten of each kind a step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claimcheck.claim import Severity
from claimcheck.finding import Finding, Result
from claimcheck.read import EXTRACTED
from claimcheck.report.summary import Summary, set_aside
from claimcheck.report.text import summary_line, versions_line

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(results: Iterable[Result], tool: Mapping[str, str]) -> Iterator[str]:
    """A command for each finding, notice and fault, then the line that sums up and one that says what was used."""
    total = Summary()
    for result in results:
        total += Summary.of(result)
        name = result.source.name
        for fault in result.faults:
            yield _command("error", {"file": name, "title": "claimcheck: fault"}, fault.text)
        for notice in result.notices:
            yield _command("notice", {"file": name, "title": "claimcheck: notice"}, notice.text)
        for finding in result.findings:
            told = f"({finding.place}) {finding.message}" if finding.place else finding.message
            yield _command(_COMMANDS[finding.severity], _place(finding), told)
        if result.suppressed:
            yield _command("notice", {"file": name, "title": "claimcheck: set aside"}, set_aside(result))
    yield summary_line(total) + "\n"
    if tool.get("knowledge"):
        yield f"{versions_line(tool)}\n"


def _place(finding: Finding) -> dict[str, str]:
    """GitHub takes an end column only where the finding stays in one line; its columns count from 1, both ends in.

    A text that was taken out of a file has lines of its own, which are none of that file.
    """
    start, end = finding.start, finding.end
    place = {"file": finding.source.name}
    if finding.source.format not in EXTRACTED:
        place |= {"line": str(start.line), "endLine": str(end.line)}
    if "line" in place and start.line == end.line:
        place |= {"col": str(start.column), "endColumn": str(max(start.column, end.column - 1))}
    categories = ", ".join(category.value for category in finding.categories)
    return {**place, "title": f"{finding.strength.label}: {categories}"}


def _command(name: str, properties: dict[str, str], message: str) -> str:
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {told}::{_message(message)}\n"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
