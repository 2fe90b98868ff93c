"""Contrast pairs: the same words in two surroundings, or nearly the same words, with different labels.

`corpus/contrast/case-NN.jsonl` holds one pair a line; each side is a tiny page with one labelled target.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.claim import Role, Segment
from claimcheck.corpus.pages import Label, parse_label
from claimcheck.corpus.split import contrast_split_of
from claimcheck.errors import CorpusError
from claimcheck.read import Outline, outline


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair: a tiny page of a seller or of a publisher who sells nothing.

    `label` is that of `segments[target]`; the other segments are surroundings and carry no label.
    """

    seller: bool
    segments: tuple[Segment, ...]
    target: int
    label: Label

    @property
    def segment(self) -> Segment:
        """The labelled segment."""
        return self.segments[self.target]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides that the smallest edit parts; `case` is the hard case's number in the codebook, `edit` what changed."""

    id: str
    case: int
    edit: str
    author: str
    reader: str
    sides: tuple[Side, Side]

    @property
    def part(self) -> str:
        """`train` or `test`, by the id."""
        return contrast_split_of(self.id)


def contrast_pairs(folder: Path, *parts: str) -> list[Pair]:
    """The pairs in `folder/*.jsonl`, of the named parts or of all; none where the folder is missing.

    Raises CorpusError where a line breaks the format.
    """
    pairs = [pair for file in sorted(folder.glob("*.jsonl")) for pair in _pairs(file)]
    return [pair for pair in pairs if not parts or pair.part in parts]


def contrast_sides(pairs: Sequence[Pair]) -> Iterator[Side]:
    """Both sides of every pair, in order: what training and evaluation read."""
    for pair in pairs:
        yield from pair.sides


def parse_pair(record: Mapping[str, Any]) -> Pair:
    """A pair from its record; ValueError or KeyError says what is wrong with it."""
    first, second = (_side(side) for side in record["sides"])
    if first.label.says == second.label.says:
        raise ValueError("both sides have the same label")
    return Pair(record["id"], record["case"], record["edit"], record["author"], record["reader"], (first, second))


def _pairs(file: Path) -> Iterator[Pair]:
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield parse_pair(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                reason = f"lacks the field {error}" if isinstance(error, KeyError) else str(error)
                raise CorpusError(
                    f"{file}:{number}: {reason}.", "Mend the line; claimcheck corpus validate lists every fault."
                ) from error


def _side(record: Mapping[str, Any]) -> Side:
    page = record["page"]
    targets = [at for at, part in enumerate(page) if part.get("target")]
    if len(targets) != 1:
        raise ValueError(f"a side has {len(targets)} targets, not one")
    outlines = [
        Outline(part["text"], Role(part["role"]), part.get("level", 0), part.get("block", at))
        for at, part in enumerate(page)
    ]
    return Side(bool(record["seller"]), outline(outlines), targets[0], parse_label(page[targets[0]]))
