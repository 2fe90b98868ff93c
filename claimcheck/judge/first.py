"""The first reading: linear scores of each segment for every question that the model was taught.

The lanes of the weight table, in this order: what the segment is about (6), the strength of its wording (5), whether
it is flagged, whether its page sells, and the twelve categories. Scores are whole numbers in units of `1 / UNIT` logit,
so that the second reading decides alike on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from claimcheck.claim import About, Category, Strength
from claimcheck.judge import keys
from claimcheck.judge.lanes import Lanes
from claimcheck.judge.memo import Memo
from claimcheck.judge.reading import Reading
from claimcheck.judge.table import WeightTable, packed

UNIT = 256
# As good as all of them: they are small, and nearly every one is met in a long run.
_REMEMBERED_ROWS, _REMEMBERED_WORDS = 1 << 17, 8_192
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


class FirstReader:
    """Scores readings with the weight table; `quantum` is the logit of one weight step, `scales` one a group.

    A feature weighs its group's scale over the root of how many features the group has, known or not.
    """

    def __init__(self, table: WeightTable, biases: Sequence[float], scales: Sequence[float], quantum: float) -> None:
        self.table = table
        self.biases = biases
        self.scales = scales
        self.quantum = quantum
        self._lanes = Lanes(len(biases))
        self._rows = Memo(self._row, _REMEMBERED_ROWS)
        self._chars = Memo(self._spelt, _REMEMBERED_WORDS)

    def scores(self, reading: Reading, states: Sequence[str]) -> list[int]:
        """The scores of one segment by lane; `states` are those of its claim words."""
        sums = (
            self._summed(keys.words(reading)),
            self._spellings(reading.norms),
            self._summed(keys.shape(reading)),
            self._summed(keys.scope(reading, states)),
            self._summed(keys.senses(reading)),
        )
        one, two, three, four, five = (
            scale * self.quantum / sqrt(count) if count else 0.0
            for scale, (_, count) in zip(self.scales, sums, strict=True)
        )
        lanes = (self._lanes.unpack(total) for total, _ in sums)
        return [
            round((bias + one * a + two * b + three * c + four * d + five * e) * UNIT)
            for bias, a, b, c, d, e in zip(self.biases, *lanes, strict=True)
        ]

    def _summed(self, found: set[int]) -> tuple[int, int]:
        """The rows of the known keys, added up, and how many keys there are."""
        return sum(map(self._rows.__getitem__, found & self.table.known)), len(found)

    def _spellings(self, norms: Sequence[str]) -> tuple[int, int]:
        """As `_summed`, for the letters of words: what two words share counts once."""
        total, seen = 0, set[int]()
        for word in set(norms):
            spelt, whole = self._chars[word]
            total += whole
            again = seen.intersection(spelt)
            if again:
                total -= self._summed(again)[0]
            seen.update(spelt)
        return total, len(seen)

    def _spelt(self, word: str) -> tuple[tuple[int, ...], int]:
        spelt = keys.chars(word)
        return spelt, self._summed(set(spelt))[0]

    def _row(self, key: int) -> int:
        row = self.table.row(key)
        return 0 if row is None else packed(row)
