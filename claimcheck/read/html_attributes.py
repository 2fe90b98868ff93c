"""The texts that stand in attributes: alternative texts, labels, buttons' values, meta tags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.claim import Role
from claimcheck.read.cleaned import Cleaned
from claimcheck.read.document import Block
from claimcheck.read.entities import add_value, unescape_value
from claimcheck.read.html_tokens import attributes
from claimcheck.read.words import words

_LABELS = ("alt", "title", "aria-label", "placeholder")
_META = words(
    "description keywords abstract subject og:title og:description twitter:title twitter:description "
    "og:image:alt twitter:image:alt og:site_name"
)
_BUTTON_INPUTS = frozenset({"submit", "button", "reset"})
# Reading every attribute costs more than all the rest; a tag without one of these words is passed over.
_WORD = re.compile(
    r"[\t\n\f\r /\"'](?:[aA](?:[lL][tT]|[rR][iI][aA]-[lL])|[tT][iI][tT][lL][eE]|[hH][iI][dD]"
    r"|[pP][lL][aA]|[rR][oO][lL]|[sS][tT][yY])"
)
_SHORTEST = len(" alt=x")
_ALWAYS = frozenset({"meta", "input", "script", "option", "optgroup"})


class Attributes:
    """The attributes of one start tag that matter to a reader."""

    __slots__ = ("_places", "_text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._places = attributes(text, start, end)

    def __bool__(self) -> bool:
        return bool(self._places)

    def value(self, name: str) -> str:
        """An attribute's value, "" where it is absent."""
        place = self._places.get(name)
        return unescape_value(self._text[place[0] : place[1]]) if place else ""

    def hides(self) -> bool:
        """True where the element is not shown: the `hidden` attribute, or a style that says so."""
        if "hidden" in self._places:
            return True
        style = "".join(self.value("style").lower().split())
        return "display:none" in style or "visibility:hidden" in style

    def is_button(self) -> bool:
        """True where the element says that it acts as a button."""
        return self.value("role").strip().lower() == "button"

    def blocks(self, name: str, list_number: int | None) -> Iterator[Block]:
        """The attributes' texts, in the order of the source."""
        roles = sorted((place, role) for place, role in self._roles(name))
        for (start, end), role in roles:
            cleaned = Cleaned()
            add_value(cleaned, self._text[start:end], start)
            text, offsets = cleaned.take()
            if text:
                yield Block(text, offsets, _ROLES[role], 0, list_number)

    def _roles(self, name: str) -> Iterator[tuple[tuple[int, int], int]]:
        places = self._places
        if name == "meta":
            kinds = {self.value(key).strip().lower() for key in ("name", "property", "itemprop")}
            if "content" in places and not kinds.isdisjoint(_META):
                yield places["content"], _ROLES.index(Role.META)
            return
        if name == "input":
            kind = self.value("type").strip().lower()
            if kind == "hidden":
                return
            if kind in _BUTTON_INPUTS and "value" in places:
                yield places["value"], _ROLES.index(Role.BUTTON)
        labels = (*_LABELS, "label") if name in ("option", "optgroup") else _LABELS
        for label in labels:
            if label in places:
                yield places[label], _ROLES.index(Role.ALT)


_ROLES = (Role.META, Role.BUTTON, Role.ALT)


NONE = Attributes("", 0, 0)


def read_attributes(text: str, name: str, start: int, end: int) -> Attributes:
    """The attributes of a start tag; NONE where none of them matters to a reader, which most often is so."""
    if end - start < _SHORTEST or (name not in _ALWAYS and _WORD.search(text, start, end) is None):
        return NONE
    return Attributes(text, start, end)
