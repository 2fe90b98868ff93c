"""How well a record fits a claim: points, or None where it has no bearing. Only their order means anything."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claim import Judgement
from claimcheck.know.records import ANY, Evidence, Regulation, Vocabulary
from claimcheck.know.wording import Wording

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
    """What a claim asks of the ledger: its categories, the leading one first, and what its words name.

    `claims` holds each claim type that the categories call for, with its place in line.
    """

    __slots__ = ("categories", "cells", "claims", "conditions", "strength", "wording")

    def __init__(self, judgement: Judgement, text: str, words: Vocabulary) -> None:
        probable = judgement.category_probabilities
        leading = sorted(judgement.categories, key=lambda category: -probable.get(category, 0.0))
        self.strength = judgement.strength.label
        self.categories = [category.value for category in leading]
        self.wording = Wording(text)
        self.cells = self.wording.named(words["cells"])
        self.conditions = self.wording.named(words["conditions"])
        self.claims = self._claims(words)

    def _claims(self, words: Vocabulary) -> dict[str, int]:
        said = self.wording.named(words["claims"])
        claims: dict[str, int] = {}
        for first, category in enumerate(self.categories):
            for place, claim in enumerate(_called_for(words["categories"][category], said, words), first):
                claims.setdefault(claim, place)
        return claims


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


def of_regulation(record: Regulation, need: Need) -> int | None:
    """Points for a rule: the category, a condition on wording that is met, then how narrowly the rule is drawn.

    A rule against any advertisement stands behind every rule on claims.
    """
    if record["reach"] == "allowance" or not bears_on(record, need):
        return None
    if record["reach"] == "mention":
        return 0
    leads = 4 if need.categories[0] in record["leads"] else 0
    leading = 6 if need.categories[0] in record["categories"] else 3
    narrow = (_CATEGORIES - len(record["categories"])) // 3
    words = (8 if record["strengths"] else 2) if record["when"] else 0
    unseen = -1 if record["status"] == "partly seen" else 0
    return leading + leads + narrow + words + unseen


def bears_on(record: Regulation, need: Need) -> bool:
    """True where a rule speaks of such a claim: its category, its strength, and its words if the rule names any."""
    return (
        any(category in record["categories"] for category in need.categories)
        and (not record["strengths"] or need.strength in record["strengths"])
        and (not record["when"] or need.wording.has(record["when"]))
    )
