"""One document in the HTML report: its words as a reader sees them, each finding marked and explained in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from claimcheck.claim import Role, Segment, Strength
from claimcheck.finding import Applicability, Citation, Finding, Result, Rewrite
from claimcheck.report.margin import disguised
from claimcheck.text import Span

_ROLES = {
    Role.TITLE: "page title",
    Role.META: "metadata",
    Role.ALT: "in an attribute",
    Role.BUTTON: "button",
    Role.TABLE_CELL: "table cell",
    Role.LINK: "link",
}
_TRUST = {
    Applicability.APPLY: "safe to apply",
    Applicability.CONFIRM: "confirm first",
    Applicability.SHOW: "to think about",
}


def document(result: Result, number: int, first: int) -> str:
    """A section for one document; its findings are numbered from `first`."""
    marked = _in_order(result)
    numbers = {id(finding): at for at, finding in enumerate(marked, first)}
    parts = [f'<section id="d{number}"><h2>{escape(result.source.name)}</h2>\n', *_remarks(result)]
    by_segment = {finding.segment.span: finding for finding in marked}
    segments = result.segments or tuple(finding.segment for finding in marked)
    # Blocks are numbered; of segments without a page around them each is a block of its own.
    for _, group in groupby(segments, key=lambda each: each.block if result.segments else id(each)):
        parts += _block(list(group), by_segment, numbers)
    return "".join(parts) + "</section>\n"


def _in_order(result: Result) -> list[Finding]:
    """All findings in the order in which they are met on the page."""
    found = [*result.findings, *result.known, *result.suppressed]
    places = {segment.span: at for at, segment in enumerate(result.segments)}
    return sorted(found, key=lambda finding: (places.get(finding.span, 0), finding.span))


def _remarks(result: Result) -> Iterator[str]:
    for fault in result.faults:
        yield f"<p><strong>Fault:</strong> {escape(fault.text)}</p>\n"
    for notice in result.notices:
        place = f" ({escape(notice.jurisdiction)})" if notice.jurisdiction else ""
        yield f"<p><strong>Notice{place}:</strong> {escape(notice.text)}</p>\n"
    if not result.faults and not result.findings:
        yield "<p>No findings.</p>\n"


def _block(segments: Sequence[Segment], by_segment: dict[Span, Finding], numbers: dict[int, int]) -> Iterator[str]:
    role, level = segments[0].role, segments[0].level
    kinds = f"block {role.value}" + (f" level-{level}" if level else "")
    found = [by_segment.get(segment.span) for segment in segments]
    texts = [
        _marked(finding, numbers[id(finding)]) if finding else escape(segment.text)
        for segment, finding in zip(segments, found, strict=True)
    ]
    label = f'<span class="role">{_ROLES[role]}:</span> ' if role in _ROLES else ""
    yield f'<p class="{kinds}">{label}{" ".join(texts)}</p>\n'
    for finding in found:
        if finding:
            yield _note(finding, numbers[id(finding)])


def _marked(finding: Finding, number: int) -> str:
    """The words of a finding, the deciding ones underlined, with a link to its note."""
    text, pieces, at = finding.text, [], 0
    for cue in sorted(finding.judgement.cues, key=lambda each: each.span):
        start, end = max(at, cue.span.start), cue.span.end
        if start < end:
            pieces += [escape(text[at:start]), f"<u>{escape(text[start:end])}</u>"]
            at = end
    pieces.append(escape(text[at:]))
    link = f'<a class="ref" href="#n{number}" aria-label="Finding {number}">{number}</a>'
    return f'<mark id="f{number}" class="{_style(finding)}">{"".join(pieces)}</mark>{link}'


def _note(finding: Finding, number: int) -> str:
    categories = [category.value for category in finding.categories]
    told = ", ".join(category.replace("_", " ") for category in categories)
    place = escape(finding.place) or f"line {finding.start.line}"
    parts = [
        f'<h3>{finding.strength.label}: {told} <a class="ref" href="#f{number}">{place}</a></h3>\n',
        _ladder(finding.strength),
        f"<p>{escape(finding.message)}</p>\n",
        *(f"<p>{escape(sentence)}</p>\n" for sentence in disguised(finding)),
        *_standing(finding),
    ]
    if finding.rewrite:
        parts.append(_rewrite(finding.rewrite))
    parts.append(_citations(finding.citations))
    attributes = f'data-strength="{finding.strength.label}" data-categories="{" ".join(categories)}"'
    opening = f'<article id="n{number}" tabindex="-1" class="{_style(finding)}" data-mark="f{number}" {attributes}>'
    return f"{opening}{''.join(parts)}</article>\n"


def _style(finding: Finding) -> str:
    return "set-aside" if finding.suppression else finding.strength.label


def _ladder(strength: Strength) -> str:
    """The five strengths, this one marked."""
    steps = "".join(
        f'<li aria-current="true">{each.label}</li>' if each is strength else f"<li>{each.label}</li>"
        for each in Strength
    )
    return f'<ol class="ladder" aria-label="Strength, from none to absolute">{steps}</ol>\n'


def _standing(finding: Finding) -> Iterator[str]:
    why = finding.suppression
    if why:
        author = f", {why.author}" if why.author else ""
        until = f", until {why.expires}" if why.expires else ""
        yield f"<p><strong>Set aside:</strong> {escape(why.reason + author + until)} ({escape(why.source)})</p>\n"
    if finding.news == "rules":
        yield "<p>New because the rules changed, not the words.</p>\n"


def _rewrite(rewrite: Rewrite) -> str:
    reason = f" {escape(rewrite.reason)}" if rewrite.reason else ""
    trust = _TRUST[rewrite.applicability]
    words = f"<q>{escape(rewrite.text)}</q>" if rewrite.text else "Take it out."
    return f"<p><strong>Write instead</strong> ({trust}): {words}{reason}</p>\n{_citations(rewrite.citations)}"


def _citations(citations: Sequence[Citation]) -> str:
    if not citations:
        return ""
    rows = "".join(f"<li>{_citation(each)}</li>\n" for each in citations)
    return f"<ul>{rows}</ul>\n"


def _citation(citation: Citation) -> str:
    place = f" ({citation.jurisdiction})" if citation.jurisdiction else ""
    where = f" ({escape(citation.locator)})" if citation.locator else ""
    limit = f" Limit: {escape(citation.limit)}" if citation.limit else ""
    says = f" {escape(citation.says)}{limit}" if citation.says else ""
    source = f"{escape(citation.title)}{where} <code>{escape(citation.record)}</code>"
    return f"{citation.kind.capitalize()}{place}:{says} {source}"
