"""One part of a Word document, walked through: its paragraphs, wherever they stand, as a reader of the page sees them.

Read: tracked insertions, content controls, hyperlinks, fields' results, text boxes, tables, alternative texts. Left
out: tracked deletions, hidden text, placeholders, and the second copy of a drawing that Word keeps for old versions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from claimcheck.claim import Role
from claimcheck.read.docx_styles import Styles
from claimcheck.read.xml_events import local

# What is there but not shown: deletions, what a change was before, copies for old versions, a field's instruction.
_UNSEEN = frozenset({"del", "moveFrom", "Fallback", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange"})
_AS_TEXT = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the bytes behind it: where it starts, and the numbers of its run and of its text tag."""

    text: str
    at: int = -1
    run: int = -1
    tag: int = -1


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its pieces, its style as far as it counts, and where it stands."""

    pieces: list[Piece] = field(default_factory=list)
    style: str = ""
    listed: str = ""
    outline: int = 0
    labels: list[str] = field(default_factory=list)
    cell: tuple[int, int, int] | None = None
    boxed: bool = False
    note: str = ""

    @property
    def text(self) -> str:
        """Its words, line breaks as line ends."""
        return "".join(piece.text for piece in self.pieces)

    def kind(self, styles: Styles) -> tuple[Role, int]:
        """Its role, and a heading's level."""
        role, level = styles.kind(self.style)
        if self.outline and role is not Role.HEADING:
            role, level = Role.HEADING, min(self.outline, 6)
        if role is Role.HEADING:
            return role, level
        if self.cell is not None:
            return Role.TABLE_CELL, 0
        listed = self.listed != "0" and (bool(self.listed) or role is Role.LIST_ITEM)
        return (Role.LIST_ITEM, 0) if listed else (Role.PARAGRAPH if role is Role.LIST_ITEM else role, 0)


class Walk:
    """Takes the events of one part and hands each paragraph on as it ends.

    `deleted` counts the tracked deletions that were passed over; `runs` keeps the bytes between which each run's
    properties stand.
    """

    def __init__(self, hand_on: Callable[[Paragraph], None]) -> None:
        self.deleted = 0
        self.runs: list[tuple[int, int]] = []
        self._hand_on = hand_on
        self._unseen = 0
        self._open: list[Paragraph] = []
        self._tables: list[list[int]] = []
        self._table_count = 0
        self._boxes = 0
        self._note = ""
        self._hidden = self._in_text = False
        self._tag = -1
        self._properties = -1
        self._within: list[int] = []
        self._controls: list[bool] = []

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:
        """An element starts."""
        tag = local(name)
        if self._unseen or tag in _UNSEEN:
            self._unseen += 1
            self.deleted += tag == "delText"
            return
        if tag == "p":
            cell = self._tables[-1] if self._tables and not self._boxes else None
            placed = (cell[0], cell[1], cell[2]) if cell else None
            self._open.append(Paragraph(cell=placed, boxed=self._boxes > 0, note=self._note))
        elif tag == "tbl":
            self._table_count += 1
            self._tables.append([self._table_count, 0, 0])
        elif tag == "tr" and self._tables:
            self._tables[-1][1:] = self._tables[-1][1] + 1, 0
        elif tag == "tc" and self._tables:
            self._tables[-1][2] += 1
        elif tag == "txbxContent":
            self._boxes += 1
        elif tag in ("footnote", "endnote"):
            self._note = _attribute(attributes, "id")
        elif tag == "sdt":
            self._controls.append(False)
        elif tag == "showingPlcHdr" and self._controls:
            self._controls[-1] = True
        elif self._open:
            self._inside(tag, attributes, at)

    def _inside(self, tag: str, attributes: dict[str, str], at: int) -> None:
        """An element within a paragraph starts."""
        paragraph, value = self._open[-1], _attribute(attributes, "val")
        if tag == "r":
            self._hidden = False
            self._within.append(len(self.runs))
            self.runs.append((-1, -1))
        elif tag == "rPr" and self._within:
            self._properties = at
        elif tag in ("vanish", "webHidden"):
            self._hidden = value not in _OFF
        elif tag == "t":
            self._in_text, self._tag = True, at
        elif tag in _AS_TEXT and self._within and not self._hidden and not any(self._controls):
            paragraph.pieces.append(Piece(_AS_TEXT[tag]))
        elif tag == "pStyle":
            paragraph.style = value
        elif tag == "numId":
            paragraph.listed = value
        elif tag == "outlineLvl" and value.isdigit() and int(value) < 9:
            paragraph.outline = int(value) + 1
        elif tag == "docPr":
            paragraph.labels += filter(None, (attributes.get("descr", ""), attributes.get("title", "")))

    def end(self, name: str, at: int) -> None:
        """An element ends."""
        if self._unseen:
            self._unseen -= 1
            return
        tag = local(name)
        if tag == "p" and self._open:
            self._hand_on(self._open.pop())
        elif tag == "tbl" and self._tables:
            self._tables.pop()
        elif tag == "txbxContent":
            self._boxes -= 1
        elif tag == "sdt" and self._controls:
            self._controls.pop()
        elif tag == "t":
            self._in_text = False
        elif tag == "r" and self._within:
            self._within.pop()
        elif tag == "rPr" and self._within and self._properties >= 0:
            self.runs[self._within[-1]] = self._properties, at
            self._properties = -1

    def text(self, text: str, at: int) -> None:
        """A piece of text."""
        if self._in_text and not self._unseen and self._open and not self._hidden and not any(self._controls):
            # A line end in the XML is white space; only `br` breaks a line.
            run = self._within[-1] if self._within else -1
            self._open[-1].pieces.append(Piece(text.replace("\n", " "), at, run, self._tag))


def _attribute(attributes: dict[str, str], named: str) -> str:
    return next((text for key, text in attributes.items() if local(key) == named), "")
