"""How well a record fits a claim: points, or None where it has no bearing. Only their order means anything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.know.records import ANY, Evidence, Regulation, Vocabulary

# What a kind of study adds. A finding that nothing is known comes before weak evidence on something near.
_NOTHING = "no controlled evidence"
_STUDIES = {
    _NOTHING: 5,
    "randomised trial": 4,
    "review": 4,
    "safety signal": 4,
    "position": 3,
    "guideline": 3,
    "comparison without randomising": 2,
    "registry": 2,
    "uncontrolled study": 1,
    "case report": 0,
    "ongoing trial": -3,
}
# What a record loses where the claim is not what its summary begins with: it could be cited for what it does not say.
_BY_PLACE = (0, -1, -8)
_GENERAL_CELLS = frozenset({ANY, "own_marrow", "donor_marrow"})
_BACKS = frozenset({ANY, "back", "disc"})
_LARGE = 50
_CATEGORIES = 12


class Need:
    """What a claim asks of the evidence: its categories, the leading one first, and what its words name.

    `claims` holds each claim type that the categories call for, with its place in line.
    """

    __slots__ = ("categories", "cells", "claims", "conditions")

    def __init__(self, categories: Sequence[str], said: Named, words: Vocabulary) -> None:
        self.categories = categories
        self.cells = said.cells
        self.conditions = said.conditions
        self.claims: dict[str, int] = {}
        for first, category in enumerate(categories):
            for place, claim in enumerate(_called_for(words["categories"][category], said.claims, words), first):
                self.claims.setdefault(claim, place)


class Named(NamedTuple):
    """What a text names: claim types that have words of their own, cells and conditions."""

    claims: frozenset[str]
    cells: frozenset[str]
    conditions: frozenset[str]


def _called_for(claims: Sequence[str], said: frozenset[str], words: Vocabulary) -> Sequence[str]:
    """The claim types of a category; those with words of their own only where the text has one, if any are left."""
    return [claim for claim in claims if claim in said or claim not in words["claims"]] or claims


def of_evidence(record: Evidence, need: Need) -> int | None:
    """Points for evidence: the claim first, then the cells and the condition, then the kind and size of the study."""
    answer = max(_by_claim(record, need), _by_category(record["categories"], need.categories))
    if not answer:
        return None
    size = 1 if record["n"] >= _LARGE else 0
    unseen = -6 if record["status"] == "partly seen" else 0
    return answer + _cells(record, need) + _conditions(record, need) + _STUDIES[record["study"]] + size + unseen


def _by_claim(record: Evidence, need: Need) -> int:
    best = 0
    for index, claim in enumerate(record["claims"]):
        place = need.claims.get(claim)
        if place is not None:
            lost = 0 if record["study"] == _NOTHING else _BY_PLACE[min(index, 2)]
            best = max(best, 22 - 2 * place + lost)
    return best


def _by_category(categories: Sequence[str], needed: Sequence[str]) -> int:
    for place, category in enumerate(needed):
        if category in categories:
            return 24 - 2 * place
    return 0


def _cells(record: Evidence, need: Need) -> int:
    if need.cells:
        return 6 if not need.cells.isdisjoint(record["cells"]) else 0 if ANY in record["cells"] else -8
    return -4 if _GENERAL_CELLS.isdisjoint(record["cells"]) else 1


def _conditions(record: Evidence, need: Need) -> int:
    if need.conditions:
        return 3 if not need.conditions.isdisjoint(record["conditions"]) else 0 if ANY in record["conditions"] else -4
    return -6 if _BACKS.isdisjoint(record["conditions"]) else 0


def of_regulation(record: Regulation, categories: Sequence[str], strength: str) -> int | None:
    """Points for a rule whose words, if it names any, the text has: the category, then how narrowly it is drawn.

    A rule against any advertisement stands behind every rule on claims.
    """
    if record["reach"] == "allowance" or not bears_on(record, categories, strength):
        return None
    if record["reach"] == "mention":
        return 0
    leads = 4 if categories[0] in record["leads"] else 0
    leading = 6 if categories[0] in record["categories"] else 3
    narrow = (_CATEGORIES - len(record["categories"])) // 3
    words = (8 if record["strengths"] else 2) if record["when"] else 0
    unseen = -1 if record["status"] == "partly seen" else 0
    return leading + leads + narrow + words + unseen


def bears_on(record: Regulation, categories: Sequence[str], strength: str) -> bool:
    """True where a rule speaks of such a claim: of one of its categories, and of its strength."""
    return any(category in record["categories"] for category in categories) and (
        not record["strengths"] or strength in record["strengths"]
    )
