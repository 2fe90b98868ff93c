"""What the judge makes of a text alone, kept: sentences come again on a page, on a site and among ads."""

from __future__ import annotations

from claimcheck.judge.first import FirstReader
from claimcheck.judge.reading import PageReader
from claimcheck.judge.scope import claim_states, counts

_REMEMBERED, _LONGEST = 2_048, 1_000

Read = tuple[list[int], list[int]]


class Alone:
    """The first scores of texts by lane, and how many of their claim words are in which state."""

    def __init__(self, first: FirstReader) -> None:
        self._first = first
        self._known: dict[str, Read] = {}

    def read(self, text: str, page: PageReader) -> Read:
        """The scores and counts of one text."""
        found = self._known.get(text)
        if found is None:
            reading = page.read(text)
            states = claim_states(reading)
            found = self._first.scores(reading, states), counts(states)
            if len(text) <= _LONGEST:
                if len(self._known) >= _REMEMBERED:
                    self._known.clear()
                self._known[text] = found
        return found
