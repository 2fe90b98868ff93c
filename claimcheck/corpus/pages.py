"""The labelled pages: read from `corpus/pages/*.jsonl`, checked, and turned into segments as the reader makes them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.claim import About, Category, Role, Segment, Strength
from claimcheck.errors import CorpusError
from claimcheck.read import Outline, outline

GENRES = [
    "clinic",
    "condition",
    "faq",
    "article",
    "testimonial",
    "tourism",
    "product",
    "ad",
    "flyer",
    "press",
    "directory",
    "biography",
    "other_treatment",
    "education",
    "research",
    "insurer",
    "journalism",
    "out_of_domain",
]
ORIGINS = ("reworded", "free")


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader said of one segment by the codebook's order of decisions.

    `form` is the strength of the wording, whatever it is about; `kinds` its categories where the form is `vague`
    or stronger; `cue` the half-open range of the deciding words in the text, or None.
    """

    about: About
    form: Strength
    kinds: frozenset[Category]
    cue: tuple[int, int] | None = None

    @property
    def says(self) -> tuple[About, Strength, frozenset[Category]]:
        """The label without its cue."""
        return self.about, self.form, self.kinds

    @property
    def strength(self) -> Strength:
        """The form where the segment is about ours, else `none`."""
        return self.form if self.about is About.OURS else Strength.NONE

    @property
    def categories(self) -> frozenset[Category]:
        """The categories where the segment is flagged, else none."""
        return self.kinds if self.strength.flagged else frozenset()


@dataclass(frozen=True, slots=True)
class Page:
    """A whole labelled page of one advertiser or publisher."""

    id: str
    advertiser: str
    genre: str
    seller: bool
    origin: str
    segments: tuple[Segment, ...]
    labels: tuple[Label, ...]


def load(folder: Path) -> list[Page]:
    """Every page below `folder`, in the order of file names and lines."""
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise CorpusError(f"{folder} holds no .jsonl file.", "Name the folder with the labelled pages.")
    pages = [page for file in files for page in _pages(file)]
    seen: dict[str, str] = {}
    for page in pages:
        if page.id in seen:
            raise CorpusError(f"{folder}: two pages have the id {page.id!r}.", "Give each page an id of its own.")
        seen[page.id] = page.id
    return pages


def _pages(file: Path) -> Iterator[Page]:
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield parse_page(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                reason = f"lacks the field {error}" if isinstance(error, KeyError) else str(error)
                raise CorpusError(
                    f"{file}:{number}: {reason}.", "Mend the line; corpus/README.md has the format."
                ) from error


def parse_page(record: Mapping[str, Any]) -> Page:
    """A page from its record; ValueError or KeyError says what is wrong with it."""
    if record["genre"] not in GENRES:
        raise ValueError(f"unknown genre {record['genre']!r}; the genres are {', '.join(GENRES)}")
    if record["origin"] not in ORIGINS:
        raise ValueError(f"unknown origin {record['origin']!r}; the origins are {', '.join(ORIGINS)}")
    parts = record["segments"]
    outlines = [Outline(s["text"], Role(s["role"]), s.get("level", 0), s["block"], s.get("list")) for s in parts]
    return Page(
        record["id"],
        record["advertiser"],
        record["genre"],
        bool(record["seller"]),
        record["origin"],
        outline(outlines),
        tuple(parse_label(s) for s in record["segments"]),
    )


def parse_label(record: Mapping[str, Any]) -> Label:
    """A segment's label from its record; ValueError or KeyError says what is wrong with it."""
    form = Strength[record["form"].upper()]
    kinds = frozenset(Category(c) for c in record.get("categories") or record.get("form_categories") or ())
    if form.flagged != bool(kinds):
        raise ValueError(f"{record['form']} with categories {sorted(k.value for k in kinds)}: {record['text']!r}")
    cue = record.get("cue")
    label = Label(About(record["about"]), form, kinds, (cue[0], cue[1]) if cue else None)
    if label.strength.label != record["strength"]:
        raise ValueError(f"strength {record['strength']} does not follow from about and form: {record['text']!r}")
    return label
