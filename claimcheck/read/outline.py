"""What a reader sees around each segment: the headings above it, the words that lead into its list, its neighbours.

Training pages and read documents come through here alike, so that a model sees at work what it saw in training.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.claim import Context, Disguise, Role, Segment
from claimcheck.text import OffsetMap

_LISTED = (Role.LIST_ITEM, Role.TABLE_CELL)
_ASIDE = (Role.TITLE, Role.META, Role.ALT)
_LEAD_IN_WORDS = 6


@dataclass(frozen=True, slots=True)
class Outline:
    """A segment before it knows its surroundings.

    `block` numbers the block that it stands in; `list` its list or table, where the source tells one; without it
    list items that follow one another make up a list. Without `offsets` the text is its own source.
    """

    text: str
    role: Role
    level: int
    block: int
    list: int | None = None
    offsets: OffsetMap | None = None
    disguises: tuple[Disguise, ...] = ()


def outline(parts: Sequence[Outline]) -> tuple[Segment, ...]:
    """The segments with their contexts, in the same order."""
    title = _page_title(parts)
    surroundings = _Surroundings()
    neighbours = _neighbours(parts)
    segments = []
    for part, (before, after) in zip(parts, neighbours, strict=True):
        headings, lead_in = surroundings.of(part)
        context = Context(headings, lead_in, before, after, title)
        offsets = part.offsets or OffsetMap.identity(0, len(part.text))
        segments.append(Segment(part.text, offsets, part.role, part.level, part.block, context, part.disguises))
    return tuple(segments)


def _page_title(parts: Sequence[Outline]) -> str:
    """The whole title, or else the whole first heading of the first level."""
    chosen = next((part for part in parts if part.role is Role.TITLE), None) or next(
        (part for part in parts if part.role is Role.HEADING and part.level == 1), None
    )
    return " ".join(part.text for part in parts if chosen and part.block == chosen.block)


def _neighbours(parts: Sequence[Outline]) -> list[tuple[str, str]]:
    """The texts before and after each part; what stands in the head of a page has no neighbours on it."""
    on_page = [index for index, part in enumerate(parts) if part.role not in (Role.TITLE, Role.META)]
    texts = ["", *(parts[index].text for index in on_page), ""]
    neighbours = [("", "")] * len(parts)
    for place, index in enumerate(on_page):
        neighbours[index] = texts[place], texts[place + 2]
    return neighbours


@dataclass(slots=True)
class _Surroundings:
    """Follows a page from part to part."""

    headings: list[tuple[int, int, str]] = field(default_factory=list)
    lead_ins: dict[int, str] = field(default_factory=dict)
    previous: Outline | None = None
    untold_list: str = ""

    def of(self, part: Outline) -> tuple[tuple[str, ...], str]:
        """The headings above this part and its list's lead-in."""
        if part.role in _ASIDE:
            return self._path(), ""
        if part.role is Role.HEADING:
            self._leave(part)
        path, lead_in = self._path(), self._lead_in(part)
        if part.role is Role.HEADING:
            self._enter(part)
        self.previous = part
        return path, lead_in

    def _path(self) -> tuple[str, ...]:
        return tuple(text for _, _, text in self.headings)

    def _leave(self, heading: Outline) -> None:
        while self.headings and self.headings[-1][0] >= heading.level and self.headings[-1][1] != heading.block:
            self.headings.pop()

    def _enter(self, heading: Outline) -> None:
        """A heading of several sentences is one heading."""
        text = heading.text
        if self.headings and self.headings[-1][1] == heading.block:
            text = f"{self.headings.pop()[2]} {text}"
        self.headings.append((heading.level, heading.block, text))

    def _lead_in(self, part: Outline) -> str:
        if part.role not in _LISTED:
            return ""
        previous = self.previous
        if part.list is not None:
            if part.list not in self.lead_ins:
                self.lead_ins[part.list] = _introduces(previous)
            return self.lead_ins[part.list]
        if previous is None or previous.role is not part.role:
            self.untold_list = _introduces(previous)
        return self.untold_list


def _introduces(part: Outline | None) -> str:
    """The part's text where it leads into a list: it ends with a colon, or is a short phrase left open."""
    if part is None or part.role is Role.HEADING:
        return ""
    text = part.text.rstrip()
    if text.endswith(":"):
        return part.text
    is_open = bool(text) and text[-1] not in ".!?…" and len(text.split()) <= _LEAD_IN_WORDS
    return part.text if is_open and part.role in (Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE) else ""
