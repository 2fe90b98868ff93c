"""Word documents (.docx): zip and XML from the standard library, walked by rules of our own.

The libraries for this form leave out what reviewers must see: tracked insertions, content controls, text boxes. What
is walked here is kept in one text, a paragraph a line, headers first and footers last.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from claimcheck.claim import Role
from claimcheck.errors import ReadError
from claimcheck.read.archive import Archive
from claimcheck.read.document import Document
from claimcheck.read.docx_styles import Styles
from claimcheck.read.docx_walk import Paragraph, Walk
from claimcheck.read.extract import Extract, Kind
from claimcheck.read.xml_events import local, parse

_ORDER = ("header", "officeDocument", "footnotes", "endnotes", "footer")
_PLACES = {"header": "header", "footer": "footer", "footnotes": "footnote", "endnotes": "endnote"}
_PROPERTIES = "docProps/core.xml"
_DESCRIBING = {"title": Role.TITLE, "subject": Role.META, "description": Role.META, "keywords": Role.META}


def read_docx(data: bytes, name: str) -> Document:
    """The document in a Word file; ReadError where it is damaged, locked, or swells beyond all measure."""
    return Reading(data, name).document()


@dataclass(slots=True)
class _Relations:
    """Takes the events of a file of relations: what kind each part is of."""

    found: list[tuple[str, str]] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:
        """An element starts."""
        if local(name) == "Relationship" and attributes.get("TargetMode") != "External":
            self.found.append((attributes.get("Type", "").rpartition("/")[2], attributes.get("Target", "")))

    def end(self, name: str, at: int) -> None:
        """An element ends."""

    def text(self, text: str, at: int) -> None:
        """No text counts."""


@dataclass(slots=True)
class _Properties:
    """Takes the events of the document's properties."""

    found: dict[str, str] = field(default_factory=dict)
    _tag: str = ""

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:
        """An element starts."""
        self._tag = local(name)

    def end(self, name: str, at: int) -> None:
        """An element ends."""
        self._tag = ""

    def text(self, text: str, at: int) -> None:
        """A piece of a property's value."""
        if self._tag in _DESCRIBING:
            self.found[self._tag] = self.found.get(self._tag, "") + text


class Reading:
    """Reads one Word file; afterwards `body` is the name of its main part.

    `lines` holds the paragraphs of that part with the offsets at which they stand in the text, `runs` the bytes between
    which each run's properties stand.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.archive = Archive(data, name, "a Word document")
        self.lines: list[tuple[int, Paragraph]] = []
        self.runs: list[tuple[int, int]] = []
        self._name = name
        self._extract = Extract()
        self._styles = Styles()
        self._shown: set[str] = set()
        self._list = self._number = self._deleted = 0
        self._before: Paragraph | None = None
        self.body = next((part for kind, part in self.related("") if kind == "officeDocument"), "")
        if self.body not in self.archive:
            raise ReadError(f"{name} is a zip file, but no Word document.", "Give a .docx file.")

    def document(self) -> Document:
        """Read the parts in order."""
        parts = [("officeDocument", self.body), *self.related(self.body)]
        styles = next((part for kind, part in parts if kind == "styles"), "")
        if styles in self.archive:
            parse(self.archive.read(styles), self._styles, self._name)
        self._describe()
        for wanted in _ORDER:
            for kind, part in parts:
                if kind == wanted and part in self.archive:
                    self._walk(kind, part)
        if self._deleted:
            one = self._deleted == 1
            pieces = (
                "1 piece of text that a tracked change deletes was"
                if one
                else f"{self._deleted:,} pieces of text that tracked changes delete were"
            )
            left = f"{pieces} not read."
            self._extract.left_out.append(f"{left} Accept or reject the changes before the text goes out.")
        return self._extract.document(self._name, "docx")

    def _walk(self, kind: str, part: str) -> None:
        """Walk through one part; the paragraphs of the main one are kept."""
        walk = Walk(lambda paragraph: self._take(kind, paragraph))
        self._before = None
        parse(self.archive.read(part), walk, self._name)
        self._deleted += walk.deleted
        if kind == "officeDocument":
            self.runs = walk.runs

    def related(self, part: str) -> list[tuple[str, str]]:
        """The parts that a part is related to: the kind of each relation, and the name."""
        folder, file = posixpath.split(part)
        relations = _Relations()
        content = self.archive.read(posixpath.join(folder, "_rels", f"{file}.rels"))
        if content:
            parse(content, relations, self._name)
        return [(kind, posixpath.normpath(posixpath.join("/", folder, to))[1:]) for kind, to in relations.found]

    def _describe(self) -> None:
        properties = _Properties()
        content = self.archive.read(_PROPERTIES)
        if content:
            parse(content, properties, self._name)
        for tag, text in properties.found.items():
            self._extract.add(text, "document properties", Kind(_DESCRIBING[tag]))

    def _take(self, kind: str, paragraph: Paragraph) -> None:
        is_body = kind == "officeDocument"
        if is_body and not paragraph.boxed and paragraph.cell is None:
            self._number += 1
        place = self._place(kind, paragraph)
        text = paragraph.text
        if text.strip():
            if kind in ("header", "footer") and text in self._shown:
                self._extract.skip(text, place)
            else:
                at = self._extract.add(text, place, self._kind(paragraph))
                self.lines += [(at, paragraph)] if is_body else []
            self._shown.add(text if kind in ("header", "footer") else "")
            self._before = paragraph
        for label in paragraph.labels:
            self._extract.add(label, f"{place}, picture", Kind(Role.ALT))

    def _kind(self, paragraph: Paragraph) -> Kind:
        role, level = paragraph.kind(self._styles)
        if role is Role.TABLE_CELL and paragraph.cell:
            # Lists and tables share their numbers: tables count down from -1.
            return Kind(role, 0, -paragraph.cell[0])
        if role is Role.LIST_ITEM:
            before = self._before
            goes_on = before is not None and before.kind(self._styles)[0] is role and before.listed == paragraph.listed
            self._list += not goes_on
            return Kind(role, 0, self._list)
        return Kind(role, level)

    def _place(self, kind: str, paragraph: Paragraph) -> str:
        if kind in _PLACES:
            return f"{_PLACES[kind]} {paragraph.note}".rstrip()
        if paragraph.boxed:
            return f"text box near paragraph {self._number + 1}"
        if paragraph.cell:
            return "table {}, row {}, cell {}".format(*paragraph.cell)
        return f"paragraph {self._number}"
