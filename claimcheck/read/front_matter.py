"""The front matter of a Markdown file: the texts in it that search engines and feeds show.

A line scanner, not a reader of YAML or TOML: `key: text` and `key = "text"`, quoted or plain, block scalars and lists.
"""

from __future__ import annotations

import re

from claimcheck.claim import Role
from claimcheck.read.cleaned import Cleaned
from claimcheck.read.document import Block
from claimcheck.read.words import words

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\r?\n")
_FIELD = re.compile(r"[ \t]*(?:-[ \t]+)?[\"']?([A-Za-z_][\w.:-]*?)[\"']?[ \t]*[:=](?=[ \t]|\r?\Z)[ \t]*")
_ITEM = re.compile(r"[ \t]*-[ \t]+")
_LINE = re.compile(r"([^\n]*)(?:\n|\Z)")
_BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?\r?\Z")
_QUOTED = re.compile(r'"""([\s\S]*?)"""|\'\'\'([\s\S]*?)\'\'\'|"((?:[^"\\]|\\.)*)"|\'((?:[^\']|\'\')*)\'')
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(.))")
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "0": " ", "b": " ", "f": " ", "e": " "}
_TITLES = frozenset({"title"})
_META = words("description summary excerpt subtitle keywords abstract tagline lead headline")
_META_STARTS = ("seo", "og_", "og:", "twitter", "meta_")


def front_matter(text: str) -> tuple[list[Block], int]:
    """The blocks of the front matter, and where the text after it starts; nothing and 0 where there is none."""
    start = 1 if text.startswith("\ufeff") else 0
    fence = _FENCE.match(text, start)
    if fence is None:
        return [], start
    close = re.compile(rf"^(?:{re.escape(fence[1])}|\.\.\.)[ \t]*\r?$", re.M).search(text, fence.end())
    if close is None:
        return [], start
    return _Fields(text, fence.end(), close.start()).blocks(), min(close.end() + 1, len(text))


class _Fields:
    """Walks through the lines of one front matter."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._at = start
        self._end = end

    def blocks(self) -> list[Block]:
        """The wanted texts, in order."""
        blocks = []
        role: Role | None = None
        while self._at < self._end:
            line = self._next()
            field, item = _FIELD.match(line[1]), _ITEM.match(line[1])
            if field:
                role = _role(field[1].lower())
                start = line.start() + field.end()
            elif item:
                start = line.start() + item.end()
            else:
                continue
            if role is not None:
                blocks += self._values(start, line.end(1), role)
        return blocks

    def _next(self) -> re.Match[str]:
        line = _LINE.match(self._text, self._at, self._end)
        assert line is not None
        self._at = max(line.end(), self._at + 1)
        return line

    def _values(self, start: int, end: int, role: Role) -> list[Block]:
        text = self._text
        raw = text[start:end]
        if _BLOCK_SCALAR.match(raw):
            return _some(self._block_scalar(), role)
        if raw.startswith("["):
            return self._flow_list(start + 1, end, role)
        quoted = _QUOTED.match(text, start, self._end)
        if quoted:
            self._at = max(self._at, quoted.end())
            return _some(_unquoted(text, quoted), role)
        comment = re.search(r"(?:^|[ \t])#", raw)
        cleaned = Cleaned()
        cleaned.add(raw[: comment.start()] if comment else raw, start)
        return _some(cleaned, role)

    def _block_scalar(self) -> Cleaned:
        cleaned = Cleaned()
        while self._at < self._end:
            line = _LINE.match(self._text, self._at, self._end)
            if line is None or (line[1].strip() and line[1][0] not in " \t"):
                break
            cleaned.add(line[0], line.start())
            self._at = max(line.end(), self._at + 1)
        return cleaned

    def _flow_list(self, start: int, end: int, role: Role) -> list[Block]:
        blocks = []
        for item in re.finditer(rf"{_QUOTED.pattern}|[^,\]\[\"']+", self._text[start:end]):
            quoted = _QUOTED.match(self._text, start + item.start(), end)
            if quoted:
                blocks += _some(_unquoted(self._text, quoted), role)
            elif item[0].strip():
                cleaned = Cleaned(start)
                cleaned.add(item[0], item.start())
                blocks += _some(cleaned, role)
        return blocks


def _role(key: str) -> Role | None:
    if key in _TITLES:
        return Role.TITLE
    return Role.META if key in _META or key.startswith(_META_STARTS) else None


def _some(cleaned: Cleaned, role: Role) -> list[Block]:
    text, offsets = cleaned.take()
    return [Block(text, offsets, role)] if text else []


def _unquoted(text: str, quoted: re.Match[str]) -> Cleaned:
    cleaned = Cleaned()
    group = quoted.lastindex or 1
    start, end = quoted.span(group)
    if group == 4:
        _add(cleaned, text, start, end, re.compile("'(')"))
    else:
        _add(cleaned, text, start, end, _ESCAPE if group in (1, 3) else None)
    return cleaned


def _add(cleaned: Cleaned, text: str, start: int, end: int, escapes: re.Pattern[str] | None) -> None:
    for escape in escapes.finditer(text, start, end) if escapes else ():
        cleaned.add(text[start : escape.start()], start)
        cleaned.add_whole(_unescape(escape), escape.start(), len(escape[0]))
        start = escape.end()
    cleaned.add(text[start:end], start)


def _unescape(escape: re.Match[str]) -> str:
    digits = next((group for group in escape.groups()[:-1] if group), "")
    if digits and len(escape.groups()) > 1:
        number = int(digits, 16)
        return "\ufffd" if 0xD800 <= number <= 0xDFFF or number > 0x10FFFF else chr(number)
    last = escape.groups()[-1] or ""
    return _SIMPLE.get(last, last)
