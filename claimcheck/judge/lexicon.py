"""Word classes: which words stand for a treatment in scope, another treatment, a condition, a hedge and so on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.judge.tokens import Token, tokenize

_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Match:
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
        self._memo: dict[str, str | None] = {}
        for kind, phrases in self.classes.items():
            for phrase in phrases:
                self._add(kind, phrase)

    def _add(self, kind: str, phrase: str) -> None:
        words = [token.norm for token in tokenize(phrase.rstrip("*"))]
        if not words or len(words) > _LONGEST:
            raise ValueError(f"a phrase has 1 to {_LONGEST} words: {phrase!r} in {kind}")
        table = self._stems if phrase.endswith("*") else self._exact
        table.setdefault(" ".join(words), kind)
        if len(words) > 1:
            self._heads[words[0]] = max(self._heads.get(words[0], 1), len(words))

    def match(self, tokens: Sequence[Token]) -> list[Match]:
        """The classes found, in order, without overlaps."""
        words = [token.norm for token in tokens]
        found, at = [], 0
        while at < len(words):
            kind, length = self._longest(words, at)
            if kind:
                found.append(Match(at, at + length, kind))
            at += length
        return found

    def _longest(self, words: Sequence[str], at: int) -> tuple[str | None, int]:
        for length in range(min(self._heads.get(words[at], 1), len(words) - at), 1, -1):
            kind = self._kind(" ".join(words[at : at + length]), len(words[at + length - 1]))
            if kind:
                return kind, length
        word = words[at]
        if word not in self._memo:
            self._memo[word] = self._kind(word, len(word))
        return self._memo[word], 1

    def _kind(self, phrase: str, last: int) -> str | None:
        """The class of a phrase: exact, or by the longest stem that ends inside its last word."""
        exact = self._exact.get(phrase)
        if exact:
            return exact
        for cut in range(len(phrase), len(phrase) - last, -1):
            kind = self._stems.get(phrase[:cut])
            if kind:
                return kind
        return None
