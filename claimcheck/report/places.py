"""Where findings stand in each jurisdiction: which rules they touch, and how they rank there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from claimcheck.finding import Result
from claimcheck.know import JURISDICTIONS


@dataclass(slots=True)
class Place:
    """One jurisdiction: how many findings each rule fits, how many rank higher, the rules on any advertisement."""

    rules: dict[str, int] = field(default_factory=dict)
    raised: int = 0
    advertising: list[str] = field(default_factory=list)

    @property
    def most_first(self) -> list[tuple[str, int]]:
        """The rules by the number of findings; the order of the findings settles a tie."""
        return sorted(self.rules.items(), key=lambda pair: -pair[1])


def places(*results: Result) -> dict[str, Place]:
    """By jurisdiction, in the ledger's order; nothing where there is no finding."""
    found: dict[str, Place] = {}
    for result in results:
        add(found, result)
    return ordered(found)


def add(found: dict[str, Place], result: Result) -> None:
    """Counts one more result."""
    for finding in result.findings:
        for rule in finding.rules:
            counts = found.setdefault(rule.jurisdiction, Place()).rules
            counts[rule.record] = counts.get(rule.record, 0) + 1
        for name in finding.raised:
            found.setdefault(name, Place()).raised += 1
    for rule in result.advertising if result.findings else ():
        named = found.setdefault(rule.jurisdiction, Place()).advertising
        if rule.record not in named:
            named.append(rule.record)


def ordered(found: dict[str, Place]) -> dict[str, Place]:
    """The same in the ledger's order of jurisdictions."""
    return {name: found[name] for name in JURISDICTIONS if name in found}


def told(found: dict[str, Place]) -> Iterator[str]:
    """A line a jurisdiction."""
    for name, place in ordered(found).items():
        parts = [", ".join(f"{record} ({count})" for record, count in place.most_first)] if place.rules else []
        if place.raised:
            parts.append(f"{place.raised} rank{'s' * (place.raised == 1)} higher there")
        if place.advertising:
            parts.append(f"on advertising it at all: {', '.join(place.advertising)}")
        yield f"{name}: {'; '.join(parts)}"
