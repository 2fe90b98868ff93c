"""HTML to blocks: what a reader of the page sees, with the place of every piece.

The tree is a light one: a stack of the open elements that shape the text (blocks, scopes, hidden parts). Inline
elements need no place on it, so mis-nested ones cost nothing. Decided here:

- Not shown, so left out: scripts (but for JSON-LD), styles, templates, `noscript` (browsers run scripts), comments,
  what `hidden`, `display:none` or `visibility:hidden` hide, and drawings but for their texts, titles and descriptions.
- A block whose whole text is one link is a LINK; a block that is nothing but several links is cut into them, since
  only style sheets keep such menus apart.
- A cell with several paragraphs is layout, as pages of the 2000s have it: its blocks are paragraphs.
- Text that stands wrongly between the parts of a table is read where it stands; browsers move it before the table.
"""

from __future__ import annotations

from claimcheck.claim import Role
from claimcheck.read import html_elements as elements
from claimcheck.read.cleaned import Cleaned
from claimcheck.read.document import Block
from claimcheck.read.entities import add_value
from claimcheck.read.html_attributes import NONE, read_attributes
from claimcheck.read.html_frames import Frames
from claimcheck.read.html_tokens import RCDATA, Kind, Tokens
from claimcheck.read.html_writer import Writer
from claimcheck.read.json_ld import json_ld_blocks


def html_blocks(text: str) -> list[Block]:
    """The blocks of a page, or of a part of one, in the order of the source."""
    page = _Page(text)
    page.read()
    return page.writer.finished()


class _Page:
    """One pass over a page's tokens."""

    def __init__(self, text: str) -> None:
        self.writer = Writer()
        self._text = text
        self._tokens = Tokens(text)
        self._frames = Frames()
        self._attributes = NONE
        self._titled = False

    def read(self) -> None:
        """Take every token, then end what the page left open."""
        text, frames, writer = self._text, self._frames, self.writer
        for kind, name, start, end in self._tokens:
            if kind is Kind.TEXT:
                if not frames.top.hidden:
                    writer.text(text[start:end], start, keeps_space=frames.top.keeps_space)
            elif kind is Kind.START:
                self._start(name, start, end)
            elif kind is Kind.END:
                self._end(name)
            else:
                self._content(name, start, end)
        writer.end_block(frames.top)

    def _start(self, name: str, start: int, end: int) -> None:
        frames, writer = self._frames, self.writer
        attributes = self._attributes = read_attributes(self._text, name, start, end)
        if attributes is NONE and name not in elements.SHAPING and not frames.top.hidden and not frames.top.foreign:
            return
        if frames.top.foreign and name in elements.ENDS_FOREIGN:
            self._close(frames.find_foreign())
        if name in elements.NO_EFFECT or frames.ignores(name):
            return
        hides = bool(attributes) and attributes.hides()
        if attributes and not hides and not frames.top.hidden:
            writer.label(attributes.blocks(name, frames.top.list))
        if name in elements.VOID:
            self._void(name, hides)
        elif frames.top.foreign or name in elements.FOREIGN:
            self._start_foreign(name, hides, self._text[start:end])
        elif name in elements.BLOCKS or hides or frames.top.hidden or attributes.is_button() or name in elements.SCOPES:
            self._open(name, hides, attributes.is_button())
        elif name in elements.WRAPS:
            writer.opens(name)

    def _void(self, name: str, hides: bool) -> None:
        if self._frames.top.hidden or hides:
            return
        if name == "br":
            self.writer.line_break()
        elif name == "hr":
            self.writer.end_block(self._frames.top)
            self._frames.imply_ends(name)

    def _open(self, name: str, hides: bool, is_button: bool) -> None:
        frames = self._frames
        if (name in elements.BLOCKS or is_button) and not frames.top.hidden:
            self.writer.end_block(frames.top)
        if name in elements.IMPLYING:
            frames.imply_ends(name)
        frame = frames.push(name)
        if is_button:
            frame.role, frame.block, frame.level = Role.BUTTON, True, 0
        if hides or name in elements.NEVER_SHOWN:
            frame.hidden = frame.gone = True
        self._tokens.foreign = frame.foreign

    def _start_foreign(self, name: str, hides: bool, raw: str) -> None:
        """Drawings show no text but that of a few elements; formulas show all of it."""
        if raw.endswith("/"):
            return
        frame = self._frames.push(name)
        frame.gone = frame.gone or hides or name in elements.NEVER_SHOWN
        frame.hidden = frame.hidden or frame.gone or name == "svg"
        if name in elements.DRAWN:
            self.writer.end_block(frame)
            frame.block, frame.hidden = True, frame.gone
        if name in elements.DRAWN_LABEL:
            frame.role, frame.level = Role.ALT, 0
        frame.foreign = name not in elements.HOLDS_HTML
        self._tokens.foreign = frame.foreign

    def _end(self, name: str) -> None:
        frames = self._frames
        at = frames.find(name)
        if at:
            self._close(at)
        elif name == "p":
            self.writer.end_block(frames.top)
        elif name == "br" and not frames.top.hidden:
            self.writer.line_break()
        elif name in elements.WRAPS:
            self.writer.closes()

    def _close(self, at: int) -> None:
        if self._frames.ends_block(at):
            self.writer.end_block(self._frames.top)
        self._frames.pop_to(at)
        self._tokens.foreign = self._frames.top.foreign

    def _content(self, name: str, start: int, end: int) -> None:
        """The text of an element that holds nothing else; its end tag has been passed too."""
        frame, text = self._frames.top, self._text
        if name == "script" and self._attributes.value("type").strip().lower() == "application/ld+json":
            self.writer.label(json_ld_blocks(text, start, end))
        elif name not in elements.NEVER_SHOWN and not frame.hidden:
            if name == "title":
                self._title(start, end)
            elif name in RCDATA:
                self.writer.text(text[start:end], start, keeps_space=True)
            else:
                self.writer.verbatim(text[start:end], start)
        if frame.name == name:
            self._close(self._frames.find(name))

    def _title(self, start: int, end: int) -> None:
        """The page's title; browsers show the first."""
        if self._titled:
            return
        cleaned = Cleaned()
        add_value(cleaned, self._text[start:end], start)
        text, offsets = cleaned.take()
        if text:
            self._titled = True
            self.writer.label([Block(text, offsets, Role.TITLE)])
