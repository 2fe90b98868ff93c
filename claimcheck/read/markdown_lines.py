"""The lines of Markdown: their indentation, and those of one block as one text, without the marks before each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.read.document import Block
from claimcheck.read.markdown_patterns import CELL
from claimcheck.text import OffsetMap, Run


class Lines:
    """`text` joins the lines; `pieces` tells where a part of it stands in the source."""

    def __init__(self, source: str, ranges: Sequence[tuple[int, int]]) -> None:
        self.text = "".join(source[start:end] for start, end in ranges)
        self._ranges = ranges
        self._starts = []
        at = 0
        for start, end in ranges:
            self._starts.append(at)
            at += end - start

    def place(self, at: int) -> int:
        """Where the character at `at` stands in the source."""
        line = bisect_right(self._starts, at) - 1
        return self._ranges[line][0] + at - self._starts[line]

    def pieces(self, start: int, end: int) -> Iterator[tuple[str, int]]:
        """The parts of `[start, end)` that lie in one line each, with their places in the source."""
        line = bisect_right(self._starts, start) - 1
        while start < end:
            first, last = self._ranges[line]
            stop = min(end, self._starts[line] + last - first)
            if start < stop:
                yield self.text[start:stop], first + start - self._starts[line]
            start, line = max(start, stop), line + 1


def indent(text: str, at: int, end: int, enough: int) -> tuple[int, int]:
    """The width of the white space at `at`, as far as `enough`, and where it ends."""
    width = 0
    while at < end and width < enough and text[at] in " \t":
        width += 4 - width % 4 if text[at] == "\t" else 1
        at += 1
    return width, at


def cells(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges of the cells in one row of a table, empty ones left out."""
    while at < end and text[at] in " \t|":
        at += 1
    while at < end:
        cell = CELL.match(text, at, end)
        close = cell.end() if cell else end
        if text[at:close].strip():
            yield at, close
        at = close + 1


def shifted(block: Block, by: int) -> Block:
    """The block of a part of a source, its places counted in the whole."""
    runs = [Run(run.start, run.length, run.source + by, run.source_length) for run in block.offsets.runs]
    return replace(block, offsets=OffsetMap(runs))
