"""Text as a reader sees it, grown piece by piece, with the runs that lead back to its source."""

from __future__ import annotations

import re

from claimcheck.text import OffsetMap, Run

_SINGLE_SPACED = re.compile(r"\S+(?:\s\S+)*+")


class Cleaned:
    """Collects the pieces of one block; white space collapses across pieces and vanishes at both ends.

    `base` is added to every place in the source, for readers that work on a part of it.
    """

    __slots__ = ("_base", "_length", "_parts", "_runs", "_space")

    def __init__(self, base: int = 0) -> None:
        self._base = base
        self._reset()

    def _reset(self) -> None:
        self._parts: list[str] = []
        self._runs: list[tuple[int, int, int, int]] = []
        self._length = 0
        self._space: tuple[int, int] | None = None

    def __len__(self) -> int:
        return self._length

    def __bool__(self) -> bool:
        return self._length > 0

    def add(self, raw: str, at: int) -> None:
        """Add text as it stands in the source at `at`."""
        words = raw.split()
        if not words:
            if raw:
                self._note_space(at, len(raw))
            return
        clean = " ".join(words)
        if clean == raw:
            self._settle_space()
            self._append(raw, at, len(raw))
            return
        lead = len(raw) - len(raw.lstrip())
        if lead:
            self._note_space(at, lead)
        self._settle_space()
        end = len(raw.rstrip())
        if len(clean) == end - lead:
            self._append(clean, at + lead, end - lead)
        else:
            self._add_pieces(raw, at)
        if end < len(raw):
            self._note_space(at + end, len(raw) - end)

    def _add_pieces(self, raw: str, at: int) -> None:
        last = -1
        for piece in _SINGLE_SPACED.finditer(raw):
            if last >= 0:
                self._append(" ", at + last, piece.start() - last)
            self._append(" ".join(piece[0].split()), at + piece.start(), piece.end() - piece.start())
            last = piece.end()

    def add_whole(self, text: str, at: int, source_length: int) -> None:
        """Add text that stands for `source_length` code points of the source, such as a decoded entity."""
        if text.isspace():
            self._note_space(at, source_length)
        else:
            self._settle_space()
            self._append(text, at, source_length)

    def add_break(self) -> None:
        """End the line: no sentence crosses the `\\n` that this leaves in the text."""
        self._space = None
        if self._length and self._parts[-1] != "\n":
            self._parts.append("\n")
            self._length += 1

    def take(self) -> tuple[str, OffsetMap]:
        """The text and its map; what follows starts anew."""
        if self._parts and self._parts[-1] == "\n":
            self._parts.pop()
        text, runs = "".join(self._parts), self._runs
        self._reset()
        return text, OffsetMap([Run(*run) for run in runs])

    def _note_space(self, at: int, length: int) -> None:
        if self._space is None:
            self._space = (at, length)
        elif sum(self._space) == at:
            self._space = (self._space[0], self._space[1] + length)

    def _settle_space(self) -> None:
        if self._space is not None:
            if self._length and self._parts[-1] != "\n":
                self._append(" ", *self._space)
            self._space = None

    def _append(self, text: str, at: int, source_length: int) -> None:
        at += self._base
        length = len(text)
        self._parts.append(text)
        if self._runs and length == source_length:
            start, span, source, source_span = self._runs[-1]
            if span == source_span and source + span == at and start + span == self._length:
                self._runs[-1] = (start, span + length, source, span + length)
                self._length += length
                return
        self._runs.append((self._length, length, at, source_length))
        self._length += length
