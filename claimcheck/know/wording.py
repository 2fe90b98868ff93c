"""Which phrases of the ledger a text has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|%")


class Wording:
    """A text's words, without case, hyphens and punctuation.

    >>> Wording("Stem-cell therapy, without surgery!").has(["surg*"])
    True
    """

    def __init__(self, text: str) -> None:
        self._text = f" {' '.join(_WORD.findall(text.casefold()))} "

    def has(self, phrases: Iterable[str]) -> bool:
        """True where one of the phrases stands in the text; a final * matches any ending."""
        return any(
            f" {phrase[:-1]}" in self._text if phrase[-1] == "*" else f" {phrase} " in self._text for phrase in phrases
        )

    def named(self, table: Mapping[str, Iterable[str]]) -> frozenset[str]:
        """The names of the table's phrases that stand in the text."""
        return frozenset(name for name, phrases in table.items() if self.has(phrases))
