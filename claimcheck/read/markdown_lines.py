"""The lines of one Markdown block as one text, without the marks of the containers before each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence


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
