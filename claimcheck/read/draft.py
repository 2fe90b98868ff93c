"""A text under repair: changes are made to it one after another, and each character keeps its place in the original."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.claim import Disguise
from claimcheck.text import OffsetMap, Run, Span

_WORD = re.compile(r"[^\W_]+(?:['’%-]+[^\W_]*)*")


@dataclass(frozen=True, slots=True)
class Change:
    """New text for `[start, end)`; `kind` says how the old was disguised, "" where honest text is written so too."""

    start: int
    end: int
    new: str
    kind: str


class Draft:
    """A text, and for each of its characters the range of the original that it stands for and what was done to it."""

    __slots__ = ("_kinds", "_original", "_places", "text")

    def __init__(self, text: str) -> None:
        self._original = self.text = text
        self._places = [(at, at + 1) for at in range(len(text))]
        self._kinds = [""] * len(text)

    @property
    def changed(self) -> bool:
        """True where the text is no longer the original."""
        return self.text != self._original

    def make(self, changes: Iterable[Change]) -> None:
        """Make changes that are in order and do not overlap; what is taken out goes to the character before it."""
        pieces: list[str] = []
        places: list[tuple[int, int]] = []
        kinds: list[str] = []
        at = 0
        for change in changes:
            pieces += self.text[at : change.start], change.new
            places += self._places[at : change.start]
            kinds += self._kinds[at : change.start]
            old = self._places[change.start : change.end]
            if len(change.new) == len(old):
                places += old
            elif change.new:
                places += [(old[0][0], old[-1][1])] * len(change.new)
            elif places:
                _stretch(places, old[-1][1])
                kinds[-1] = change.kind or kinds[-1]
            kinds += [change.kind] * len(change.new)
            at = change.end
        if at:
            self.text = "".join((*pieces, self.text[at:]))
            self._places = places + self._places[at:]
            self._kinds = kinds + self._kinds[at:]

    def disguises(self) -> Iterator[Disguise]:
        """The words that were disguised, each with how it was written."""
        if not any(self._kinds):
            return
        for match in _WORD.finditer(self.text):
            start, end = match.span()
            kinds = dict.fromkeys(kind for kind in self._kinds[start:end] if kind)
            if kinds:
                written = self._original[self._places[start][0] : self._places[end - 1][1]]
                yield Disguise(Span(start, end), ", ".join(kinds), written.strip())

    def offsets(self, original: OffsetMap) -> OffsetMap:
        """The map of the text, through the original's."""
        runs: list[Run] = []
        for start, length, place in self._stretches():
            if length == place[1] - place[0]:
                runs += [_moved(run, start) for run in original.cut(*place).runs]
            else:
                runs += _shared(start, length, original.spans(*place))
        return OffsetMap(runs)

    def _stretches(self) -> Iterator[tuple[int, int, tuple[int, int]]]:
        """Runs of characters as (start, length, range of the original): one to one, or all for the whole range."""
        start = 0
        for at in range(1, len(self._places) + 1):
            if at < len(self._places) and self._joins(start, at):
                continue
            first, last = self._places[start], self._places[at - 1]
            yield start, at - start, (first[0], last[1])
            start = at

    def _joins(self, start: int, at: int) -> bool:
        """True where the character at `at` goes on in the manner of the stretch that began at `start`."""
        first, before, here = self._places[start], self._places[at - 1], self._places[at]
        if here == before:
            return first == here
        if self._places[at + 1 : at + 2] == [here]:
            return False
        alone = first[1] - first[0] == 1 and before[0] - first[0] == at - 1 - start
        return alone and before[1] - before[0] == 1 and here == (before[1], before[1] + 1)


def _stretch(places: list[tuple[int, int]], end: int) -> None:
    """Let the last character, and those that share its range, stand for the original up to `end`."""
    last = places[-1]
    for at in range(len(places) - 1, -1, -1):
        if places[at] != last:
            break
        places[at] = (last[0], max(last[1], end))


def _moved(run: Run, by: int) -> Run:
    return Run(run.start + by, run.length, run.source, run.source_length)


def _shared(start: int, length: int, spans: tuple[Span, ...]) -> Iterator[Run]:
    """Text that stands for several pieces of the source: one character for each but the first, which has the rest."""
    spans = spans if len(spans) <= length else spans[:1]
    own = length - len(spans) + 1
    for number, span in enumerate(spans):
        yield Run(start if number == 0 else start + own + number - 1, own if number == 0 else 1, span.start, len(span))
