"""Where things stand in a text: spans, lines, sources and the map from cleaned text back to its source.

Offsets are code points, half-open, into the decoded source. Lines and columns are computed only when shown,
so that there is one stored truth.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code-point offsets."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, got {self.start}, {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """True where both share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Position:
    """A place as an editor shows it: line and column, both from 1, columns in code points."""

    line: int
    column: int


class LineIndex:
    """Line and column for any offset of a text; lines end at LF, CR LF or CR."""

    def __init__(self, text: str) -> None:
        self._starts = list(_line_starts(text))
        self._text = text

    def position(self, offset: int) -> Position:
        """The position of an offset between 0 and the text's length."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line + 1, offset - self._starts[line] + 1)

    def line(self, number: int) -> str:
        """The text of a line (from 1), without its line end."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        return self._text[start:end].rstrip("\r\n")

    def line_start(self, number: int) -> int:
        """The offset at which a line (from 1) begins."""
        return self._starts[number - 1]


def _line_starts(text: str) -> Iterable[int]:
    yield 0
    if "\r" not in text:
        at = 0
        while (at := text.find("\n", at) + 1) > 0:
            yield at
        return
    for at, character in enumerate(text):
        if character == "\n" or (character == "\r" and text[at + 1 : at + 2] != "\n"):
            yield at + 1


@dataclass(frozen=True)
class Source:
    """A decoded text with the name that reports show for it.

    Where the text was taken out of a file that is no text (a Word document, a PDF, an e-mail), `places` says from which
    offset on it stands where in that file: `page 3`, `paragraph 12`.
    """

    name: str
    text: str
    format: str = "text"
    places: tuple[tuple[int, str], ...] = ()

    def place(self, offset: int) -> str:
        """Where in its file an offset stands, as a person would look for it; "" where the text is the file's own."""
        at = bisect_right(self.places, offset, key=lambda place: place[0]) - 1
        return self.places[at][1] if at >= 0 else ""

    @cached_property
    def lines(self) -> LineIndex:
        """The line index, made when first asked for."""
        return LineIndex(self.text)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of cleaned text and the source that it came from.

    Where both are equally long they correspond code point by code point; otherwise (an entity, a
    collapsed stretch of white space) the run is one whole.
    """

    start: int
    length: int
    source: int
    source_length: int


class OffsetMap:
    """Joins a cleaned text to its source: runs in order of both."""

    __slots__ = ("_starts", "runs")

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = tuple(runs)
        self._starts = [run.start for run in self.runs]

    @classmethod
    def identity(cls, start: int, length: int) -> OffsetMap:
        """The map of a text that stands in the source, at `start`, as it is."""
        return cls((Run(0, length, start, length),) if length else ())

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The source spans behind `[start, end)` of the cleaned text; adjoining ones are merged."""
        spans: list[Span] = []
        for index in range(max(0, bisect_right(self._starts, start) - 1), len(self.runs)):
            run = self.runs[index]
            if run.start >= end:
                break
            span = _source_span(run, start, end)
            if span is None:
                continue
            if spans and spans[-1].end == span.start:
                spans[-1] = Span(spans[-1].start, span.end)
            else:
                spans.append(span)
        return tuple(spans)

    def cover(self, start: int, end: int) -> Span:
        """The smallest source span that holds all of `[start, end)` of the cleaned text."""
        spans = self.spans(start, end)
        if not spans:
            raise ValueError(f"nothing in the source stands behind [{start}, {end})")
        return Span(spans[0].start, spans[-1].end)

    def cut(self, start: int, end: int) -> OffsetMap:
        """The map of the part `[start, end)` of the cleaned text, its offsets from 0."""
        runs = []
        for index in range(max(0, bisect_right(self._starts, start) - 1), len(self.runs)):
            run = self.runs[index]
            if run.start >= end:
                break
            span = _source_span(run, start, end)
            if span is not None:
                first, last = max(run.start, start), min(run.start + run.length, end)
                runs.append(Run(first - start, last - first, span.start, len(span)))
        return OffsetMap(runs)


def _source_span(run: Run, start: int, end: int) -> Span | None:
    first, last = max(run.start, start), min(run.start + run.length, end)
    if first >= last:
        return None
    if run.length == run.source_length:
        return Span(run.source + first - run.start, run.source + last - run.start)
    return Span(run.source, run.source + run.source_length)
