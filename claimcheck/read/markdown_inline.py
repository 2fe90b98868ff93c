"""The inside of a Markdown block: emphasis, links, images, code, escapes, HTML; its marks taken off, its text kept."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from claimcheck.claim import Role
from claimcheck.read.cleaned import Cleaned
from claimcheck.read.document import Block
from claimcheck.read.entities import add_text
from claimcheck.read.html import html_blocks
from claimcheck.read.links import Wrap
from claimcheck.read.markdown_lines import Lines
from claimcheck.text import OffsetMap, Run

_MARK = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])|(?P<hard>(?:\\|(?<! ) {2,}+)(?:\r\n?|\n))|(?P<code>`+)|(?P<open>!?\[)|(?P<close>\])"
    r"|<(?P<auto>[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>"
    r"|(?P<tag></?[a-zA-Z][^<>]*>|<!--[^>]*-->)|(?P<emphasis>\*+|_+|~~+)"
)
_TAIL = re.compile(
    r"\([ \t\r\n]*(?:<[^<>\r\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?:[ \t\r\n]+(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|\((?P<round>[^()]*)\)))?[ \t\r\n]*\)"
)
_REFERENCE = re.compile(r"\[[^\[\]]*\]")
_FOOTNOTE = re.compile(r"\^[^\s\]]{1,64}\]")
_TICKS = re.compile(r"`+")


@dataclass(slots=True)
class _Node:
    """A stretch of the text: shown as it is where `shown`, else a mark or something that stands for a text."""

    kind: str
    start: int
    end: int
    shown: bool = True
    opens: bool = False
    closes: bool = False
    partner: int = -1
    title: tuple[int, int] | None = None


class Inline:
    """One block's inside: `cleaned` text, `links` in it, and `labels` of images and titles."""

    def __init__(self, lines: Lines) -> None:
        self.cleaned = Cleaned()
        self.links: list[Wrap] = []
        self.labels: list[Block] = []
        self._lines = lines
        self._nodes: list[_Node] = []
        self._brackets: list[int] = []
        self._ticks: dict[int, list[int]] | None = None
        self._parse()
        _pair_emphasis(self._nodes)
        self._write()

    def _parse(self) -> None:
        text = self._lines.text
        at = 0
        while (mark := _MARK.search(text, at)) is not None:
            if at < mark.start():
                self._nodes.append(_Node("text", at, mark.start()))
            at = self._take(mark)
        if at < len(text):
            self._nodes.append(_Node("text", at, len(text)))

    def _take(self, mark: re.Match[str]) -> int:
        """Note one mark; what follows it starts where the answer says."""
        kind, (start, end) = mark.lastgroup or "", mark.span()
        if kind == "escape":
            self._nodes.append(_Node("verbatim", start + 1, end))
        elif kind == "code":
            return self._code(start, end)
        elif kind == "open":
            return self._bracket(start, end)
        elif kind == "close":
            return self._close(start, end)
        elif kind == "auto":
            self._nodes.append(_Node("verbatim", start + 1, end - 1))
        elif kind == "emphasis":
            self._emphasis(start, end)
        else:
            self._nodes.append(_Node(kind, start, end))
        return end

    def _code(self, start: int, end: int) -> int:
        """A code span, where the same number of backticks ends it."""
        if self._ticks is None:
            self._ticks = {}
            for run in _TICKS.finditer(self._lines.text):
                self._ticks.setdefault(len(run[0]), []).append(run.start())
        places = self._ticks.get(end - start, [])
        following = bisect_left(places, end)
        if following == len(places):
            self._nodes.append(_Node("text", start, end))
            return end
        self._nodes.append(_Node("verbatim", end, places[following]))
        return places[following] + end - start

    def _bracket(self, start: int, end: int) -> int:
        footnote = _FOOTNOTE.match(self._lines.text, end) if end - start == 1 else None
        if footnote:
            return footnote.end()
        self._brackets.append(len(self._nodes))
        self._nodes.append(_Node("image" if end - start == 2 else "link", start, end))
        return end

    def _close(self, start: int, end: int) -> int:
        text, at = self._lines.text, len(self._nodes)
        tail = _TAIL.match(text, end) or _REFERENCE.match(text, end) if self._brackets else None
        if tail is None:
            self._nodes.append(_Node("text", start, end))
            if self._brackets:
                self._brackets.pop()
            return end
        opener = self._nodes[self._brackets.pop()]
        opener.shown, opener.partner = False, at
        title = next(
            (tail.span(name) for name in ("double", "single", "round") if tail.re is _TAIL and tail[name]), None
        )
        self._nodes.append(_Node("end", start, tail.end(), shown=False, title=title))
        return tail.end()

    def _emphasis(self, start: int, end: int) -> None:
        text = self._lines.text
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        left = not after.isspace() and (after.isalnum() or not before.isalnum())
        right = not before.isspace() and (before.isalnum() or not after.isalnum())
        within = text[start] == "_" and left and right
        opens = left and not (within and before.isalnum())
        closes = right and not (within and after.isalnum())
        for at in range(start, end, 2 if text[start] == "~" else 1):
            self._nodes.append(_Node("emphasis", at, min(at + 1 + (text[start] == "~"), end), True, opens, closes))

    def _write(self) -> None:
        open_links: dict[int, tuple[int, bool]] = {}
        pictures = 0
        picture = Cleaned()
        for at, node in enumerate(self._nodes):
            target = picture if pictures else self.cleaned
            if node.shown:
                self._show(node, target, self._lines.text)
            elif node.kind == "image":
                pictures += 1
                open_links[node.partner] = 0, True
            elif node.kind == "link":
                open_links[node.partner] = len(self.cleaned), False
            elif node.kind == "end":
                start, is_picture = open_links.pop(at)
                if is_picture:
                    pictures -= 1
                    if not pictures:
                        self._label(picture)
                elif not pictures:
                    self.links.append(("a", start, len(self.cleaned)))
                if node.title:
                    self._title(node.title)

    def _show(self, node: _Node, target: Cleaned, text: str) -> None:
        if node.kind == "hard":
            target.add_break()
        elif node.kind == "tag":
            self._tag(node, target, text)
        else:
            add = target.add if node.kind == "verbatim" else None
            for piece, place in self._lines.pieces(node.start, node.end):
                add(piece, place) if add else add_text(target, piece, place)

    def _tag(self, node: _Node, target: Cleaned, text: str) -> None:
        """A tag of HTML in the text: a line break, or nothing but the texts of its attributes."""
        raw = text[node.start : node.end]
        if raw[1:3].lower() == "br" and not raw[3:4].isalnum():
            target.add_break()
        elif "=" in raw:
            for block in html_blocks(raw):
                runs = [_moved(run, self._lines.place(node.start + run.source)) for run in block.offsets.runs]
                self.labels.append(Block(block.text, OffsetMap(runs), block.role))

    def _label(self, cleaned: Cleaned) -> None:
        text, offsets = cleaned.take()
        if text:
            self.labels.append(Block(text, offsets, Role.ALT))

    def _title(self, span: tuple[int, int]) -> None:
        cleaned = Cleaned()
        for piece, place in self._lines.pieces(*span):
            add_text(cleaned, piece, place)
        self._label(cleaned)


def _moved(run: Run, source: int) -> Run:
    return Run(run.start, run.length, source, run.source_length)


def _pair_emphasis(nodes: list[_Node]) -> None:
    """Hide the marks that belong together; a lone star is shown."""
    waiting: dict[int, list[_Node]] = {}
    for node in nodes:
        if node.kind != "emphasis":
            continue
        sort = waiting.setdefault(node.end - node.start, [])
        if node.closes and sort:
            node.shown = sort.pop().shown = False
        elif node.opens:
            sort.append(node)
