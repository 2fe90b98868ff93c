"""A source with its suggestions written in and read again: what stays below the flag is kept, the rest is put back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimcheck.edits import Edit, compatible, spliced
from claimcheck.finding import Applicability, Finding, Result
from claimcheck.text import Span

_MOST_ROUNDS = 5
_STILL = "Read again in its new place, it is still flagged; the text was left as it was."
_OVERLAPS = "Its edit overlaps another one."
_SUPPRESSED = "Its edit would touch a finding that is set aside."
_LEFT = {
    Applicability.CONFIRM: "It says what is known, so a person has to agree: --confirm makes such edits.",
    Applicability.SHOW: "It takes words out: --all makes such edits.",
}
_NO_EDIT = "There is no edit to make."

Told = tuple[tuple[Finding, str], ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text after its edits; every finding is accounted for.

    `applied` are the findings whose edits were made, `left` those that wait for a person, `skipped` those whose edits
    were not made although they were asked for; each with its reason.
    """

    text: str
    applied: Told = ()
    left: Told = ()
    skipped: Told = ()


def settle(result: Result, least: Applicability, check: Callable[[str], Result]) -> Fixed:
    """Make every edit that may be trusted as far as `least`, check again, and go on until nothing changes.

    `check` reads a text of the same format and suggests rewrites for its findings.
    """
    applied: list[tuple[Finding, str]] = []
    skipped: tuple[tuple[Finding, str], ...] = ()
    for _ in range(_MOST_ROUNDS):
        chosen, skipped = _chosen(result, least)
        after, kept, refused = _agreed(result, chosen, check)
        skipped = (*skipped, *((finding, _STILL) for finding in refused))
        if not kept:
            break
        applied += [(finding, _reason(finding)) for finding in kept]
        result = after
    passed_over = {id(finding) for finding, _ in skipped}
    left = tuple((each, _why_left(each)) for each in result.findings if id(each) not in passed_over)
    return Fixed(result.source.text, tuple(applied), left, skipped)


def _chosen(result: Result, least: Applicability) -> tuple[list[Finding], Told]:
    """The findings whose edits are asked for and do not get into each other's way, the safest first."""
    wanted = [f for f in result.findings if f.rewrite and f.rewrite.edits and f.rewrite.applicability >= least]
    aside = [Edit(finding.span, "") for finding in result.suppressed]
    taken: list[Edit] = []
    chosen, skipped = [], []
    for finding in sorted(wanted, key=lambda each: -each.rewrite.applicability if each.rewrite else 0):
        edits = finding.rewrite.edits if finding.rewrite else ()
        if not compatible(edits, aside):
            skipped.append((finding, _SUPPRESSED))
        elif not compatible(edits, taken):
            skipped.append((finding, _OVERLAPS))
        else:
            taken += edits
            chosen.append(finding)
    return chosen, tuple(skipped)


def _agreed(
    result: Result, chosen: Sequence[Finding], check: Callable[[str], Result]
) -> tuple[Result, list[Finding], list[Finding]]:
    """The result with the edits made that leave their own place below the flag, and which those are."""
    kept, refused = list(chosen), list[Finding]()
    while kept:
        edits = [edit for finding in kept for edit in _edits(finding)]
        after = check(spliced(result.source.text, edits))
        flagged = [finding.span for finding in after.findings]
        bad = _groups_still_flagged(kept, edits, flagged)
        if not bad:
            return after, kept, refused
        refused += bad
        kept = [finding for finding in kept if finding not in bad]
    return result, [], refused


def _groups_still_flagged(kept: Sequence[Finding], edits: Sequence[Edit], flagged: Sequence[Span]) -> list[Finding]:
    """Findings that share their edits and of which none is below the flag now."""
    groups: dict[tuple[Edit, ...], list[Finding]] = {}
    for finding in kept:
        groups.setdefault(_edits(finding), []).append(finding)
    return [
        finding
        for group in groups.values()
        if all(_is_flagged(_moved(each.span, edits), flagged) for each in group)
        for finding in group
    ]


def _is_flagged(place: Span | None, flagged: Sequence[Span]) -> bool:
    return place is not None and any(place.overlaps(span) for span in flagged)


def _moved(span: Span, edits: Sequence[Edit]) -> Span | None:
    """Where a span lies after the edits; None where nothing of it is left."""
    start, end = span.start, span.end
    for edit in dict.fromkeys(edits):
        grown = len(edit.text) - len(edit.span)
        if edit.span.end <= span.start and edit.span.start < span.start:
            start, end = start + grown, end + grown
        elif edit.span.start < span.end or (edit.span.start == span.end == edit.span.end):
            end += grown
            if edit.span.start < span.start:
                start += edit.span.start - span.start
    return Span(start, end) if end > start else None


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.rewrite.edits if finding.rewrite else ()


def _reason(finding: Finding) -> str:
    return finding.rewrite.reason if finding.rewrite else ""


def _why_left(finding: Finding) -> str:
    if finding.rewrite is None or not finding.rewrite.edits:
        return f"{_reason(finding)} {_NO_EDIT}".strip()
    return f"{_reason(finding)} {_LEFT.get(finding.rewrite.applicability, '')}".strip()
