"""Why a segment was judged as it was, as plain values: for findings and for what was not flagged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claimcheck.claim import About, Cue, Judgement, Segment
from claimcheck.text import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A treatment that is named in or around a segment.

    `about` is what a segment about it would be about; `where` is `segment`, `heading`, `lead-in`, `title` or `earlier`;
    `inside` the text that names it; `back` how many segments earlier it stands (0 unless `where` is `earlier`).
    """

    text: str
    kind: str
    about: About
    where: str
    inside: str
    back: int = 0


@dataclass(frozen=True, slots=True)
class Focus:
    """What a segment is about, and what in the text speaks for it.

    `likelihoods` are the first reading's, each subject by itself (they need not sum to 1); `seller` is the page's;
    `pointer` is a word such as "it" near the segment's start and `antecedent` the treatment named last before.
    """

    about: About
    likelihoods: Mapping[About, float]
    seller: float
    mentions: tuple[Mention, ...] = ()
    antecedent: Mention | None = None
    pointer: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """A claim word, its state (`free`, `hedged`, `denied`, `limited`, `aimed`), and `by` which word it is in it."""

    span: Span
    text: str
    kind: str
    state: str
    by: Cue | None = None


@dataclass(frozen=True, slots=True)
class Weight:
    """A feature and what it added to the flag's first score, in logits; `span` is a run of words' place."""

    feature: str
    group: str
    logit: float
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class AppliedCase:
    """A hard case of the codebook whose form the segment has; `because` says by which condition it was seen."""

    number: int
    title: str
    rule: str
    because: str


@dataclass(frozen=True, slots=True)
class Trace:
    """The account of one segment.

    `placed` is `alone`, `found` on the page or `appended` to it. `signals` are all words of a class that the judge
    knows; `weighed_for` and `weighed_against` the features that spoke loudest on the flag in the first reading,
    `groups` the sum of each feature group and the bias, whose sum is that score. `threshold` is the least confidence
    that is flagged. `reasons` say in words why the segment is or is not flagged.
    """

    segment: Segment
    judgement: Judgement
    placed: str
    focus: Focus
    claims: tuple[Reach, ...]
    signals: tuple[Cue, ...]
    weighed_for: tuple[Weight, ...]
    weighed_against: tuple[Weight, ...]
    groups: Mapping[str, float]
    threshold: float
    cases: tuple[AppliedCase, ...]
    reasons: tuple[str, ...] = ()
