"""A text as the judge reads it: its words, and two ways of replacing them by what kind of word they are."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.judge.lexicon import Lexicon, Match
from claimcheck.judge.memo import Memo
from claimcheck.judge.table import WeightTable
from claimcheck.judge.tokens import Token, norms, tokenize

_REMEMBERED_WORDS, _REMEMBERED_TEXTS = 16_384, 1_024


class Reading:
    """A text as words and classes.

    `norms` are its words as they are counted; `masked` has a class in place of each of its phrases; `senses` the
    number of each word's sense group, or the word.
    """

    __slots__ = ("masked", "matches", "norms", "senses", "text")

    def __init__(
        self,
        text: str,
        norms: Sequence[str],
        matches: Sequence[Match],
        masked: Sequence[str],
        senses: Sequence[str],
    ) -> None:
        self.text = text
        self.norms = norms
        self.matches = matches
        self.masked = masked
        self.senses = senses

    @property
    def tokens(self) -> Sequence[Token]:
        """The words with their places, looked for anew."""
        return tokenize(self.text)

    @property
    def kinds(self) -> list[str]:
        """The classes found, in order."""
        return [match.kind for match in self.matches]

    @property
    def asks(self) -> bool:
        """True where the text ends as a question."""
        return bool(self.norms) and self.norms[-1] == "?"


class Reader:
    """Reads texts with a lexicon and a table of sense groups."""

    def __init__(self, lexicon: Lexicon, senses: WeightTable) -> None:
        self._lexicon = lexicon
        self._senses = senses
        self._sense = Memo(self._sense_of, _REMEMBERED_WORDS)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The classes that the reader knows."""
        return tuple(self._lexicon.classes)

    def page(self) -> PageReader:
        """A reader that remembers, for the texts of one page."""
        return PageReader(self)

    def read(self, text: str) -> Reading:
        """The reading of one text."""
        words = norms(text)
        matches = self._lexicon.match(words)
        masked: list[str] = []
        at = 0
        for match in matches:
            masked += words[at : match.first]
            masked.append(match.kind.upper())
            at = match.last
        masked += words[at:]
        return Reading(text, words, matches, masked, [self._sense[word] for word in words])

    def _sense_of(self, word: str) -> str:
        group = self._senses.weights(word)
        return str(group[0]) if group else word


class PageReader:
    """Reads a text once that stands in a page more than once: as a segment, a heading, a neighbour."""

    def __init__(self, reader: Reader) -> None:
        self._known = Memo(reader.read, _REMEMBERED_TEXTS)

    def read(self, text: str) -> Reading:
        """The reading of one text."""
        return self._known[text]
