"""Which phrases of the ledger a text has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|%")

# A phrase made ready for looking up in a padded text: " surg" for surg*, " can " for can.
Needles = tuple[str, ...]


def needles(phrases: Iterable[str]) -> Needles:
    """Phrases made ready, once, for many texts; a final * matches any ending."""
    return tuple(f" {phrase[:-1]}" if phrase[-1] == "*" else f" {phrase} " for phrase in phrases)


class Names:
    """A table of named phrases, made ready for many texts.

    >>> sorted(Names({"fat": ["fat", "lipo*"], "prp": ["prp"]}).within(Wording("PRP and liposuction")))
    ['fat', 'prp']
    """

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self._pairs = [(needle, name) for name, phrases in table.items() for needle in needles(phrases)]

    def within(self, wording: Wording) -> frozenset[str]:
        """The names of the phrases that stand in a text."""
        text = wording.text
        return frozenset([name for needle, name in self._pairs if needle in text])


class Wording:
    """A text's words, without case, hyphens and punctuation, a space before and after each.

    >>> Wording("Stem-cell therapy, without surgery!").has(needles(["surg*"]))
    True
    """

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = f" {' '.join(_WORD.findall(text.casefold()))} "

    def has(self, ready: Needles) -> bool:
        """True where one of the phrases stands in the text."""
        return any(needle in self.text for needle in ready)
