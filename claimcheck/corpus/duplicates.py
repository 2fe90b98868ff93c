"""Exact and near duplicates among the segments of different advertisers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from claimcheck.claim import Segment
from claimcheck.corpus.boilerplate import has_set_phrase
from claimcheck.corpus.contrast import Pair
from claimcheck.corpus.holdings import BOOST, Held, Holdings
from claimcheck.corpus.likeness import LEAST, alike
from claimcheck.corpus.split import TRAIN, split_of


@dataclass(frozen=True, slots=True)
class Place:
    """A segment, where it stands, and its part."""

    held: Held[Any]
    number: int
    part: str
    text: str

    @property
    def place(self) -> str:
        """The page's or pair's id and the segment's number."""
        return f"{self.held.value.id}, segment {self.number}"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two segments that are alike: 1 where all words are the same."""

    first: Place
    second: Place
    score: float

    @property
    def values(self) -> dict[str, Any]:
        """Plain values for JSON."""
        sides = [
            {"id": side.held.value.id, "segment": side.number, "part": side.part, "text": side.text}
            for side in (self.first, self.second)
        ]
        return {"score": self.score, "sides": sides}


def duplicates(holdings: Holdings, least: float = LEAST) -> list[Duplicate]:
    """The pairs that are at least so much alike, the most alike first; set phrases are everybody's and left out."""
    places = [place for place in _places(holdings) if not has_set_phrase(place.text)]
    owners = [_owner(place.held) for place in places]
    found = alike([place.text for place in places], owners, least)
    pairs = [Duplicate(places[pair.first], places[pair.second], pair.score) for pair in found]
    return sorted(pairs, key=lambda pair: -pair.score)


def _places(holdings: Holdings) -> Iterator[Place]:
    for pair in holdings.pairs:
        for side in pair.value.sides:
            yield _place(pair, side.target, side.segment)
    for held in holdings.all_pages:
        for number, segment in enumerate(held.value.segments):
            yield _place(held, number, segment)


def _place(held: Held[Any], number: int, segment: Segment) -> Place:
    return Place(held, number, _part(held), segment.text)


def _part(held: Held[Any]) -> str:
    if isinstance(held.value, Pair):
        return held.value.part
    return TRAIN if held.file.startswith(BOOST) else split_of(held.value.advertiser)


def _owner(held: Held[Any]) -> str:
    return held.value.id if isinstance(held.value, Pair) else str(held.value.advertiser)
