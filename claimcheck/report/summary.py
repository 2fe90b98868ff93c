"""What a run adds up to."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.claim import Severity
from claimcheck.finding import Coverage, Result


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over results; `unread` documents gave nothing but a fault.

    `suppressed` findings were set aside, `known` ones are in the baseline; neither counts as an error, warning or note.
    """

    documents: int = 0
    unread: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    coverage: Coverage = Coverage()
    suppressed: int = 0
    known: int = 0
    faults: int = 0

    @classmethod
    def of(cls, result: Result) -> Summary:
        """The counts of one result."""
        ranks = [finding.severity for finding in result.findings]
        return cls(
            documents=1,
            unread=int(not result.source.format),
            errors=ranks.count(Severity.ERROR),
            warnings=ranks.count(Severity.WARNING),
            notes=ranks.count(Severity.NOTE),
            coverage=result.coverage,
            suppressed=len(result.suppressed),
            known=len(result.known),
            faults=len(result.faults),
        )

    def __add__(self, other: Summary) -> Summary:
        return Summary(
            self.documents + other.documents,
            self.unread + other.unread,
            self.errors + other.errors,
            self.warnings + other.warnings,
            self.notes + other.notes,
            self.coverage + other.coverage,
            self.suppressed + other.suppressed,
            self.known + other.known,
            self.faults + other.faults,
        )

    @property
    def findings(self) -> int:
        """The number of findings of any severity."""
        return self.errors + self.warnings + self.notes

    @property
    def worst(self) -> Severity | None:
        """The highest severity found, or None."""
        counts = {Severity.ERROR: self.errors, Severity.WARNING: self.warnings, Severity.NOTE: self.notes}
        return next((severity for severity, count in counts.items() if count), None)


def set_aside(result: Result) -> str:
    """How many findings of a result are set aside, and for which reasons; "" for none.

    The reason most often given comes first.
    """
    reasons: dict[str, int] = {}
    for finding in result.suppressed:
        reason = finding.suppression.reason if finding.suppression else "no reason"
        reasons[reason] = reasons.get(reason, 0) + 1
    if not reasons:
        return ""
    ranked = sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    count = len(result.suppressed)
    told = "; ".join(f"{reason} ({number})" for reason, number in ranked)
    return f"{count:,} finding{'' if count == 1 else 's'} set aside: {told}"
