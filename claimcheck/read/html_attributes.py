"""The texts that stand in attributes: alternative texts, labels, buttons' values, meta tags."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claim import Role
from claimcheck.read.cleaned import Cleaned
from claimcheck.read.document import Block
from claimcheck.read.entities import add_value, unescape_value
from claimcheck.read.html_tokens import attributes

_LABELS = ("alt", "title", "aria-label", "placeholder")
_META = frozenset(
    "description keywords abstract subject og:title og:description twitter:title twitter:description "
    "og:image:alt twitter:image:alt og:site_name".split()
)
_BUTTON_INPUTS = frozenset({"submit", "button", "reset"})
# Reading every attribute costs more than all the rest; a tag without one of these words is passed over.
_WORDS = ("hidden", "none", "title", "alt", "aria-label", "placeholder", "button", "&")
_ALWAYS = frozenset({"meta", "input", "script", "option", "optgroup"})


class Attributes:
    """The attributes of one start tag that matter to a reader."""

    __slots__ = ("_places", "_text")

    def __init__(self, text: str, name: str, start: int, end: int) -> None:
        self._text = text
        self._places = attributes(text, start, end) if _matters(text[start:end], name) else {}

    def __bool__(self) -> bool:
        return bool(self._places)

    def value(self, name: str) -> str:
        """An attribute's value, "" where it is absent."""
        place = self._places.get(name)
        return unescape_value(self._text[place[0] : place[1]]) if place else ""

    def hides(self, name: str) -> bool:
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


def _matters(raw: str, name: str) -> bool:
    if not raw or raw.isspace():
        return False
    if name in _ALWAYS:
        return True
    lowered = raw.lower()
    return any(word in lowered for word in _WORDS)
