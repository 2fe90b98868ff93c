"""HTML cut into tags and texts, by the rules of its standard where they matter for what a reader sees.

https://html.spec.whatwg.org/multipage/parsing.html#tokenization. Each pattern is atomic, and a tag or comment that
does not end takes the rest of the page with it, so that the time grows with the length of the page alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

_WS = r"[\t\n\f\r ]"
_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[^\t\n\f\r >"'][^\t\n\f\r >]*+|(?=>))"""
_ATTRIBUTE = rf"[\t\n\f\r /]*+[^\t\n\f\r />][^\t\n\f\r />=]*+(?:{_WS}*+={_WS}*+{_VALUE}|(?!{_WS}*+=))"
_TAG = re.compile(rf"<(/?)([a-zA-Z][^\t\n\f\r />]*+)((?:{_ATTRIBUTE})*+[\t\n\f\r /]*+)>")
_MARKUP = re.compile(r"<(?:[a-zA-Z!?]|/(?=[\s\S]))")
_TAG_OPEN = re.compile(r"</?[a-zA-Z]")
_EMPTY_COMMENT = re.compile(r"<!---?>")
_COMMENT_END = re.compile(r"--!?>")
_CDATA = "<![CDATA["
_SCRIPT_STEP = re.compile(r"<!--|-->|<(/?)script(?=[\t\n\f\r />])", re.I)
_ATTRIBUTE_PARTS = re.compile(
    rf"""[\t\n\f\r /]*+([^\t\n\f\r />][^\t\n\f\r />=]*+)"""
    rf"""(?:{_WS}*+={_WS}*+(?:"([^"]*+)"|'([^']*+)'|([^\t\n\f\r >"'][^\t\n\f\r >]*+))?)?"""
)

# The content of these is text: references are decoded in the first two, nothing is in the others.
RCDATA = frozenset({"title", "textarea"})
RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext"})
_ENDS = {name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.I) for name in (RCDATA | RAW) - {"script", "plaintext"}}


class Kind(Enum):
    """What a token is."""

    TEXT = auto()
    START = auto()
    END = auto()
    CONTENT = auto()


_TEXT, _START, _END, _CONTENT = Kind
Token = tuple[Kind, str, int, int]


class Tokens:
    """Iterates over a page's tokens: `(kind, name, start, end)`.

    The range is that of a text, of a start tag's attributes, or of the content of an element that holds only text
    (CONTENT, which follows its START and stands for its end tag too). Comments, doctypes and the like are left out.
    The tree sets `foreign` while it is inside SVG or MathML, where other rules hold.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.foreign = False

    def __iter__(self) -> Iterator[Token]:
        text, tag = self._text, _TAG.match
        start = at = 0
        while (at := text.find("<", at)) >= 0:
            match = tag(text, at)
            end = match.end() if match else self._end_of_other(at)
            if end == at:
                following = _MARKUP.search(text, at + 1)
                at = following.start() if following else len(text)
                continue
            if start < at:
                yield _TEXT, "", start, at
            start = end
            if match is None:
                if self.foreign and text.startswith(_CDATA, at):
                    yield _CONTENT, _CDATA, at + len(_CDATA), max(at + len(_CDATA), end - 3)
            elif match[1]:
                yield _END, match[2].lower(), end, end
            else:
                name = match[2].lower()
                holds_text = not self.foreign and (name in RAW or name in RCDATA)
                yield _START, name, match.start(3), match.end(3)
                if holds_text:
                    close, start = _content_end(text, name, end)
                    yield _CONTENT, name, end, close
            at = start
        if start < len(text):
            yield _TEXT, "", start, len(text)

    def _end_of_other(self, at: int) -> int:
        """The end of what opens with `<` but is no whole tag; `at` itself where this `<` is text."""
        text = self._text
        if _MARKUP.match(text, at) is None:
            return at
        if text.startswith("<!--", at):
            closed = _EMPTY_COMMENT.match(text, at) or _COMMENT_END.search(text, at + 4)
            return closed.end() if closed else len(text)
        if self.foreign and text.startswith(_CDATA, at):
            close = text.find("]]>", at)
            return close + 3 if close >= 0 else len(text)
        if _TAG_OPEN.match(text, at):
            return len(text)
        # A doctype, or what the standard calls a bogus comment.
        close = text.find(">", at)
        return close + 1 if close >= 0 else len(text)


def _content_end(text: str, name: str, start: int) -> tuple[int, int]:
    """Where the content of a text-only element ends, and where the page goes on after its end tag."""
    if name == "plaintext":
        return len(text), len(text)
    close = _script_end(text, start) if name == "script" else _plain_end(text, name, start)
    tag = _TAG.match(text, close)
    return close, tag.end() if tag else len(text)


def _plain_end(text: str, name: str, start: int) -> int:
    end = _ENDS[name].search(text, start)
    return end.start() if end else len(text)


def _script_end(text: str, start: int) -> int:
    """A script may hold `<!-- <script> ... </script> -->`; the inner end tag does not end it."""
    at, in_comment, nested = start, False, False
    while (step := _SCRIPT_STEP.search(text, at)) is not None:
        at = step.end()
        if step[0] == "<!--":
            in_comment, at = True, at - 2
        elif step[0] == "-->":
            in_comment = nested = False
        elif step[1] and not nested:
            return step.start()
        elif in_comment:
            nested = not step[1]
    return len(text)


def attributes(text: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """The attributes in a start tag: where each value stands; of two with one name the first counts."""
    found: dict[str, tuple[int, int]] = {}
    for match in _ATTRIBUTE_PARTS.finditer(text, start, end):
        group = match.lastindex or 1
        place = match.span(group) if group > 1 else (match.end(), match.end())
        found.setdefault(match[1].lower(), place)
    return found
