"""The comments of a source: what its readers do not see, but its writers and this program do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.read.html_tokens import Tokens
from claimcheck.read.markdown_patterns import FENCE, LINE
from claimcheck.text import Source, Span

_BEFORE_FENCE = re.compile(r"[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*")
_COMMENT = re.compile(
    r"<!--(?P<html>[\s\S]*?)-->|^[ ]{0,3}\[(?://|comment)\]:[ \t]*(?:#|<>)[ \t]*\((?P<link>[^\n]*)\)", re.M
)
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")


@dataclass(frozen=True, slots=True)
class Comment:
    """What a comment says, and where it stands in the source, its marks included."""

    span: Span
    text: str


def comments(source: Source) -> tuple[Comment, ...]:
    """The comments of an HTML or Markdown source, in order; other formats have none.

    In Markdown these are HTML comments and `[//]: # (...)`; what stands in code is shown, and so no comment.
    """
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
    for match in _COMMENT.finditer(text):
        start = match.start()
        if any(first <= start < last for first, last in fenced):
            continue
        line = text.rfind("\n", 0, start) + 1
        if any(span.start() < start < span.end() for span in _CODE_SPAN.finditer(text, line)):
            continue
        yield Comment(Span(*match.span()), match["html"] if match["html"] is not None else match["link"])


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of fenced code, in order."""
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
