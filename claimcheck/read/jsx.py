"""MDX, and JavaScript with markup in it: text nodes, words in properties, strings that read like copy.

The code is blanked out in place, so that what is left can go through the readers of HTML and Markdown with its
offsets as they are. Template strings with holes in them are code here: what a visitor sees of them is not known.
"""

from __future__ import annotations

import re

from claimcheck.claim import Role
from claimcheck.read.cleaned import Cleaned
from claimcheck.read.document import Block
from claimcheck.read.html import html_blocks
from claimcheck.read.jsx_scan import Scan
from claimcheck.read.markdown import markdown_blocks
from claimcheck.read.markdown_patterns import FENCE, LINE
from claimcheck.text import OffsetMap

_ESM = re.compile(r"(?:import|export)\b")
_MARK = re.compile(r"`+|\{|<(?=[A-Z])|</(?=[A-Z])|\\[{<`]")
_CLOSING = re.compile(r"</[\w.:-]+\s*>")
_ESCAPE = re.compile(r"\\(?:u\{?([0-9a-fA-F]{1,6})\}?|x([0-9a-fA-F]{2})|([\s\S]))")
_ESCAPED = {"n": "\n", "t": " ", "r": " ", "b": " ", "f": " ", "v": " ", "0": " ", "\n": " "}


def jsx_blocks(text: str) -> list[Block]:
    """The blocks of a script with markup in it, in the order of the source."""
    scan = Scan(text)
    scan.script(0)
    return _ordered(html_blocks(scan.masked()), text, scan)


def mdx_blocks(text: str) -> list[Block]:
    """The blocks of an MDX text, its front matter first."""
    scan = Scan(text, shown=True)
    for start, end, is_code in _stretches(text):
        if is_code:
            scan.code(start, end)
        else:
            _mdx(text, start, end, scan)
    return _ordered(markdown_blocks(scan.masked(), indented_code=False), text, scan)


def _stretches(text: str) -> list[tuple[int, int, bool]]:
    """The text cut into stretches outside of fenced code and front matter; True for imports and exports."""
    found: list[tuple[int, int, bool]] = []
    fence, esm = "", False
    front = text.startswith(("---\n", "---\r\n"))
    blank_before, opened = True, False
    for line in LINE.finditer(text):
        content, (start, end) = line[1], (line.start(), line.end())
        if front:
            front = not (opened and content.rstrip() in ("---", "..."))
            opened = True
            content = content if front else ""
        elif fence:
            close = content.strip()
            fence = "" if close and set(close) == {fence[0]} and len(close) >= len(fence) else fence
        elif mark := FENCE.match(content.lstrip()):
            fence = mark[1]
        else:
            esm = bool(content.strip()) and (esm or (blank_before and _ESM.match(content) is not None))
            if found and found[-1][1] == start and found[-1][2] == esm:
                start = found.pop()[0]
            found.append((start, end, esm))
        blank_before = not content.strip()
        if line.end() == len(text):
            break
    return found


def _mdx(text: str, start: int, end: int, scan: Scan) -> None:
    """Blank out what is code in a stretch of Markdown: expressions and the tags of components."""
    at = start
    while (mark := _MARK.search(text, at, end)) is not None:
        at = mark.end()
        if mark[0][0] == "`":
            close = text.find(mark[0], at, end)
            at = close + len(mark[0]) if close >= 0 else at
        elif mark[0] == "{":
            after = scan.expression(mark.start(), end)
            if after < 0:
                return
            at = after
        elif mark[0] == "</":
            closing = _CLOSING.match(text, mark.start(), end)
            if closing:
                scan.blank(*closing.span())
                at = closing.end()
        elif mark[0] == "<":
            at = max(scan.tag_alone(mark.start(), end), at)


def _ordered(blocks: list[Block], text: str, scan: Scan) -> list[Block]:
    """The blocks with those of properties and strings among them, in the order of the source."""
    strings = [_string(text, start, end) for start, end in scan.words]
    every = [block for block in (*blocks, *strings) if block.text]
    return sorted(every, key=lambda block: block.offsets.runs[0].source)


def _string(text: str, start: int, end: int) -> Block:
    """A string's value, its escapes undone."""
    cleaned = Cleaned()
    for escape in _ESCAPE.finditer(text, start, end):
        cleaned.add(text[start : escape.start()], start)
        digits = escape[1] or escape[2]
        number = int(digits, 16) if digits else 0
        value = _ESCAPED.get(escape[3] or "", escape[3] or "")
        if digits:
            value = "\ufffd" if 0xD800 <= number <= 0xDFFF or number > 0x10FFFF else chr(number)
        cleaned.add_whole(value, escape.start(), len(escape[0]))
        start = escape.end()
    cleaned.add(text[start:end], start)
    words, offsets = cleaned.take()
    return Block(words, offsets if words else OffsetMap(()), Role.PARAGRAPH)
