"""The lines of a PDF's pages in reading order: columns one after the other, table cells row by row, running heads once.

A page is nothing but characters with places; everything here is a guess from their geometry, made alike for every file.
Lengths are points, y grows upwards.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

_MARGIN = 0.12
_LEAST_LINES = 3
_MOST_CROSSING = 0.4
# A page with more lines is no running text; the search for columns takes time that grows with their square.
_MOST_LINES = 600
_WORDS_A_LINE = 4
_BULLET = re.compile(r"[•‣⁃◦·▪●○■□✓✔➢\uf0b7*–-]|\(?\d{1,2}[.)]")
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:page|p\.?|seite)?\s*(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/|von)\s*\d{1,4})?[\W_]*", re.I
)


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text on one baseline: its box, the size of its letters, whether they are bold, and its page.

    `cell` is true in what looks like a table.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool = False
    page: int = 0
    cell: bool = False


def in_order(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page as they are read."""
    gutter = _gutter(lines) if len(lines) <= _MOST_LINES else None
    if gutter is None:
        return _by_rows(lines)
    left = [line for line in lines if line.right <= gutter + 1]
    right = [line for line in lines if line.right > gutter + 1 and line.left >= gutter - 1]
    crossing = _by_rows([line for line in lines if line.right > gutter + 1 and line.left < gutter - 1])
    ordered: list[Line] = []
    ceilings = [*(line.top for line in crossing), float("-inf")]
    above = float("inf")
    for number, floor in enumerate(ceilings):
        for side in (left, right):
            ordered += in_order([line for line in side if floor <= (line.top + line.bottom) / 2 < above])
        ordered += crossing[number : number + 1]
        above = floor
    return ordered


def _by_rows(lines: Sequence[Line]) -> list[Line]:
    """From top to bottom; what stands on one baseline from left to right."""
    ordered: list[Line] = []
    row: list[Line] = []
    for line in sorted(lines, key=lambda each: -each.bottom):
        if row and row[0].bottom - line.bottom > row[0].size * 0.4:
            ordered += _row(row)
            row = []
        row.append(line)
    return ordered + _row(row)


def _row(row: list[Line]) -> list[Line]:
    row = sorted(row, key=lambda each: each.left)
    if len(row) == 2 and _BULLET.fullmatch(row[0].text):
        mark, line = row
        return [replace(line, text=f"{mark.text} {line.text}", left=mark.left)]
    return row if len(row) < 2 else [replace(line, cell=True) for line in row]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where two columns of running text part, if there are two."""
    best: tuple[int, float] | None = None
    for at in sorted({round(line.left, 1) for line in lines}):
        left = [line for line in lines if line.right <= at + 1]
        right = [line for line in lines if line.left >= at - 1]
        crossing = len(lines) - len(left) - len(right)
        if min(len(left), len(right)) < _LEAST_LINES or crossing > len(lines) * _MOST_CROSSING:
            continue
        beside = min(_top(left), _top(right)) - max(_bottom(left), _bottom(right))
        if beside > 0 and _is_text(left) and _is_text(right) and (best is None or crossing < best[0]):
            best = crossing, at
    return best[1] if best else None


def _top(lines: Sequence[Line]) -> float:
    return max(line.top for line in lines)


def _bottom(lines: Sequence[Line]) -> float:
    return min(line.bottom for line in lines)


def _is_text(lines: Sequence[Line]) -> bool:
    """True where most lines are running text, which the cells of a table seldom are."""
    return sorted(len(line.text.split()) for line in lines)[len(lines) // 2] >= _WORDS_A_LINE


def running(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> set[Line]:
    """The lines to pass over: page numbers, and heads and feet that came on an earlier page."""
    seen: Counter[tuple[bool, str]] = Counter()
    passed: set[Line] = set()
    kept: dict[tuple[bool, str], Line] = {}
    edges = [(line, key) for page, height in zip(pages, heights, strict=True) for line, key in _edges(page, height)]
    for line, key in edges:
        seen[key] += 1
        kept.setdefault(key, line)
    for line, key in edges:
        if _PAGE_NUMBER.fullmatch(line.text) or (
            seen[key] * 2 >= len(pages) > 1 and seen[key] > 1 and kept[key] is not line
        ):
            passed.add(line)
    return passed


def _edges(page: Sequence[Line], height: float) -> list[tuple[Line, tuple[bool, str]]]:
    """The lines in the upper and lower margin, each with what it says but for its numbers."""
    found = []
    for line in page:
        if line.bottom > height * (1 - _MARGIN) or line.top < height * _MARGIN:
            words = " ".join(_DIGITS.sub("#", line.text.casefold()).split())
            found.append((line, (line.bottom > height / 2, words)))
    return found
