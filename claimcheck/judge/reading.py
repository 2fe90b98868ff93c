"""A text as the judge reads it: its words, and two ways of replacing them by what kind of word they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.judge.lexicon import Lexicon, Match
from claimcheck.judge.table import WeightTable
from claimcheck.judge.tokens import Token, tokenize


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as tokens and classes.

    `masked` has a class in place of each of its phrases; `senses` the number of each word's sense group, or the word.
    """

    tokens: Sequence[Token]
    matches: Sequence[Match]
    masked: Sequence[str]
    senses: Sequence[str]

    @property
    def kinds(self) -> list[str]:
        """The classes found, in order."""
        return [match.kind for match in self.matches]

    @property
    def asks(self) -> bool:
        """True where the text ends as a question."""
        return bool(self.tokens) and self.tokens[-1].norm == "?"


class Reader:
    """Reads texts with a lexicon and a table of sense groups; headings and neighbours are read once a page."""

    def __init__(self, lexicon: Lexicon, senses: WeightTable) -> None:
        self._lexicon = lexicon
        self._senses = senses

    @property
    def kinds(self) -> tuple[str, ...]:
        """The classes that the reader knows."""
        return tuple(self._lexicon.classes)

    def page(self) -> PageReader:
        """A reader that remembers, for the texts of one page."""
        return PageReader(self)

    def read(self, text: str) -> Reading:
        """The reading of one text."""
        tokens = tokenize(text)
        matches = self._lexicon.match(tokens)
        masked: list[str] = []
        at = 0
        for match in matches:
            masked.extend(token.norm for token in tokens[at : match.first])
            masked.append(match.kind.upper())
            at = match.last
        masked.extend(token.norm for token in tokens[at:])
        return Reading(tokens, matches, masked, [self._sense(token.norm) for token in tokens])

    def _sense(self, word: str) -> str:
        group = self._senses.weights(word)
        return str(group[0]) if group else word


class PageReader:
    """Reads each text of a page once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[str, Reading] = {}

    def read(self, text: str) -> Reading:
        """The reading of one text."""
        reading = self._known.get(text)
        if reading is None:
            reading = self._known[text] = self._reader.read(text)
        return reading
