"""What the checker hands out: findings, faults, coverage and the result that holds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from enum import IntEnum

from claimcheck.claim import Category, Judgement, Role, Segment, Severity, Strength
from claimcheck.edits import Edit, compatible, spliced
from claimcheck.errors import UsageError
from claimcheck.text import Position, Source, Span

# What a file's name gets for the name of the file beside it that sets its findings aside.
SIDECAR = ".claimcheck.toml"


class Applicability(IntEnum):
    """How far a rewrite may be trusted, in order."""

    SHOW = 1
    CONFIRM = 2
    APPLY = 3


@dataclass(frozen=True, slots=True)
class Citation:
    """A record of what is known, of kind `evidence` or `regulation`.

    `says` is what it shows or demands, `limit` what evidence cannot show, `status` how well the record is known,
    `severity` what a rule makes of such a claim ("" where it says nothing of that).
    """

    record: str
    kind: str
    title: str
    locator: str
    says: str = ""
    limit: str = ""
    jurisdiction: str = ""
    status: str = ""
    severity: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """What holds of a page as a whole: a jurisdiction's rule on the advertisement as such, or a remark on the reading.

    A remark on the reading (a guessed encoding, a missing end) has no jurisdiction ("") and no citation.
    """

    text: str
    jurisdiction: str = ""
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Suppression:
    """Who set a finding aside, why and until when (an ISO date, "" for good); `source` is `inline` or a file's name."""

    reason: str
    author: str = ""
    expires: str = ""
    source: str = "inline"


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A suggestion for one finding; `reason` says why it is what it is."""

    text: str
    applicability: Applicability
    edits: tuple[Edit, ...] = ()
    citations: tuple[Citation, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A flagged segment of a source, with why it is flagged.

    `severity` is the strength's, raised where a named jurisdiction takes such a claim more seriously. `citations` are
    the few records that matter most; `rules` the most pertinent rule of each jurisdiction, of those asked for or of
    all; `raised` those whose rules rank such a claim higher. `news` says why it is not in the baseline: `text` (its
    words are new), `rules` (the words were there), "" without one.
    """

    source: Source
    segment: Segment
    judgement: Judgement
    severity: Severity
    message: str
    fingerprint: str
    citations: tuple[Citation, ...] = ()
    rewrite: Rewrite | None = None
    suppression: Suppression | None = None
    rules: tuple[Citation, ...] = ()
    raised: tuple[str, ...] = ()
    news: str = ""

    @property
    def text(self) -> str:
        """The segment's text as a reader sees it, disguised words in plain letters."""
        return self.segment.text

    @property
    def role(self) -> Role:
        """What the segment is on its page."""
        return self.segment.role

    @property
    def strength(self) -> Strength:
        """How strongly it claims."""
        return self.judgement.strength

    @property
    def categories(self) -> tuple[Category, ...]:
        """The kinds of overclaim, in the codebook's order."""
        return self.judgement.categories

    @property
    def span(self) -> Span:
        """Where it stands in the decoded source."""
        return self.segment.span

    @property
    def cues(self) -> tuple[tuple[Span, str, str], ...]:
        """The deciding words as (source span, kind, text)."""
        offsets = self.segment.offsets
        return tuple((offsets.cover(c.span.start, c.span.end), c.kind, c.text) for c in self.judgement.cues)

    @property
    def disguises(self) -> tuple[tuple[Span, str, str, str], ...]:
        """The words that the source disguises as (source span, kind, as written, as read)."""
        return self.segment.disguised

    @property
    def start(self) -> Position:
        """Line and column of the first code point."""
        return self.source.lines.position(self.span.start)

    @property
    def place(self) -> str:
        """Where in a file that is no text, such as `page 3`; "" in a text."""
        return self.source.place(self.span.start)

    @property
    def end(self) -> Position:
        """Line and column just past the last code point."""
        return self.source.lines.position(self.span.end)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that could not be read or judged, and what to do about it."""

    source: str
    problem: str
    remedy: str

    @property
    def text(self) -> str:
        """One line for a reader."""
        return f"{self.problem} {self.remedy}"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many code points of a source were judged, passed over by rule, suppressed or lost to a fault.

    `foreign` counts those of the skipped that are text in another language than English.
    """

    characters: int = 0
    read: int = 0
    skipped: int = 0
    suppressed: int = 0
    failed: int = 0
    foreign: int = 0

    def __add__(self, other: Coverage) -> Coverage:
        return Coverage(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))

    @property
    def share(self) -> float:
        """The part of the text that was judged: 1 where none was set aside, lost or in another language."""
        text = self.read + self.suppressed + self.failed + self.foreign
        return self.read / text if text else 1.0


@dataclass(frozen=True, slots=True)
class Result:
    """What one source gave: findings in source order, those set aside, notices, faults and coverage.

    `segments` is all that was read, in reading order; `known` holds the findings that a baseline knows already;
    `advertising` holds the rules, of the jurisdictions asked for or of all, on any such advertisement.
    """

    source: Source
    findings: tuple[Finding, ...] = ()
    faults: tuple[Fault, ...] = ()
    coverage: Coverage = Coverage()
    notices: tuple[Notice, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    advertising: tuple[Citation, ...] = ()
    segments: tuple[Segment, ...] = ()
    known: tuple[Finding, ...] = ()

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __bool__(self) -> bool:
        return True

    @property
    def flagged(self) -> bool:
        """True where there is at least one finding."""
        return bool(self.findings)

    @property
    def worst(self) -> Severity | None:
        """The highest severity, or None without findings."""
        return max((finding.severity for finding in self.findings), default=None)

    def fixed(self, level: str = "apply") -> str:
        """The source's text with the rewrites made that may be trusted as far as `apply`, `confirm` or `all`.

        In one pass: where two edits overlap, the more trusted one is made; `claimcheck fix` reads the text again too.
        """
        least = {"apply": Applicability.APPLY, "confirm": Applicability.CONFIRM, "all": Applicability.SHOW}.get(level)
        if least is None:
            raise UsageError(f"There is no level {level!r} of rewrites.", "Name apply, confirm or all.")
        wanted = [each.rewrite for each in self.findings if each.rewrite and each.rewrite.applicability >= least]
        taken: list[Edit] = [Edit(each.span, "") for each in self.suppressed]
        aside = len(taken)
        for rewrite in sorted(wanted, key=lambda each: -each.applicability):
            if compatible(rewrite.edits, taken):
                taken += rewrite.edits
        return spliced(self.source.text, taken[aside:])

    def above(self, severity: Severity) -> Result:
        """The same result with only the findings at or above a severity."""
        return replace(self, findings=tuple(each for each in self.findings if each.severity >= severity))
