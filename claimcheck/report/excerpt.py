"""The lines of a source around a finding, cut to the width, with the deciding words underlined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.finding import Finding
from claimcheck.report.layout import cell
from claimcheck.text import LineIndex, Span

_MOST_LINES = 3
_CUT = "..."


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line by number, as it is shown, and the underline below it."""

    number: int
    text: str
    underline: str


def excerpts(finding: Finding, width: int) -> Iterator[Excerpt]:
    """Up to three lines that hold the finding's cues, or its first words where it has no cue."""
    lines, marks = finding.source.lines, _marks(finding)
    numbers = sorted({number for mark in marks for number in _line_numbers(lines, mark)})[:_MOST_LINES]
    for number in numbers:
        yield _excerpt(lines, number, finding.span, marks, width)


def _marks(finding: Finding) -> tuple[Span, ...]:
    """The source pieces of all cues, markup between them left out; the whole segment's where there is no cue."""
    segment = finding.segment
    spans = [cue.span for cue in finding.judgement.cues]
    return tuple(piece for span in spans for piece in segment.offsets.spans(span.start, span.end)) or segment.spans


def _line_numbers(lines: LineIndex, mark: Span) -> range:
    return range(lines.position(mark.start).line, lines.position(max(mark.start, mark.end - 1)).line + 1)


def _excerpt(lines: LineIndex, number: int, segment: Span, marks: Sequence[Span], width: int) -> Excerpt:
    line, origin = lines.line(number), lines.line_start(number)
    marked = [(max(0, mark.start - origin), mark.end - origin) for mark in marks]
    marked = [(start, end) for start, end in marked if start < min(end, len(line))]
    indent = len(line) - len(line.lstrip())
    room = width - 2 * len(_CUT)
    start = _window_start(indent, segment.start - origin, marked, room)
    before, after = (_CUT if start > indent else ""), ""
    text, underline = before, " " * len(before)
    for at in range(start, len(line)):
        glyph, cells = cell(line[at])
        if room < cells:
            after = _CUT
            break
        room -= cells
        text += glyph
        underline += ("^" if any(first <= at < last for first, last in marked) else " ") * cells
    return Excerpt(number, text.rstrip() + after, underline.rstrip())


def _window_start(indent: int, segment: int, marked: Sequence[tuple[int, int]], room: int) -> int:
    """Where the shown part begins: at the line's text, else at the segment, else a third of the room before the cue."""
    first, last = (marked[0][0], marked[-1][1]) if marked else (indent, indent)
    for start in (indent, max(indent, segment)):
        if start <= first and last - start <= room:
            return start
    return max(indent, first - room // 3)
