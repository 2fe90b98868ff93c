"""Markdown to blocks: CommonMark with tables, task lists, footnotes and front matter.

Lines are taken one by one through the containers they stand in (block quotes and list items) to what they are
there. Code blocks are not prose and are left out; HTML in the text goes through the HTML reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.claim import Role
from claimcheck.read import markdown_patterns as patterns
from claimcheck.read.document import Block
from claimcheck.read.front_matter import front_matter
from claimcheck.read.html import html_blocks
from claimcheck.read.links import shaped
from claimcheck.read.markdown_inline import Inline
from claimcheck.read.markdown_lines import Lines, cells, indent, shifted

_DEEPEST = 32


@dataclass(slots=True)
class _Container:
    """A block quote (indent 0) or a list item, whose lines are indented by `indent`."""

    indent: int
    list: int | None
    fresh: bool = True


def markdown_blocks(text: str, *, indented_code: bool = True) -> list[Block]:
    """The blocks of a Markdown text, in order, its front matter first; in MDX indented lines are no code."""
    blocks, start = front_matter(text)
    reader = _Reader(text, blocks, indented_code=indented_code)
    for line in patterns.LINE.finditer(text, start):
        if line.start() < len(text):
            reader.line(*line.span(1), line.end())
    reader.finish()
    return reader.blocks


class _Reader:
    """One pass over the lines of a text."""

    def __init__(self, text: str, blocks: list[Block], *, indented_code: bool = True) -> None:
        self.blocks = blocks
        self._indented_code = indented_code
        self._text = text
        self._containers: list[_Container] = []
        self._paragraph: list[tuple[int, int]] = []
        self._table: int | None = None
        self._fence = ""
        self._html: list[int] = []
        self._html_end = ""
        self._lists = 0
        self._siblings: dict[int, tuple[str, int]] = {}

    def finish(self) -> None:
        """End whatever is open."""
        self._end_leaf()

    def line(self, start: int, end: int, following: int) -> None:
        """Take one line, `[start, end)` without its line end; the next starts at `following`."""
        at, matched = self._enter(start, end)
        if not self._indented_code and not self._containers:
            at = indent(self._text, at, end, end - at)[1]
        blank = not self._text[at:end].strip()
        if matched < len(self._containers):
            line = self._text[at:end]
            if self._paragraph and not blank and not patterns.ITEM.match(line) and not patterns.interrupts(line):
                self._paragraph.append((at, following))
                return
            self._end_leaf()
            del self._containers[matched:]
        if self._in_verbatim(at, end, following, blank):
            return
        at = self._open_containers(at, end)
        self._leaf(at, end, following)

    def _enter(self, at: int, end: int) -> tuple[int, int]:
        """How far the line stands in the open containers: where its rest starts, and how many hold it."""
        text = self._text
        for depth, container in enumerate(self._containers):
            if container.list is None:
                quote = patterns.QUOTE.match(text, at, end)
                if quote is None:
                    return at, depth
                at = quote.end()
            elif text[at:end].strip():
                width, inside = indent(text, at, end, container.indent)
                if width < container.indent:
                    return at, depth
                at = inside
        return at, len(self._containers)

    def _in_verbatim(self, at: int, end: int, following: int, blank: bool) -> bool:
        """True where the line belongs to an open code block or piece of HTML."""
        line = self._text[at:end]
        if self._fence:
            close = line.strip()
            if close and set(close) == {self._fence[0]} and len(close) >= len(self._fence):
                self._fence = ""
            return True
        if not self._html:
            return False
        if not self._html_end and blank:
            self._end_leaf()
            return True
        self._html[1] = following
        if self._html_end and self._html_end in line.lower():
            self._end_leaf()
        return True

    def _open_containers(self, at: int, end: int) -> int:
        text = self._text
        while len(self._containers) < _DEEPEST:
            quote = patterns.QUOTE.match(text, at, end)
            item = None if quote else self._item(at, end)
            if quote:
                self._end_leaf()
                self._containers.append(_Container(0, None))
                at = quote.end()
            elif item:
                self._end_leaf()
                at = self._open_item(item)
            else:
                break
        return at

    def _item(self, at: int, end: int) -> re.Match[str] | None:
        """The list marker here, if it starts an item."""
        item = patterns.ITEM.match(self._text, at, end)
        if item is None or patterns.BREAK.match(self._text, at, end):
            return None
        if self._paragraph and (item[3] is None or item[2][:-1] not in ("", "1")):
            return None
        return item

    def _open_item(self, item: re.Match[str]) -> int:
        depth, kind = len(self._containers), item[2][-1]
        previous = self._siblings.get(depth)
        if previous is None or previous[0] != kind:
            self._lists += 1
            previous = kind, self._lists
        self._siblings = {key: value for key, value in self._siblings.items() if key < depth} | {depth: previous}
        space = len(item[3] or " ")
        width = len(item[1]) + len(item[2]) + (space if space <= 4 else 1)
        self._containers.append(_Container(width, previous[1]))
        start = min(item.start() + width, item.end())
        task = patterns.TASK.match(self._text, start)
        return task.end() if task else start

    def _leaf(self, at: int, end: int, following: int) -> None:
        line = self._text[at:end]
        if not line.strip():
            self._end_leaf()
        elif self._paragraph or self._table is not None:
            self._go_on(at, end, following, line)
        elif indent(self._text, at, end, 4)[0] < 4:
            self._start_leaf(at, end, following, line)

    def _go_on(self, at: int, end: int, following: int, line: str) -> None:
        """A line after the first of a paragraph or table."""
        setext = patterns.SETEXT.match(line) if self._paragraph else None
        if setext:
            self._write(self._take(), Role.HEADING, 1 if setext[1][0] == "=" else 2)
        elif len(self._paragraph) == 1 and "|" in line and patterns.DELIMITERS.match(line):
            self._start_table()
        elif patterns.interrupts(line):
            self._end_leaf()
            self._start_leaf(at, end, following, line)
        elif self._table is not None:
            self._row(at, end)
        else:
            self._paragraph.append((at, following))

    def _start_leaf(self, at: int, end: int, following: int, line: str) -> None:
        atx = patterns.ATX.match(line)
        fence = patterns.FENCE.match(line)
        raw = patterns.RAW_HTML.match(line)
        if atx:
            close = patterns.ATX_END.search(line, atx.end())
            self._write([(at + atx.end(), at + close.start() if close else end)], Role.HEADING, len(atx[1]))
        elif fence:
            self._fence = fence[1]
        elif raw or patterns.HTML.match(line):
            self._html = [at, following]
            self._html_end = patterns.RAW_END[(raw.lastindex or 1) - 1].format((raw[1] or "").lower()) if raw else ""
            if self._html_end and self._html_end in line[(raw.end() if raw else 0) :].lower():
                self._end_leaf()
        elif not patterns.BREAK.match(line) and not patterns.DEFINITION.match(line):
            footnote = patterns.FOOTNOTE.match(line)
            self._paragraph = [(at + (footnote.end() if footnote else 0), following)]

    def _end_leaf(self) -> None:
        """Write the open paragraph or HTML; code and tables just end."""
        if self._paragraph:
            self._end_paragraph()
        if self._html:
            start, end = self._html
            self._html, self._html_end = [], ""
            self._place([shifted(block, start) for block in html_blocks(self._text[start:end])])
        self._table, self._fence = None, ""

    def _end_paragraph(self) -> None:
        """A paragraph, or rows of cells without a head, which are a table to everyone but the standard."""
        lines = self._take()
        if all(patterns.ROW.match(self._text, start, end) for start, end in lines):
            self._table = self._lists = self._lists + 1
            for start, end in lines:
                self._row(start, end)
        else:
            self._write(lines)

    def _take(self) -> list[tuple[int, int]]:
        lines, self._paragraph = self._paragraph, []
        return lines

    def _start_table(self) -> None:
        ((start, end),) = self._take()
        self._table = self._lists = self._lists + 1
        self._row(start, end)

    def _row(self, at: int, end: int) -> None:
        for cell in cells(self._text, at, end):
            self._write([cell], Role.TABLE_CELL)

    def _write(self, lines: list[tuple[int, int]], role: Role | None = None, level: int = 0) -> None:
        inner = self._containers[-1] if self._containers else None
        number = (
            self._table
            if role is Role.TABLE_CELL
            else next((c.list for c in reversed(self._containers) if c.list is not None), None)
        )
        if role is None:
            role = Role.PARAGRAPH if inner is None else Role.QUOTE if inner.list is None else Role.LIST_ITEM
        inline = Inline(Lines(self._text, lines))
        text, offsets = inline.cleaned.take()
        block = Block(text, offsets, role, level, number)
        blocks = shaped(block, inline.links) if role is Role.PARAGRAPH and inline.links else [block]
        found = [*(each for each in blocks if each.text), *inline.labels]
        self._place(sorted(found, key=lambda each: each.offsets.runs[0].source))

    def _place(self, blocks: list[Block]) -> None:
        depth = len(self._containers)
        self._siblings = {key: value for key, value in self._siblings.items() if key < depth}
        self.blocks += blocks
