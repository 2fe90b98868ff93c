"""Edits of a text: replacements of spans, spliced in without touching anything between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.text import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of one source span."""

    span: Span
    text: str


def compatible(edits: Iterable[Edit], taken: Sequence[Edit]) -> bool:
    """True where the edits overlap none of those taken already; the very same edit does not count as an overlap."""
    return not any(_collide(edit, other) for edit in edits for other in taken if edit != other)


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made; raises ValueError where two overlap."""
    parts, at = [], 0
    for edit in sorted(dict.fromkeys(edits), key=lambda each: (each.span.start, each.span.end)):
        if edit.span.start < at or edit.span.end > len(text):
            raise ValueError(f"an edit at {edit.span.start} overlaps another, or lies outside the text")
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join((*parts, text[at:]))


def _collide(edit: Edit, other: Edit) -> bool:
    return edit.span.overlaps(other.span) or edit.span.start == other.span.start
