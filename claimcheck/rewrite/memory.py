"""What a page has said already, so that it reads as a page: no fact twice, no frame worn out, no chant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from claimcheck.claim import Segment
from claimcheck.rewrite.tables import facts


class Memory:
    """Follows the suggestions of one page, in order."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        texts = [segment.text.casefold() for segment in segments]
        self._texts = set(texts)
        self._facts = {fact.text for fact in facts() if fact.text and any(_stem(fact.text) in text for text in texts)}
        self._frames: Counter[str] = Counter()
        self._tails: Counter[str] = Counter()

    def allows(self, text: str, fact: str) -> bool:
        """False for words that stand on the page already, and for a fact that has been told."""
        return text.casefold() not in self._texts and fact not in self._facts

    def wear(self, frame: str) -> int:
        """How often a frame has been used, and how often one that ends alike."""
        return self._frames[frame] + self._tails[_tail(frame)]

    def note(self, text: str, *, frame: str = "", fact: str = "") -> None:
        """Remember a suggestion."""
        self._texts.add(text.casefold())
        self._frames[frame] += 1
        self._tails[_tail(frame)] += 1
        if fact:
            self._facts.add(fact)


def _stem(fact: str) -> str:
    """The longest part of a fact without a slot."""
    return max(re.split(r"\{\w+\}", fact), key=len).strip().casefold()


def _tail(frame: str) -> str:
    """The last words of a frame, by which two that end alike are known."""
    return " ".join(frame.split()[-3:])
