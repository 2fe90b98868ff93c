"""From new words to edits of the source: the smallest span, escaped as its place needs, markup left standing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claimcheck.claim import Role, Segment
from claimcheck.edits import Edit
from claimcheck.rewrite.escape import Where, escaped, where
from claimcheck.text import Source, Span

# Markup that may go with the words that it marks: emphasis, breaks, and white space.
_EMPHASIS = re.compile(
    r"(?:\s|</?(?:b|i|em|strong|span|font|u|mark|small|br|sup|sub)\b[^<>]*>|<!--[\s\S]*?-->|[*_~]+)*", re.I
)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^<>]*?(/?)>", re.I)
_LINKS = re.compile(r"<a\b|<img\b|\]\(|</a\b|<button\b", re.I)
_BULLET = re.compile(r"[ \t>]*(?:[-*+•–]|\d{1,2}[.)])?[ \t*_\"“]*")
_REST = re.compile(r"[ \t*_\"”]*(?:\r\n|\n|\r|$)")
_CLOSING = re.compile(r"\s*(?:</(?:b|i|em|strong|span|font|u|mark|small|sup|sub)\s*>|\*\*|__)", re.I)
_OPENING = re.compile(r"(?:<(?:b|i|em|strong|span|font|u|mark|small|sup|sub)\b[^<>]*>|\*\*|__)\s*$", re.I)
_DEEPEST = 6
_SOLE = (
    "li",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "figcaption",
    "q",
    "b",
    "i",
    "em",
    "strong",
    "span",
    "dd",
    "cite",
)


class UnplaceableError(Exception):
    """New words cannot be written into the source without harm; the message says why."""


class Place:
    """Writes rewrites of one source."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def edits(self, segment: Segment, new: str) -> tuple[Edit, ...]:
        """The edits that turn a segment's words into new ones; raises UnplaceableError."""
        start, end, words = _changed(segment.text, new)
        if words and self._is_listed(segment.span.start):
            raise UnplaceableError("it stands in a list of the front matter")
        if start == end:
            return (self._insertion(segment, start, words),)
        spans = segment.offsets.spans(start, end)
        cover = Span(spans[0].start, spans[-1].end)
        place = where(self._source, cover.start)
        words = escaped(words, place)
        if len(spans) == 1:
            return (Edit(cover, words),)
        return self._across(spans, cover, words)

    def removal(self, segments: Sequence[Segment], block: Sequence[Segment]) -> tuple[Edit, ...]:
        """The edits that take segments of one block out, and markup that held only them; raises UnplaceableError."""
        first, last = segments[0], segments[-1]
        spans = [span for segment in segments for span in segment.spans]
        cover = Span(spans[0].start, spans[-1].end)
        place = where(self._source, cover.start)
        if first.role in (Role.LINK, Role.BUTTON):
            raise UnplaceableError("a link or button without words would be left")
        if first.role is Role.TITLE or place in (Where.JSON, Where.FRONT_MATTER):
            raise UnplaceableError("it stands where a text is required")
        if place is Where.ATTRIBUTE:
            return (Edit(cover, ""),)
        between = self._source.text[cover.start : cover.end]
        if not _balanced(between):
            raise UnplaceableError("markup begins in it and ends outside")
        whole = block[0] is first and block[-1] is last
        return (Edit(self._widened(cover, whole), ""),)

    def _is_listed(self, at: int) -> bool:
        """True inside the brackets of a list in front matter, where words with a comma would be several."""
        return where(self._source, at) is Where.FRONT_MATTER and "[" in self._source.text[:at].rpartition("\n")[2]

    def _insertion(self, segment: Segment, at: int, words: str) -> Edit:
        if at < len(segment.text):
            place = segment.offsets.cover(at, at + 1).start
        else:
            place = segment.offsets.cover(at - 1, at).end
        return Edit(Span(place, place), escaped(words, where(self._source, place)))

    def _across(self, spans: Sequence[Span], cover: Span, words: str) -> tuple[Edit, ...]:
        """An edit over markup, which goes where it is mere emphasis and whole; a link may not be emptied."""
        text = self._source.text
        cover = _with_emphasis(text, cover)
        gaps = [text[one.end : two.start] for one, two in pairwise(spans)]
        if all(_EMPHASIS.fullmatch(gap) for gap in gaps) and _balanced(text[cover.start : cover.end]):
            return (Edit(cover, words),)
        if any(_LINKS.search(gap) for gap in gaps):
            raise UnplaceableError("a link or a picture stands inside it")
        return (Edit(spans[0], words), *(Edit(span, "") for span in spans[1:]))

    def _widened(self, cover: Span, whole: bool) -> Span:
        """The span with what would be left of it: tags around it, its line, or a space."""
        text, start, end = self._source.text, cover.start, cover.end
        if whole and self._source.format == "html":
            start, end = _over_tags(text, *_over_item(text, start, end))
            if _LINKS.search(text, start, end):
                raise UnplaceableError("a link stands in it")
            if (start, end) != (cover.start, cover.end):
                return Span(start, end)
        if self._source.format != "html" and (line := _whole_line(text, start, end)):
            return line
        if text[start - 1 : start] == " " and text[end : end + 1] in (" ", "\n", "\r", "<", ""):
            start -= 1
        elif text[end : end + 1] == " ":
            end += 1
        return Span(start, end)


