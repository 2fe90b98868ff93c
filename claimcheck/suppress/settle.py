"""Which findings the suppressions of a source set aside, and which suppressions set aside nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from claimcheck.claim import Segment
from claimcheck.finding import Fault, Finding, Notice
from claimcheck.suppress.directive import Directive, Scope
from claimcheck.text import Source, Span

_DEPTHS = {Scope.START: 1, Scope.END: -1}


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
    reach = _Reach(source, segments, findings, directives)
    taken: dict[int, Directive] = {}
    notices: list[Notice] = []
    faults: list[Fault] = []
    depth = 0
    for directive in directives:
        depth += _DEPTHS.get(directive.scope, 0)
        if directive.scope is Scope.END:
            if depth < 0:
                problem = f"The suppression {_place(source, directive)} ends a region that none began."
                faults.append(Fault(source.name, problem, "Remove it, or write ignore-start where the region begins."))
                depth = 0
            continue
        ends = directive.suppression.expires
        if ends and today and today > ends:
            notices.append(_notice(source, directive, f"ended on {ends}: what it set aside is reported again."))
            continue
        covered = reach.of(directive, taken)
        taken |= dict.fromkeys(covered, directive)
        if not covered:
            notices.append(_notice(source, directive, "sets nothing aside any more: remove it."))
        elif ends and not today:
            notices.append(_notice(source, directive, f"ends on {ends}, which was not looked at: no date was given."))
    kept = tuple(finding for at, finding in enumerate(findings) if at not in taken)
    aside = tuple(replace(findings[at], suppression=taken[at].suppression) for at in sorted(taken))
    return Settled(kept, aside, tuple(notices), tuple(faults))


class _Reach:
    """Which findings a suppression covers; built once a page, so that many suppressions cost little each."""

    def __init__(
        self, source: Source, segments: Sequence[Segment], findings: Sequence[Finding], directives: Sequence[Directive]
    ) -> None:
        self._findings = findings
        self._length = len(source.text)
        self._segments = sorted(segments, key=lambda segment: segment.span.start)
        self._starts = [segment.span.start for segment in self._segments]
        self._ends = [each.span.start for each in directives if each.scope is Scope.END and each.span]
        self._order = sorted(range(len(findings)), key=lambda n: findings[n].span.start)
        self._places = [findings[n].span.start for n in self._order]
        self._blocks: dict[int, list[int]] = {}
        self._named: dict[str, list[tuple[int, int]]] = {}
        for place, number in zip(self._places, self._order, strict=True):
            self._blocks.setdefault(findings[number].segment.block, []).append(number)
            self._named.setdefault(findings[number].fingerprint, []).append((place, number))

    def of(self, directive: Directive, taken: Container[int]) -> list[int]:
        """The numbers of the findings that this suppression covers and none before it has taken."""
        if directive.scope is Scope.FINDING:
            return self._nearest(directive, taken)
        after = directive.span.end if directive.span else 0
        kinds = directive.categories
        return [
            number
            for number in self._within(directive.scope, after)
            if number not in taken and (not kinds or kinds >= set(self._findings[number].categories))
        ]

    def _within(self, scope: Scope, after: int) -> Sequence[int]:
        first = bisect_left(self._places, after)
        if scope is Scope.START:
            at = bisect_left(self._ends, after)
            end = self._ends[at] if at < len(self._ends) else self._length
            return self._order[first : bisect_left(self._places, end)]
        at = bisect_left(self._starts, after)
        if at == len(self._segments):
            return ()
        following = self._segments[at]
        if scope is Scope.PARAGRAPH:
            return self._blocks.get(following.block, ())
        return [n for n in self._order[first : first + 1] if self._findings[n].span == following.span]

    def _nearest(self, directive: Directive, taken: Container[int]) -> list[int]:
        """The nearest of the findings with this fingerprint; it is taken off the list."""
        named = self._named.get(directive.fingerprint, [])
        place = directive.span.start if directive.span else 0
        while named:
            at = bisect_left(named, (place, -1))
            around = [n for n in (at - 1, at) if 0 <= n < len(named)]
            nearest = min(around, key=lambda n: _distance(directive.span, self._findings[named[n][1]].span))
            _, number = named.pop(nearest)
            if number not in taken:
                return [number]
        return []


def _distance(comment: Span | None, finding: Span) -> int:
    if comment is None:
        return finding.start
    return max(comment.start - finding.end, finding.start - comment.end, 0)


def _notice(source: Source, directive: Directive, says: str) -> Notice:
    return Notice(f"The suppression {_place(source, directive)} ({directive.suppression.reason}) {says}")


def _place(source: Source, directive: Directive) -> str:
    if directive.span is None:
        return f"of {directive.fingerprint} in {directive.suppression.source}"
    return f"in line {source.lines.position(directive.span.start).line}"
