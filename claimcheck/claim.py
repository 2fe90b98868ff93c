"""The words of the codebook as plain values: strengths, categories, segments, judgements.

What each label means stands in `codebook.toml`; here are only their names, order and shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum

from claimcheck.text import OffsetMap, Span

# The enumerations below are keys in every judgement; `Enum` would hash their names anew, in Python, each time.


class Severity(IntEnum):
    """How a finding is ranked."""

    __hash__ = int.__hash__

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The name as reports print it."""
        return self.name.lower()


class Strength(IntEnum):
    """How strongly a segment claims, in the codebook's order; `Strength.ABSOLUTE > Strength.VAGUE`."""

    __hash__ = int.__hash__

    NONE = 0
    QUALIFIED = 1
    VAGUE = 2
    ASSERTED = 3
    ABSOLUTE = 4

    @property
    def label(self) -> str:
        """The codebook's name."""
        return self.name.lower()

    @property
    def flagged(self) -> bool:
        """True for `vague` and stronger."""
        return self >= Strength.VAGUE

    @property
    def severity(self) -> Severity | None:
        """The severity of a flagged strength; None below the flag."""
        return Severity(self - 1) if self.flagged else None


class Category(Enum):
    """The kinds of overclaim."""

    __hash__ = object.__hash__

    CURE = "cure"
    GUARANTEE = "guarantee"
    REGENERATION = "regeneration"
    EFFICACY = "efficacy"
    SAFETY = "safety"
    COMPARISON = "comparison"
    SPEED_DURATION = "speed_duration"
    APPROVAL = "approval"
    PROOF = "proof"
    TESTIMONIAL = "testimonial"
    SCOPE = "scope"
    HYPE = "hype"


class About(Enum):
    """What a segment speaks of, in its context."""

    __hash__ = object.__hash__

    OURS = "ours"
    OTHER = "other"
    CELLS = "cells"
    BODY = "body"
    BUSINESS = "business"
    FIELD = "field"


class Role(Enum):
    """What a block is on its page."""

    __hash__ = object.__hash__

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"
    BUTTON = "button"
    LINK = "link"
    QUOTE = "quote"
    ALT = "alt"
    META = "meta"


class PageType(Enum):
    """Whether a page's publisher provides, refers to or profits from the treatment."""

    __hash__ = object.__hash__

    SELLER = "seller"
    NEUTRAL = "neutral"
    AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader sees around a segment.

    `headings` runs from the outermost to the nearest; `lead_in` is the sentence that introduces the list in
    which the segment stands; `before` and `after` are the neighbouring segments' texts ("" at the ends).
    """

    headings: tuple[str, ...] = ()
    lead_in: str = ""
    before: str = ""
    after: str = ""
    page_title: str = ""


@dataclass(frozen=True, slots=True)
class Disguise:
    """A word that the source spells so as not to be found: how (`kind`), and as what it stands there (`written`).

    `span` counts within the text that holds the plain word.
    """

    span: Span
    kind: str
    written: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence or stand-alone fragment, with its place in the source and its context.

    `text` has plain words where the source has disguised ones.
    """

    text: str
    offsets: OffsetMap
    role: Role = Role.PARAGRAPH
    level: int = 0
    block: int = 0
    context: Context = field(default_factory=Context)
    disguises: tuple[Disguise, ...] = ()

    @property
    def span(self) -> Span:
        """The source span from the first to the last code point, markup between them included."""
        return self.offsets.cover(0, len(self.text))

    @property
    def spans(self) -> tuple[Span, ...]:
        """The pieces of the source that the text came from, without the markup between them."""
        return self.offsets.spans(0, len(self.text))

    @property
    def disguised(self) -> tuple[tuple[Span, str, str, str], ...]:
        """The disguised words as (source span, kind, as written, as read)."""
        return tuple(
            (self.offsets.cover(d.span.start, d.span.end), d.kind, d.written, self.text[d.span.start : d.span.end])
            for d in self.disguises
        )

    @classmethod
    def of(cls, text: str, role: Role = Role.PARAGRAPH) -> Segment:
        """A segment that stands alone, as its own source."""
        return cls(text, OffsetMap.identity(0, len(text)), role)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words in a segment that weighed in its judgement; `span` counts within the segment's text."""

    span: Span
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the judge says of one segment.

    `confidence` is the calibrated probability that the segment is flagged at all; `strength_probabilities`
    sums to 1 over the five strengths; `category_probabilities` has one independent probability a category.
    """

    about: About
    form: Strength
    strength: Strength
    categories: tuple[Category, ...]
    confidence: float
    strength_probabilities: Mapping[Strength, float]
    category_probabilities: Mapping[Category, float]
    cues: tuple[Cue, ...] = ()

    @property
    def flagged(self) -> bool:
        """True for `vague` and stronger."""
        return self.strength.flagged

    @property
    def severity(self) -> Severity | None:
        """The severity of a flagged judgement; None below the flag."""
        return self.strength.severity
