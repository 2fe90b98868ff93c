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
        totals = list(self.biases)
        for scale, names in zip(self.scales, features.groups(), strict=True):
            sums, known = self.table.sum(names)
            if known:
                factor = scale * self.quantum / sqrt(len(names))
                totals = [total + factor * value for total, value in zip(totals, sums, strict=True)]
        return [round(total * UNIT) for total in totals]
