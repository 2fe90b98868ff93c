"""What is taken out of a file that is no text: its words in order, one paragraph a line, and where each stood."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.claim import Role
from claimcheck.read.cleaned import Cleaned
from claimcheck.read.document import Block, Document
from claimcheck.read.markdown_lines import shifted
from claimcheck.text import Source


@dataclass(frozen=True, slots=True)
class Kind:
    """What a block is: its role, a heading's level, the number of its list or table."""

    role: Role = Role.PARAGRAPH
    level: int = 0
    list: int | None = None


PARAGRAPH = Kind()


class Extract:
    """Grows a text with its blocks and places; offsets of the blocks count in that text."""

    def __init__(self) -> None:
        self.left_out: list[str] = []
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._places: list[tuple[int, str]] = []

    def add(self, raw: str, place: str, kind: Kind = PARAGRAPH) -> int:
        """Add a paragraph, in which a line end is a break that no sentence crosses; the offset at which it stands."""
        at = self.skip(raw, place)
        cleaned, line_start = Cleaned(), at
        for line in raw.split("\n"):
            cleaned.add(line, line_start)
            cleaned.add_break()
            line_start += len(line) + 1
        text, offsets = cleaned.take()
        if text:
            self._blocks.append(Block(text, offsets, kind.role, kind.level, kind.list))
        return at

    def add_blocks(self, raw: str, place: str, blocks: list[Block]) -> None:
        """Add a text that another reader has read: its blocks, their offsets counted in `raw`."""
        at = self.skip(raw, place)
        self._blocks += [shifted(block, at) for block in blocks]

    def skip(self, raw: str, place: str) -> int:
        """Add a text that is passed over by rule, such as a page's number; the offset at which it stands."""
        at = self._length
        if not self._places or self._places[-1][1] != place:
            self._places.append((at, place))
        self._parts += raw, "\n"
        self._length += len(raw) + 1
        return at

    @property
    def count(self) -> int:
        """How many blocks there are so far."""
        return len(self._blocks)

    def texts_since(self, count: int) -> list[str]:
        """The texts of the blocks that came after so many."""
        return [block.text for block in self._blocks[count:]]

    def document(self, name: str, format: str, notes: tuple[str, ...] = ()) -> Document:
        """The document of all this."""
        source = Source(name, "".join(self._parts), format, tuple(self._places))
        return replace(Document.of(source, self._blocks, notes), left_out=tuple(self.left_out))
