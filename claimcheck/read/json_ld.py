"""The texts in a page's JSON-LD, which search engines show: found where they stand, even in broken JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.claim import Role
from claimcheck.read.cleaned import Cleaned
from claimcheck.read.document import Block
from claimcheck.read.words import words

KEYS = words(
    "description name headline alternativeheadline text reviewbody articlebody abstract slogan keywords "
    "disambiguatingdescription alternatename caption award"
)
# A string that is not closed takes the rest with it: looked for anew at each quote, it would cost quadratic time.
_STRING = re.compile(r'"((?:[^"\\]++|\\[\s\S])*+)(?:"([\t\n\r ]*+:)?|\\?\Z())')
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})(?:\\u([dD][c-fC-F][0-9a-fA-F]{2}))?|([\s\S]))")
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}
# Answers in a FAQ page may hold HTML; its tags are not read out.
_TAG = re.compile(r"<\\?/?([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>")
_INLINE_TAGS = words("a abbr b code em font i mark s small span strong sub sup u")


def json_ld_blocks(text: str, start: int, end: int) -> Iterator[Block]:
    """The strings that a reader may see, with role META, in the order of the source."""
    key = ""
    for match in _STRING.finditer(text, start, end):
        if match[2]:
            key = match[1].lower()
        elif key in KEYS and match[3] is None:
            block = _block(text, *match.span(1))
            if block.text:
                yield block


def _block(text: str, start: int, end: int) -> Block:
    cleaned = Cleaned()
    for tag in _TAG.finditer(text, start, end):
        _add(cleaned, text[start : tag.start()], start)
        if tag[1].lower() not in _INLINE_TAGS:
            cleaned.add_break()
        start = tag.end()
    _add(cleaned, text[start:end], start)
    return Block(*cleaned.take(), Role.META)


def _add(cleaned: Cleaned, raw: str, at: int) -> None:
    last = 0
    for escape in _ESCAPE.finditer(raw):
        cleaned.add(raw[last : escape.start()], at + last)
        cleaned.add_whole(_unescape(escape), at + escape.start(), len(escape[0]))
        last = escape.end()
    cleaned.add(raw[last:], at + last)


def _unescape(escape: re.Match[str]) -> str:
    first, second, simple = escape.groups()
    if first is None:
        return _SIMPLE.get(simple, simple)
    high = int(first, 16)
    if 0xD800 <= high <= 0xDBFF and second:
        return chr(0x10000 + ((high - 0xD800) << 10) + (int(second, 16) - 0xDC00))
    character = "\ufffd" if 0xD800 <= high <= 0xDFFF else chr(high)
    return character if second is None else character + "\ufffd"
