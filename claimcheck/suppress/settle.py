"""Which findings the suppressions of a source set aside, and which suppressions set aside nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.claim import Segment
from claimcheck.finding import Fault, Finding, Notice
from claimcheck.suppress.directive import Directive, Scope
from claimcheck.text import Source, Span


@dataclass(frozen=True, slots=True)
class Settled:
    """Findings that stand and those set aside, with what a person should know about the suppressions.

    `characters` counts the source's code points behind what was set aside.
    """

    findings: tuple[Finding, ...]
    suppressed: tuple[Finding, ...] = ()
    notices: tuple[Notice, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def characters(self) -> int:
        """The source's code points behind the findings set aside."""
        return sum(len(span) for finding in self.suppressed for span in finding.segment.spans)


def settle(
    source: Source,
    segments: Sequence[Segment],
    findings: Sequence[Finding],
    directives: Sequence[Directive],
    *,
    today: str = "",
) -> Settled:
    """The findings settled; each suppression that is stale or has ended is told by a notice.

    `today` is an ISO date; without one no suppression ends, and a notice says that its end was not looked at.
    """
    if not directives:
        return Settled(tuple(findings))
    taken: dict[int, Directive] = {}
    notices: list[Notice] = []
    faults: list[Fault] = []
    for at, directive in enumerate(directives):
        if directive.scope is Scope.END:
            if not _starts_before(directives[:at]):
                problem = f"The suppression {_place(source, directive)} ends a region that none began."
                faults.append(Fault(source.name, problem, "Remove it, or write ignore-start where the region begins."))
            continue
        ends = directive.suppression.expires
        if ends and today and today > ends:
            notices.append(_notice(source, directive, f"ended on {ends}: what it set aside is reported again."))
            continue
        covered = [n for n in _covered(directives[at:], segments, findings, taken) if n not in taken]
        taken |= dict.fromkeys(covered, directive)
        if not covered:
            notices.append(_notice(source, directive, "sets nothing aside any more: remove it."))
        elif ends and not today:
            notices.append(_notice(source, directive, f"ends on {ends}, which was not looked at: no date was given."))
    kept = tuple(finding for at, finding in enumerate(findings) if at not in taken)
    aside = tuple(replace(findings[at], suppression=taken[at].suppression) for at in sorted(taken))
    return Settled(kept, aside, tuple(notices), tuple(faults))


def _covered(
    rest: Sequence[Directive], segments: Sequence[Segment], findings: Sequence[Finding], taken: dict[int, Directive]
) -> Iterator[int]:
    """The numbers of the findings that the first of these directives covers."""
    directive = rest[0]
    if directive.scope is Scope.FINDING:
        named = [n for n, each in enumerate(findings) if each.fingerprint == directive.fingerprint and n not in taken]
        yield from sorted(named, key=lambda n: _distance(directive.span, findings[n].span))[:1]
        return
    after = directive.span.end if directive.span else 0
    following = min((s for s in segments if s.span.start >= after), key=lambda s: s.span.start, default=None)
    end = (
        next((d.span.start for d in rest if d.scope is Scope.END and d.span), len(findings[0].source.text))
        if findings
        else 0
    )
    for number, finding in enumerate(findings):
        inside = {
            Scope.NEXT: following is not None and finding.span == following.span,
            Scope.PARAGRAPH: following is not None and finding.segment.block == following.block,
            Scope.START: after <= finding.span.start and finding.span.end <= end,
        }[directive.scope]
        if inside and (not directive.categories or directive.categories >= set(finding.categories)):
            yield number


def _distance(comment: Span | None, finding: Span) -> int:
    if comment is None:
        return finding.start
    return max(comment.start - finding.end, finding.start - comment.end, 0)


def _starts_before(directives: Sequence[Directive]) -> bool:
    depth = 0
    for directive in directives:
        depth += {Scope.START: 1, Scope.END: -1}.get(directive.scope, 0)
    return depth > 0


def _notice(source: Source, directive: Directive, says: str) -> Notice:
    return Notice(f"The suppression {_place(source, directive)} ({directive.suppression.reason}) {says}")


def _place(source: Source, directive: Directive) -> str:
    if directive.span is None:
        return f"of {directive.fingerprint} in {directive.suppression.source}"
    return f"in line {source.lines.position(directive.span.start).line}"
