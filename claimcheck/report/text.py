"""The report for people: place, strength, the source line with the deciding words underlined, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.claim import Role
from claimcheck.finding import Fault, Finding, Notice, Result, Rewrite
from claimcheck.report.excerpt import excerpts
from claimcheck.report.layout import Layout, shown
from claimcheck.report.summary import Summary
from claimcheck.wrap import wrap

# Roles of words that a reader of the page does not see first, and so would not find by looking.
_UNSEEN_ROLES = {Role.ALT: "in an attribute", Role.META: "in the page's metadata", Role.TITLE: "in the page's title"}


def render(results: Iterable[Result], layout: Layout) -> Iterator[str]:
    """The findings and faults of each result, then a line that sums up."""
    total = Summary()
    for result in results:
        total += Summary.of(result)
        for fault in result.faults:
            yield _fault(fault, layout)
        for notice in result.notices:
            yield _notice(notice, result, layout)
        told: set[str] = set()
        for finding in result.findings:
            yield _finding(finding, _note(finding.message, told), layout)
    yield summary_line(total) + "\n"


def _fault(fault: Fault, layout: Layout) -> str:
    return f"{layout.bold(shown(fault.source))}  {layout.ranked('fault', None)}  {shown(fault.text)}\n\n"


def _notice(notice: Notice, result: Result, layout: Layout) -> str:
    """On the page as a whole, wrapped like a finding's note; the rule's record follows."""
    head = f"{layout.bold(shown(result.source.name))}  notice"
    cited = f" see: {notice.citation.record}" if notice.citation else ""
    lines = [f"  {line}" for line in wrap(shown(notice.text) + cited, layout.width - 2)]
    return "\n".join([f"{head}  {notice.jurisdiction}".rstrip(), *lines]) + "\n\n"


def _note(message: str, told: set[str]) -> str:
    """The message whole when it is told for the first time in a document, after that only what was read."""
    if message in told:
        return message.partition(". ")[0].removesuffix(".") + "."
    told.add(message)
    return message


def _finding(finding: Finding, note: str, layout: Layout) -> str:
    lines = [_headline(finding, layout)]
    gutter = len(str(finding.end.line)) + 2
    for excerpt in excerpts(finding, layout.width - gutter - 3):
        lines.append(f"{excerpt.number:>{gutter}} | {excerpt.text}")
        if excerpt.underline:
            marks = excerpt.underline.lstrip()
            indent = " " * (len(excerpt.underline) - len(marks))
            lines.append(f"{'':{gutter}} | {indent}{layout.ranked(marks, finding.severity)}")
    lines += [f"{'':{gutter}}   {line}" for line in wrap(note, layout.width - gutter - 3)]
    if finding.citations:
        cited = "see: " + ", ".join(citation.record for citation in finding.citations)
        lines += [f"{'':{gutter}}   {line}" for line in wrap(cited, layout.width - gutter - 3)]
    if finding.rewrite:
        lines += [f"{'':{gutter}}   {line}" for line in _rewrite(finding.rewrite, layout.width - gutter - 3)]
    return "\n".join(lines) + "\n\n"


def _rewrite(rewrite: Rewrite, width: int) -> Iterator[str]:
    """The suggestion, then how far it may be trusted and why."""
    if rewrite.text:
        yield from wrap(f"write: {shown(rewrite.text)}", width)
    yield from wrap(f"{rewrite.applicability.name.lower()}: {shown(rewrite.reason)}", width)


def _headline(finding: Finding, layout: Layout) -> str:
    place = f"{shown(finding.source.name)}:{finding.start.line}:{finding.start.column}"
    categories = ", ".join(category.value for category in finding.categories)
    severity = layout.ranked(finding.severity.label, finding.severity)
    parts = [layout.bold(place), severity, finding.strength.label, categories]
    if finding.role in _UNSEEN_ROLES:
        parts.append(f"({_UNSEEN_ROLES[finding.role]})")
    return "  ".join(parts)


def summary_line(total: Summary) -> str:
    """One line: what was found, in how much, and what could not be read."""
    read, characters = total.coverage.read, total.coverage.characters
    line = f"{_found(total)} in {_count(total.documents, 'document')}; {read:,} of {characters:,} characters are text"
    for part, what in ((total.coverage.suppressed, "suppressed"), (total.coverage.failed, "lost to faults")):
        line += f", {part:,} {what}" if part else ""
    return line + (f"; {_count(total.unread, 'document')} could not be read." if total.unread else ".")


def _found(total: Summary) -> str:
    if not total.findings:
        return "No findings"
    ranked = ((total.errors, "error"), (total.warnings, "warning"), (total.notes, "note"))
    return f"{_count(total.findings, 'finding')} ({', '.join(_count(n, name) for n, name in ranked if n)})"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("" if number == 1 else "s")
