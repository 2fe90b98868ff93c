"""The report for people: place, strength, the source line with the deciding words underlined, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from claimcheck.claim import Role
from claimcheck.finding import Fault, Finding, Notice, Result, Rewrite
from claimcheck.report import places
from claimcheck.report.excerpt import excerpts
from claimcheck.report.layout import Layout, shown
from claimcheck.report.margin import Margin, disguised
from claimcheck.report.summary import Summary, set_aside
from claimcheck.wrap import wrap

if TYPE_CHECKING:
    from claimcheck.report.site import Site

# Roles of words that a reader of the page does not see first, and so would not find by looking.
_UNSEEN_ROLES = {Role.ALT: "in an attribute", Role.META: "in the page's metadata", Role.TITLE: "in the page's title"}


def render(results: Iterable[Result], tool: Mapping[str, str], layout: Layout) -> Iterator[str]:
    """The findings and faults of each result, then a line that sums up and one that says what was used."""
    total = Summary()
    found: dict[str, places.Place] = {}
    pages = _Pages()
    for result in results:
        total += Summary.of(result)
        pages.add(result)
        for fault in result.faults:
            yield _fault(fault, layout)
        for notice in result.notices:
            yield _notice(notice, result, layout)
        margin = Margin(notice.citation for notice in result.notices if notice.citation)
        for finding in result.findings:
            yield _finding(finding, margin.paragraphs(finding), layout)
        if result.suppressed:
            yield f"{layout.bold(shown(result.source.name))}  {shown(set_aside(result))}\n\n"
        places.add(found, result)
    yield pages.table(layout)
    if found:
        yield _places(found, layout)
    yield summary_line(total) + "\n"
    if tool.get("knowledge"):
        yield f"{versions_line(tool)}\n"


class _Pages:
    """The site of which the results are pages; what a single page needs not is imported with the second."""

    def __init__(self) -> None:
        self._first: Result | None = None
        self._site: Site | None = None

    def add(self, result: Result) -> None:
        if self._first is None:
            self._first = result
            return
        if self._site is None:
            from claimcheck.report.site import Site

            self._site = Site()
            self._site.add(self._first)
        self._site.add(result)

    def table(self, layout: Layout) -> str:
        if self._site is None or not self._site.worth_telling:
            return ""
        from claimcheck.report.site_table import table

        return table(self._site, layout)


def _fault(fault: Fault, layout: Layout) -> str:
    return f"{layout.bold(shown(fault.source))}  {layout.ranked('fault', None)}  {shown(fault.text)}\n\n"


def _notice(notice: Notice, result: Result, layout: Layout) -> str:
    """On the page as a whole, wrapped like a finding's note; the rule's record follows."""
    head = f"{layout.bold(shown(result.source.name))}  notice"
    cited = f" see: {notice.citation.record}" if notice.citation else ""
    lines = [f"  {line}" for line in wrap(shown(notice.text) + cited, layout.width - 2)]
    return "\n".join([f"{head}  {notice.jurisdiction}".rstrip(), *lines]) + "\n\n"


def _places(found: dict[str, places.Place], layout: Layout) -> str:
    """The rules that the findings touch, by jurisdiction, each line indented below its first."""
    lines = [layout.bold("Rules by jurisdiction, with the number of findings")]
    for line in places.told(found):
        first, *rest = wrap(shown(line), layout.width - 6)
        lines += [f"  {first}", *(f"      {line}" for line in rest)]
    return "\n".join(lines) + "\n\n"


def _finding(finding: Finding, note: Iterable[str], layout: Layout) -> str:
    lines = [_headline(finding, layout)]
    gutter = len(str(finding.end.line)) + 2
    for excerpt in excerpts(finding, layout.width - gutter - 3):
        lines.append(f"{excerpt.number:>{gutter}} | {excerpt.text}")
        if excerpt.underline:
            marks = excerpt.underline.lstrip()
            indent = " " * (len(excerpt.underline) - len(marks))
            lines.append(f"{'':{gutter}} | {indent}{layout.ranked(marks, finding.severity)}")
    for paragraph in (*disguised(finding), *note):
        lines += [f"{'':{gutter}}   {line}" for line in wrap(shown(paragraph), layout.width - gutter - 3)]
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
    if finding.place:
        parts.append(f"({shown(finding.place)})")
    if finding.role in _UNSEEN_ROLES:
        parts.append(f"({_UNSEEN_ROLES[finding.role]})")
    if finding.news == "rules":
        parts.append("(new by changed rules)")
    return "  ".join(parts)


def versions_line(tool: Mapping[str, str]) -> str:
    """One line: which program, which model, and the day up to which the ledger is kept."""
    day, _, number = tool["knowledge"].partition("+")
    return f"claimcheck {tool['tool']}, model {tool['model']}, knowledge as of {day} (version {number or '-'})."


def summary_line(total: Summary) -> str:
    """One line: what could not be read where that is all there is to say, what was found, and in how much."""
    read, characters = total.coverage.read, total.coverage.characters
    if total.unread and total.unread == total.documents:
        return f"Nothing was checked: {_count(total.unread, 'document')} could not be read."
    line = f"{_found(total)}; {read:,} of {characters:,} characters are text"
    parts = (
        (total.coverage.suppressed, "suppressed"),
        (total.coverage.failed, "lost to faults"),
        (total.coverage.foreign, "not English"),
    )
    line += "".join(f", {part:,} {what}" for part, what in parts if part)
    line += f"; {_count(total.suppressed, 'finding')} set aside" if total.suppressed else ""
    line += f"; {_count(total.known, 'finding')} known from the baseline" if total.known else ""
    tail = f"; {_count(total.unread, 'document')} could not be read" if total.unread and total.findings else ""
    return line + tail + "."


def _found(total: Summary) -> str:
    """What was found; a clean report on a part of what was asked begins with what is missing."""
    if not total.findings and total.unread:
        rest = _count(total.documents - total.unread, "document")
        return f"{_count(total.unread, 'document')} could not be read; no findings in the other {rest}"
    place = f" in {_count(total.documents, 'document')}"
    if not total.findings:
        return ("No new findings" if total.known else "No findings") + place
    ranked = ((total.errors, "error"), (total.warnings, "warning"), (total.notes, "note"))
    what = "new finding" if total.known else "finding"
    return f"{_count(total.findings, what)} ({', '.join(_count(n, name) for n, name in ranked if n)}){place}"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("" if number == 1 else "s")
