"""The comments of a source: what its readers do not see, but its writers and this program do."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.read.html_tokens import Tokens
from claimcheck.text import Source, Span

_BEFORE_FENCE = re.compile(r"[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*")
_LINK = re.compile(r"^ {0,3}\[(?://|comment)\]:[ \t]*(?:#|<>)[ \t]*\(([^\n]*)\)", re.M)
_TICKS = re.compile(r"`+")


@dataclass(frozen=True, slots=True)
class Comment:
    """What a comment says, and where it stands in the source, its marks included."""

    span: Span
    text: str


def comments(source: Source) -> tuple[Comment, ...]:
    """The comments of an HTML, Markdown or MDX source, or of a script, in order; other formats have none.

    In Markdown these are HTML comments and `[//]: # (...)`; what stands in code is shown, and so no comment.
    """
    if source.format in ("mdx", "jsx"):
        return tuple(_tagged(source.text, "/*", "*/"))
    if source.format == "html":
        return tuple(_html(source.text))
    return tuple(_markdown(source.text)) if source.format == "markdown" else ()


class _Tokens(Tokens):
    """Tokens that note the comments which they leave out."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.passed: list[tuple[int, int]] = []

    def _end_of_other(self, at: int) -> int:
        end = super()._end_of_other(at)
        if end > at and self._text.startswith("<!--", at):
            self.passed.append((at, end))
        return end


def _html(text: str) -> Iterator[Comment]:
    tokens = _Tokens(text)
    for _ in tokens:
        pass
    for start, end in tokens.passed:
        yield Comment(Span(start, end), text[start + 4 : end].removesuffix(">").removesuffix("--"))


def _markdown(text: str) -> Iterator[Comment]:
    fenced = list(_fenced(text))
    starts = [start for start, _ in fenced]
    line_end, spans = 0, list[tuple[int, int]]()
    for comment in sorted((*_tagged(text), *_links(text)), key=lambda each: each.span.start):
        at = comment.span.start
        fence = bisect_right(starts, at) - 1
        if fence >= 0 and at < fenced[fence][1]:
            continue
        if at >= line_end:
            start = max(text.rfind("\n", line_end, at) + 1, line_end)
            line_end = text.find("\n", at) + 1 or len(text)
            spans = _code_spans(text, start, line_end)
        code = bisect_right(spans, (at, len(text))) - 1
        if code < 0 or at >= spans[code][1]:
            yield comment


def _tagged(text: str, opens: str = "<!--", closes: str = "-->") -> Iterator[Comment]:
    """The comments between marks, those of HTML first; one that does not end ends the search."""
    at = text.find(opens)
    while at >= 0:
        close = text.find(closes, at + len(opens))
        if close < 0:
            return
        yield Comment(Span(at, close + len(closes)), text[at + len(opens) : close])
        at = text.find(opens, close + len(closes))


def _links(text: str) -> Iterator[Comment]:
    for match in _LINK.finditer(text):
        yield Comment(Span(*match.span()), match[1])


def _code_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The code spans of a line: runs of backticks, each with the next run of the same length."""
    runs = list(_TICKS.finditer(text, start, end))
    following: dict[int, int] = {}
    partner: dict[int, int] = {}
    for number in range(len(runs) - 1, -1, -1):
        length = len(runs[number][0])
        if length in following:
            partner[number] = following[length]
        following[length] = number
    spans, number = [], 0
    while number < len(runs):
        closes = partner.get(number)
        if closes is not None:
            spans.append((runs[number].start(), runs[closes].end()))
        number = number + 1 if closes is None else closes + 1
    return spans


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of fenced code, in order."""
    # Imported here: a page of HTML needs none of Markdown's patterns.
    from claimcheck.read.markdown_patterns import FENCE, LINE

    start, fence = 0, ""
    for line in LINE.finditer(text):
        at = _BEFORE_FENCE.match(text, line.start(1))
        inside = text[at.end() if at else line.start(1) : line.end(1)]
        if fence:
            close = inside.strip()
            if close and set(close) == {fence[0]} and len(close) >= len(fence):
                yield start, line.end()
                fence = ""
        elif opened := FENCE.match(inside):
            start, fence = line.start(), opened[1]
        if line.end() == len(text):
            break
    if fence:
        yield start, len(text)
