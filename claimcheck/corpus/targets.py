"""What the corpus is meant to reach, and whether it does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.claim import Category
from claimcheck.codebook import cases
from claimcheck.corpus.agreement import Agreement
from claimcheck.corpus.counts import Counts
from claimcheck.corpus.pages import GENRES

SEGMENTS, PAGES, ADVERTISERS, REWORDED = 20_000, 1_300, 350, 800
PAGES_A_GENRE = 40
STRATA = {"absolute": 1_200, "qualified": 1_500, "vague": 3_000, "asserted": 3_500}
A_CATEGORY = 500
PAIRS_A_CASE = 30
READ_TWICE = 0.25
ALPHA_FLAG, ALPHA_STRENGTH = 0.85, 0.80
SHARED = 0.04


@dataclass(frozen=True, slots=True)
class Target:
    """A number that the corpus has, and the least that it should have; with `below`, what it should stay under."""

    name: str
    has: float | None
    wanted: float
    below: bool = False
    note: str = ""

    @property
    def holds(self) -> bool:
        """True where the target is reached; a number that cannot be told reaches none."""
        if self.has is None:
            return False
        return self.has < self.wanted if self.below else self.has >= self.wanted


def targets(counts: Counts, agreement: Agreement, shared: float) -> Iterator[Target]:
    """Every target, in the order in which they are shown."""
    yield Target("segments", counts.segments, SEGMENTS)
    yield Target("pages", counts.pages, PAGES)
    yield Target("advertisers", counts.advertisers, ADVERTISERS)
    yield Target("pages reworded", counts.origins.get("reworded", 0), REWORDED)
    for genre in GENRES:
        yield Target(f"pages: {genre}", counts.genres.get(genre, 0), PAGES_A_GENRE)
    for name, wanted in STRATA.items():
        wording = f"{counts.forms[name]:,} by wording"
        yield Target(f"strength: {name}", counts.strengths[name], wanted, note=wording)
    for category in Category:
        wording = f"{counts.kinds[category.value]:,} by wording"
        yield Target(f"category: {category.value}", counts.categories[category.value], A_CATEGORY, note=wording)
    yield _contrast(counts)
    yield Target("share of segments read twice", counts.read_twice, READ_TWICE)
    all_of_it = counts.test_pages or 1
    yield Target("test pages read twice", counts.test_pages_twice, all_of_it)
    yield Target("test pages settled", counts.test_pages_settled, all_of_it)
    yield Target("alpha of the flag", agreement.flag, ALPHA_FLAG)
    yield Target("alpha of the strength", agreement.strength, ALPHA_STRENGTH)
    yield Target("share of segments with a shared run", shared, SHARED, below=True)


def _contrast(counts: Counts) -> Target:
    numbers = [case.number for case in cases()]
    short = [number for number in numbers if counts.pairs.get(number, 0) < PAIRS_A_CASE]
    told = ", ".join(map(str, short[:20])) + (" ..." if len(short) > 20 else "")
    note = f"{sum(counts.pairs.values()):,} pairs" + (f"; short: {told}" if short else "")
    return Target(f"cases with {PAIRS_A_CASE} pairs", len(numbers) - len(short), len(numbers), note=note)
