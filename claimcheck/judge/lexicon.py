"""Word classes: which words stand for a treatment in scope, another treatment, a condition, a hedge and so on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimcheck.judge.memo import Memo
from claimcheck.judge.tokens import norms

_LONGEST = 5
_REMEMBERED = 16_384


class Match(NamedTuple):
    """Tokens `[first, last)` that belong to a class."""

    first: int
    last: int
    kind: str


class Lexicon:
    """Finds the words of each class in one pass over the tokens.

    `classes` maps a class to its phrases; a final * matches any ending. The longest match wins; among equally
    long ones an exact phrase before a stem, and the longest stem first.
    """

    def __init__(self, classes: Mapping[str, Sequence[str]]) -> None:
        self.classes = {kind: tuple(phrases) for kind, phrases in classes.items()}
        self._exact: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._heads: dict[str, int] = {}
        self._begins = Memo(self._beginning, _REMEMBERED)
        self._kinds = Memo(self._kind, _REMEMBERED)
        for kind, phrases in self.classes.items():
            for phrase in phrases:
                self._add(kind, phrase)

    def _add(self, kind: str, phrase: str) -> None:
        words = norms(phrase.rstrip("*"))
        if not words or len(words) > _LONGEST:
            raise ValueError(f"a phrase has 1 to {_LONGEST} words: {phrase!r} in {kind}")
        table = self._stems if phrase.endswith("*") else self._exact
        table.setdefault(" ".join(words), kind)
        if len(words) > 1:
            self._heads[words[0]] = max(self._heads.get(words[0], 1), len(words))

    def match(self, words: Sequence[str]) -> list[Match]:
        """The classes found in the words of a text, in order, without overlaps."""
        found: list[Match] = []
        free = 0
        for at, begins in enumerate(map(self._begins.__getitem__, words)):
            if begins and at >= free:
                match = self._longest(words, at, *begins)
                if match:
                    found.append(match)
                    free = match.last
        return found

    def _beginning(self, word: str) -> tuple[str | None, int] | None:
        """The class of a word alone and the most words that a phrase which it begins can have; None for neither."""
        kind, most = self._kind(word), self._heads.get(word, 1)
        return (kind, most) if kind or most > 1 else None

    def _longest(self, words: Sequence[str], at: int, kind: str | None, most: int) -> Match | None:
        for length in range(min(most, len(words) - at), 1, -1):
            longer = self._kinds[" ".join(words[at : at + length])]
            if longer:
                return Match(at, at + length, longer)
        return Match(at, at + 1, kind) if kind else None

    def _kind(self, phrase: str) -> str | None:
        """The class of a phrase: exact, or by the longest stem that ends inside its last word."""
        exact = self._exact.get(phrase)
        if exact:
            return exact
        for cut in range(len(phrase), phrase.rfind(" ") + 1, -1):
            kind = self._stems.get(phrase[:cut])
            if kind:
                return kind
        return None
