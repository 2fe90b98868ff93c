"""The first reading: linear scores of each segment for every question that the model was taught.

The lanes of the weight table, in this order: what the segment is about (6), the strength of its wording (5), whether
it is flagged, whether its page sells, and the twelve categories. Scores are whole numbers in units of `1 / UNIT` logit,
so that the second reading decides alike on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from claimcheck.claim import About, Category, Strength
from claimcheck.judge.features import Features
from claimcheck.judge.table import WeightTable

UNIT = 256
ABOUTS, FORMS, CATEGORIES = tuple(About), tuple(Strength), tuple(Category)
LANES = (
    *(f"about:{about.value}" for about in ABOUTS),
    *(f"form:{form.label}" for form in FORMS),
    "flag",
    "seller",
    *(f"category:{category.value}" for category in CATEGORIES),
)
ABOUT = slice(0, len(ABOUTS))
FORM = slice(ABOUT.stop, ABOUT.stop + len(FORMS))
FLAG = FORM.stop
SELLER = FLAG + 1
CATEGORY = slice(SELLER + 1, SELLER + 1 + len(CATEGORIES))


@dataclass(frozen=True, slots=True)
class FirstReader:
    """Scores features with the weight table; `quantum` is the logit of one weight step, `scales` one a group."""

    table: WeightTable
    biases: Sequence[float]
    scales: Sequence[float]
    quantum: float

    def scores(self, features: Features) -> list[int]:
        """The scores of one segment by lane."""
        return self.joined(self.own(features), self.shared(features.page))

    def own(self, features: Features) -> list[float]:
        """What a segment's own groups add up to, the page's register left out."""
        totals = list(self.biases)
        for scale, names in zip(self.scales[:-1], features.groups()[:-1], strict=True):
            totals = _added(totals, self._weighed(scale, names))
        return totals

    def shared(self, register: Sequence[str]) -> list[float] | None:
        """What the register of a page, the last group, adds to each of its segments; None where it adds nothing."""
        return self._weighed(self.scales[-1], register)

    @staticmethod
    def joined(own: Sequence[float], shared: Sequence[float] | None) -> list[int]:
        """The scores of a segment from its two parts."""
        return [round(total * UNIT) for total in _added(own, shared)]

    def _weighed(self, scale: float, names: Sequence[str]) -> list[float] | None:
        sums, known = self.table.sum(names) if scale else ([], 0)
        if not known:
            return None
        factor = scale * self.quantum / sqrt(len(names))
        return [factor * value for value in sums]


def _added(totals: Sequence[float], values: Sequence[float] | None) -> list[float]:
    if values is None:
        return list(totals)
    return [total + value for total, value in zip(totals, values, strict=True)]
