"""Which verified records bear on a claim, and what they lend to a frame."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from claimcheck.finding import Citation
from claimcheck.know import Ledger, Record, cite
from claimcheck.rewrite.slots import Slots
from claimcheck.rewrite.tables import Fact, facts, pattern

_ANY = "any"
_VERIFIED = "verified"
_BACK = re.compile(
    r"\b(?:(?:back|spine|spinal) pain|(?:lower|low|bad|your|the|our|of) backs?|backs|spines?|spinal(?! cord)|lumbar|"
    r"dis[ck]s?|sciatic\w*|vertebra\w*|facet|sacroiliac)\b",
    re.I,
)
# What a finding on discs may be cited for, where something is said to be repaired.
_DISCS = frozenset({"", "discs", "disks", "the spine", "tissue", "tissues", "soft tissue"})
# Conditions of the back that a record has to name itself.
_PARTS = frozenset({"sciatica", "stenosis", "facet", "sacroiliac"})
_ANYWHERE = frozenset({"", "pain", "chronic pain"})
# Kinds of treatment that a finding on cells of any kind speaks of too.
_CELLS = frozenset(
    {"stem", "regen", "own_marrow", "donor_marrow", "marrow_concentrate", "fat", "birth_tissue", "disc_cells"}
)


@dataclass(frozen=True, slots=True)
class Support:
    """A fact with its record, which is verified and bears on the claim."""

    fact: Fact
    record: Record

    @property
    def citation(self) -> Citation:
        """The record as findings cite it."""
        return cite(self.record)


class Evidence:
    """What the ledger's verified records lend to rewrites."""

    def __init__(self, known: Ledger) -> None:
        records = ((fact, known.find(fact.record)) for fact in facts())
        self._open = [Support(fact, found) for fact, found in records if found and found["status"] == _VERIFIED]
        self._conditions = _patterns(known)

    def supports(self, topic: str, slots: Slots, text: str, page: str) -> Iterator[Support]:
        """The facts on a topic for what a segment names; `page` holds the words around it."""
        coded = {name for name, each in self._conditions.items() if each.search(text.replace("-", " "))}
        elsewhere = topic == "structure" and slots.object not in _DISCS
        on_back = not elsewhere and bool(
            _BACK.search(text) or (slots.condition in _ANYWHERE and not coded and _BACK.search(page))
        )
        for support in self._open:
            fits = topic in support.fact.topics and _fits_cells(support.record, slots.treatment.cells)
            if fits and _fits_condition(support.record, coded, on_back):
                yield support


def _fits_cells(record: Record, cells: str) -> bool:
    if record["kind"] != "evidence":
        return cells in _CELLS or cells == "exosomes"
    return cells in record["cells"] or (_ANY in record["cells"] and cells in _CELLS)


def _fits_condition(record: Record, coded: set[str], on_back: bool) -> bool:
    """True where a record bears on the condition; one on discs or backs does so only where the back is spoken of."""
    if record["kind"] != "evidence" or _ANY in record["conditions"]:
        return True
    if "limb" in coded:
        return "limb" in record["conditions"]
    if coded & _PARTS:
        return bool(coded & set(record["conditions"]))
    return on_back and bool({"back", "disc"} & set(record["conditions"]))


@cache
def _patterns(known: Ledger) -> Mapping[str, re.Pattern[str]]:
    return {name: pattern(phrases) for name, phrases in known.words["conditions"].items() if phrases}
