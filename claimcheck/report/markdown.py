"""The report as Markdown: a summary for a pull request's comment, a build's page or an e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from claimcheck.claim import Severity
from claimcheck.finding import Finding, Result
from claimcheck.report.site import Site
from claimcheck.report.summary import Summary
from claimcheck.report.text import summary_line

# What would be read as markup or leave the table: https://spec.commonmark.org/0.31.2/#backslash-escapes
_MARKUP = re.compile(r"([\\`*_{}\[\]#+!|<>~@&$:])")
_LIMITS = "Not flagged does not mean lawful, and nothing here is legal or medical advice."


def render(results: Iterable[Result], tool: Mapping[str, str]) -> Iterator[str]:
    """Headings and tables, a document at a time; then the site as a whole, and what the run added up to."""
    total, site = Summary(), Site()
    yield "# Claims report\n"
    for result in results:
        total += Summary.of(result)
        site.add(result)
        yield from _document(result)
    if site.worth_telling:
        yield from _site(site)
    versions = ", ".join(f"{part} {version}" for part, version in tool.items() if version)
    yield f"\n**{escaped(summary_line(total))}**\n\n{_LIMITS} Made with {escaped(versions or 'claimcheck')}.\n"


def escaped(text: str) -> str:
    """The text on one line, as words and nothing else."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _document(result: Result) -> Iterator[str]:
    if not (result.findings or result.faults or result.notices or result.suppressed):
        return
    yield f"\n## {escaped(result.source.name)}\n"
    remarks = [f"- **Fault:** {escaped(fault.text)}\n" for fault in result.faults]
    for notice in result.notices:
        place = f" ({escaped(notice.jurisdiction)})" if notice.jurisdiction else ""
        remarks.append(f"- **Notice{place}:** {escaped(notice.text)}\n")
    if remarks:
        yield "\n" + "".join(remarks)
    if result.findings:
        yield "\n| line | strength | categories | words | why |\n| ---: | --- | --- | --- | --- |\n"
        for finding in result.findings:
            yield _row(finding, finding.message)
    if result.suppressed:
        yield "\n<details><summary>Set aside</summary>\n"
        yield "\n| line | strength | categories | words | reason |\n| ---: | --- | --- | --- | --- |\n"
        for finding in result.suppressed:
            yield _row(finding, _reason(finding))
        yield "\n</details>\n"


def _row(finding: Finding, why: str) -> str:
    categories = ", ".join(category.value for category in finding.categories)
    strength = f"{finding.strength.label} ({finding.severity.label})"
    cells = (finding.place or str(finding.start.line), strength, categories, finding.text, why)
    return f"| {' | '.join(escaped(cell) for cell in cells)} |\n"


def _reason(finding: Finding) -> str:
    why = finding.suppression
    if why is None:
        return ""
    return why.reason + (f", {why.author}" if why.author else "") + (f", until {why.expires}" if why.expires else "")


def _site(site: Site) -> Iterator[str]:
    categories = site.categories
    yield "\n## By page and category\n\n| page | errors | warnings | notes |"
    yield "".join(f" {escaped(category.value)} |" for category in categories)
    yield "\n| --- | ---: | ---: | ---: |" + " ---: |" * len(categories) + "\n"
    for page in site.worst():
        ranks = [page.severities[severity] for severity in sorted(Severity, reverse=True)]
        counts = [str(count) if count else "" for count in (*ranks, *(page.categories[each] for each in categories))]
        yield f"| {escaped(page.name)} | {' | '.join(counts)} |\n"
    yield "\n### Mend first\n\n"
    for each in site.first():
        times = f", {each.count} times on {each.pages} pages" if each.count > 1 else ""
        yield f"1. {escaped(each.text)} ({each.severity.label}{times}; first in {escaped(each.place)})\n"