def _whole_line(text: str, start: int, end: int) -> Span | None:
    """The line or lines that hold the span and nothing else but a bullet and marks of emphasis or quotation."""
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    rest = _REST.match(text, end)
    if rest is None or not _BULLET.fullmatch(text, line, start):
        return None
    return Span(line, rest.end())


def _changed(old: str, new: str) -> tuple[int, int, str]:
    """The range of the old text that changes, at word boundaries, and what comes in its place."""
    limit = min(len(old), len(new))
    start = 0
    while start < limit and old[start] == new[start]:
        start += 1
    while start and (_inside_word(old, start) or _inside_word(new, start)):
        start -= 1
    tail = 0
    while tail < limit - start and old[len(old) - 1 - tail] == new[len(new) - 1 - tail]:
        tail += 1
    while tail and (_inside_word(old, len(old) - tail) or _inside_word(new, len(new) - tail)):
        tail -= 1
    return start, len(old) - tail, new[start : len(new) - tail]


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _over_item(text: str, start: int, end: int) -> tuple[int, int]:
    """The span up to the tags of the list item in which nothing else can be read, such as an icon."""
    opening, closing = text.rfind("<li", 0, start), text.find("</li", end)
    if opening < 0 or closing < 0:
        return start, end
    head = text.index(">", opening) + 1
    rest = text[head:start] + text[end:closing]
    if head > start or "<li" in rest or "</li" in rest or _TAG.sub("", rest).strip():
        return start, end
    return head, closing


def _over_tags(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the elements that hold nothing else, and the empty line that they would leave."""
    while True:
        before = re.search(r"<([a-z][a-z0-9]*)\b[^<>]*>\s*$", text[:start], re.I)
        after = re.match(r"\s*</([a-z][a-z0-9]*)\s*>", text[end:], re.I)
        if not before or not after or before[1].lower() != after[1].lower() or before[1].lower() not in _SOLE:
            break
        start, end = before.start(), end + after.end()
    line = text.rfind("\n", 0, start) + 1
    rest = re.match(r"[ \t]*\r?\n", text[end:])
    if not text[line:start].strip() and rest:
        return line, end + rest.end()
    return start, end


def _with_emphasis(text: str, cover: Span) -> Span:
    """The span with the emphasis that begins in it or ends in it, if that is all that it lacks to be whole."""
    start, end = cover.start, cover.end
    for _ in range(_DEEPEST):
        if _balanced(text[start:end]):
            return Span(start, end)
        after, before = _CLOSING.match(text, end), _OPENING.search(text[:start])
        if after:
            end = after.end()
        elif before:
            start = before.start()
        else:
            break
    return cover


def _balanced(markup: str) -> bool:
    open_: list[str] = []
    for close, name, void in _TAG.findall(markup.lower()):
        if void or name in ("br", "img", "wbr", "hr", "input"):
            continue
        if not close:
            open_.append(name)
        elif not open_ or open_.pop() != name:
            return False
    return not open_ and all(markup.count(mark) % 2 == 0 for mark in ("**", "__"))
