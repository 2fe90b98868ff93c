"""The styles of a Word document: which are headings, lists and quotations, by name, level or what they rest on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.claim import Role
from claimcheck.read.xml_events import local

_HEADING = re.compile(r"heading ([1-9])")
_LEVELS = {"title": 1, "subtitle": 2}
_DEEPEST_HEADING = 6
_LONGEST_CHAIN = 20


@dataclass(slots=True)
class Style:
    """A paragraph style as it is written; `outline` is its level from 1, 0 for none."""

    name: str = ""
    base: str = ""
    outline: int = 0
    listed: bool = False


class Styles:
    """Takes the events of `styles.xml`, then answers for a style's id."""

    def __init__(self) -> None:
        self._styles: dict[str, Style] = {}
        self._open: Style | None = None

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:
        """An element starts."""
        tag, value = local(name), _value(attributes)
        if tag == "style":
            named = next((text for key, text in attributes.items() if local(key) == "styleId"), "")
            self._open = self._styles[named] = Style()
        elif self._open is None:
            return
        elif tag == "name":
            self._open.name = value.lower()
        elif tag == "basedOn":
            self._open.base = value
        elif tag == "outlineLvl" and value.isdigit() and int(value) < 9:
            self._open.outline = int(value) + 1
        elif tag == "numId":
            self._open.listed = value != "0"

    def end(self, name: str, at: int) -> None:
        """An element ends."""
        if local(name) == "style":
            self._open = None

    def text(self, text: str, at: int) -> None:
        """Styles hold no text that counts."""

    def kind(self, named: str) -> tuple[Role, int]:
        """The role of a style's paragraphs, and a heading's level."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(named)
            if style is None:
                break
            heading = _HEADING.match(style.name)
            level = int(heading[1]) if heading else _LEVELS.get(style.name) or style.outline
            if level:
                return Role.HEADING, min(level, _DEEPEST_HEADING)
            if style.listed or style.name.startswith("list"):
                return Role.LIST_ITEM, 0
            if "quote" in style.name:
                return Role.QUOTE, 0
            named = style.base
        return Role.PARAGRAPH, 0


def _value(attributes: dict[str, str]) -> str:
    return next((text for key, text in attributes.items() if local(key) == "val"), "")
