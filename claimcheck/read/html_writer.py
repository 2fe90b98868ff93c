"""Gathers the text of a page into blocks, and tells links and quotations by how much of a block they fill."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimcheck.claim import Role
from claimcheck.read.cleaned import Cleaned
from claimcheck.read.document import Block
from claimcheck.read.entities import add_text
from claimcheck.read.html_frames import Frame
from claimcheck.read.links import shaped

_LAYOUT_CELL_BLOCKS = 3
_LAYOUT_CELL_LENGTH = 400


class Writer:
    """The blocks of a page so far and the one that is being filled."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._cells: list[int] = []
        self._cleaned = Cleaned()
        self._labels: list[Block] = []
        self._wraps: list[tuple[str, int, int]] = []
        self._open: tuple[str, int] | None = None

    def text(self, raw: str, at: int, *, keeps_space: bool = False) -> None:
        """Add text between tags."""
        if raw.isspace() and not self._cleaned:
            return
        if not keeps_space:
            add_text(self._cleaned, raw, at)
            return
        for line in raw.splitlines(keepends=True):
            add_text(self._cleaned, line, at)
            if line[-1] in "\r\n":
                self._cleaned.add_break()
            at += len(line)

    def verbatim(self, raw: str, at: int) -> None:
        """Add text in which `&` means itself."""
        for line in raw.splitlines(keepends=True):
            self._cleaned.add(line, at)
            self._cleaned.add_break()
            at += len(line)

    def line_break(self) -> None:
        """Add the break of `<br>`."""
        self._cleaned.add_break()

    def label(self, blocks: Iterable[Block]) -> None:
        """Add the texts of a tag's attributes; they follow the block in which the tag stands."""
        self._labels.extend(blocks)

    def opens(self, name: str) -> None:
        """A link or inline quotation starts."""
        self.closes()
        self._open = name, len(self._cleaned)

    def closes(self) -> None:
        """The link or inline quotation ends, if one is open."""
        if self._open is not None:
            self._wraps.append((*self._open, len(self._cleaned)))
            self._open = None

    def end_block(self, frame: Frame) -> None:
        """End the block that stood in this frame."""
        if self._cleaned:
            self.closes()
            text, offsets = self._cleaned.take()
            block = Block(text, offsets, frame.role, frame.level, frame.list)
            filled = shaped(block, self._wraps) if self._wraps and frame.role is Role.PARAGRAPH else [block]
            self._blocks += filled
            self._cells += [frame.cell] * len(filled)
        if self._wraps or self._open:
            self._wraps, self._open = [], None
        if self._labels:
            self._blocks += self._labels
            self._cells += [0] * len(self._labels)
            self._labels = []

    def finished(self) -> list[Block]:
        """All blocks, the cells that only lay out the page turned into paragraphs."""
        layout = self._layout_cells()
        return [
            _unframed(block) if cell in layout else block for block, cell in zip(self._blocks, self._cells, strict=True)
        ]

    def _layout_cells(self) -> set[int]:
        sizes: dict[int, tuple[int, int]] = {}
        for block, cell in zip(self._blocks, self._cells, strict=True):
            if cell and block.role is Role.TABLE_CELL:
                count, length = sizes.get(cell, (0, 0))
                sizes[cell] = count + 1, length + len(block.text)
        return {
            c for c, (n, size) in sizes.items() if n >= _LAYOUT_CELL_BLOCKS or (n > 1 and size >= _LAYOUT_CELL_LENGTH)
        }


def _unframed(block: Block) -> Block:
    return replace(block, role=Role.PARAGRAPH, list=None) if block.role is Role.TABLE_CELL else block
