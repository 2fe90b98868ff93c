"""What a reader makes of a source: blocks of cleaned text, each with its way back to the source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.claim import Role
from claimcheck.text import OffsetMap, Source


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, cell, button or attribute text, as its reader sees it.

    White space is collapsed and entities are decoded; a `\\n` in the text is a break that no sentence crosses.
    `level` is a heading's (1 to 6, else 0); `list` numbers the list or table that the block stands in.
    """

    text: str
    offsets: OffsetMap
    role: Role = Role.PARAGRAPH
    level: int = 0
    list: int | None = None


@dataclass(frozen=True)
class Document:
    """A source that has been read.

    `read` and `skipped` count the source's code points that stand behind the blocks and the rest (markup, hidden
    text, scripts, white space between blocks); `notes` say what a person should know, such as a guessed encoding;
    `left_out` what of the file was not read, and what to do about it.
    """

    source: Source
    blocks: tuple[Block, ...]
    title: str
    read: int
    skipped: int
    notes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @classmethod
    def of(cls, source: Source, blocks: Iterable[Block], notes: tuple[str, ...] = ()) -> Document:
        """The document of these blocks, with its counts and its title."""
        kept = tuple(blocks)
        read = sum(run.source_length for block in kept for run in block.offsets.runs)
        return cls(source, kept, _title(kept), read, len(source.text) - read, notes)


def _title(blocks: tuple[Block, ...]) -> str:
    titles = (block.text for block in blocks if block.role is Role.TITLE)
    headings = (block.text for block in blocks if block.role is Role.HEADING and block.level == 1)
    return next(titles, None) or next(headings, "")
