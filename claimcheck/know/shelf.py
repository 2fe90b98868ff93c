"""A ledger made ready for looking things up: what does not depend on the words of a text is ranked once.

Which evidence fits best depends only on the categories and on what the words name; which rules come first only on the
categories, the strength and the jurisdiction. Both are remembered for the combinations that were asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

from claimcheck.claim import Severity
from claimcheck.finding import Citation
from claimcheck.know.ledger import Ledger
from claimcheck.know.pertinence import Named, Need, bears_on, of_evidence, of_regulation
from claimcheck.know.records import JURISDICTIONS, Evidence, Record, Regulation, limit, locator, sentence
from claimcheck.know.wording import Names, Needles, Wording, needles

_COMBINATIONS = 2048

Found = TypeVar("Found", Evidence, Regulation)
Kept = TypeVar("Kept")
Ranked = tuple[tuple[Regulation, Needles], ...]
Raising = tuple[tuple[Severity, Needles], ...]


class Shelf:
    """The records of one ledger, in the order in which a claim asks for them. Safe to share between threads."""

    def __init__(self, book: Ledger) -> None:
        self._book = book
        self._claims = Names(book.words["claims"])
        self._cells = Names(book.words["cells"])
        self._conditions = Names(book.words["conditions"])
        self._needles = {rule["id"]: needles(rule["when"]) for rule in book.regulations}
        severe = [rule for rule in book.regulations if rule["reach"] == "claim" and rule["severity"]]
        ranking = [(rule, Severity[rule["severity"].upper()]) for rule in severe]
        self._ranking = sorted(ranking, key=lambda pair: -pair[1])
        self._cited: dict[str, Citation] = {}
        self.advertising = lru_cache(len(JURISDICTIONS))(self._advertising)
        self._ranked_evidence = lru_cache(_COMBINATIONS)(self._best_evidence)
        self.ranked = lru_cache(_COMBINATIONS)(self._ranked)
        self.raising = lru_cache(_COMBINATIONS)(self._raising)

    def evidence(self, categories: tuple[str, ...], wording: Wording) -> Evidence | None:
        """The evidence that fits a claim best."""
        return self._ranked_evidence(
            categories, self._claims.within(wording), self._cells.within(wording), self._conditions.within(wording)
        )

    def cite(self, record: Record) -> Citation:
        """The citation of a record, made once."""
        found = self._cited.get(record["id"])
        if found is None:
            found = self._cited[record["id"]] = cite(record)
        return found

    def _best_evidence(
        self, categories: tuple[str, ...], claims: frozenset[str], cells: frozenset[str], conditions: frozenset[str]
    ) -> Evidence | None:
        need = Need(categories, Named(claims, cells, conditions), self._book.words)
        return next(iter(_by_points(self._book.evidence, lambda record: of_evidence(record, need))), None)

    def _ranked(self, categories: tuple[str, ...], strength: str) -> dict[str, Ranked]:
        """The rules on such a claim by jurisdiction ("" for all), the most pertinent first, with their words."""
        rules = _by_points(self._book.regulations, lambda rule: of_regulation(rule, categories, strength))
        return _by_place([(rule["jurisdiction"], (rule, self._needles[rule["id"]])) for rule in rules])

    def _raising(self, categories: tuple[str, ...], strength: str) -> dict[str, Raising]:
        """What rules make of such a claim by jurisdiction, the most severe first, with the words that they need."""
        raising = [
            (rule["jurisdiction"], (rank, self._needles[rule["id"]]))
            for rule, rank in self._ranking
            if bears_on(rule, categories, strength)
        ]
        return _by_place(raising)

    def _advertising(self, jurisdiction: str) -> tuple[Citation, ...]:
        """The rules of a jurisdiction that forbid or limit the advertisement as such."""
        rules = [rule for rule in self._book.regulations if rule["reach"] == "mention"]
        return tuple([self.cite(rule) for rule in rules if rule["jurisdiction"] == jurisdiction])


def cite(record: Record) -> Citation:
    """The citation of a record: what it is, what it says, with what limit, and where to look it up."""
    place = "" if record["kind"] == "evidence" else record["jurisdiction"]
    return Citation(
        record["id"],
        record["kind"],
        record["title"],
        locator(record),
        sentence(record),
        limit(record),
        place,
        record["status"],
        record["severity"] if record["kind"] == "regulation" else "",
    )


def _by_points(records: Iterable[Found], points: Callable[[Found], int | None]) -> list[Found]:
    """The records that have points, the most first; the order of the files settles a tie."""
    rated = [(value, record) for record in records if (value := points(record)) is not None]
    return [record for _, record in sorted(rated, key=lambda pair: -pair[0])]


def _by_place(pairs: Iterable[tuple[str, Kept]]) -> dict[str, tuple[Kept, ...]]:
    """What is kept, by its jurisdiction and all together as "", in the order given."""
    found: dict[str, list[Kept]] = {"": []}
    for place, kept in pairs:
        found[""].append(kept)
        found.setdefault(place, []).append(kept)
    return {place: tuple(kept) for place, kept in found.items()}
