"""The phrase net: what a small convolutional network over word vectors makes of a segment in its surroundings.

After Kim (2014): filters look at three words in a row, each filter keeps its strongest answer in a text, a hidden layer
weighs the answers of the segment, its heading, what stands before and after it, and the page's title. The word vectors
come from a sentence encoder, so words that were never labelled are read by their likes. All that a filter makes of
a word is compiled into one row of a table, so running the net is adding whole numbers.

A row has `LANE` bytes a filter: its answers to the word as the first, second and third of three, with `_BIAS` added.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import mul
from typing import Any

from claimcheck.claim import Role, Segment
from claimcheck.judge.reading import PageReader, Reading
from claimcheck.judge.table import LANE, WeightTable

_BIAS = 128
_WORD = 6 * _BIAS
_DENSE_BIAS = 1 << 11
_MOST_WORDS = {"text": 48, "heading": 16, "before": 32, "after": 24, "title": 16}
_REMEMBERED = 8192
_ROLES = tuple(Role)
_SHORT = 40
MARKS = len(_ROLES) + 3

Answers = tuple[int, int, int]


def fields(segment: Segment) -> tuple[str, ...]:
    """The texts that the net reads: segment, nearest heading, lead-in or sentence before, sentence after, title."""
    context = segment.context
    heading = context.headings[-1] if context.headings else ""
    return segment.text, heading, context.lead_in or context.before, context.after, context.page_title


def marks(segment: Segment) -> list[int]:
    """What the net is told beside words: the role, a final ? or !, shortness; 1 or 0 each."""
    text = segment.text.rstrip()
    ends = [text.endswith("?"), text.endswith("!"), len(segment.text) < _SHORT]
    return [*(int(segment.role is role) for role in _ROLES), *map(int, ends)]


def words(reading: Reading, field: int) -> list[tuple[str, str]]:
    """The words of a field that the net looks at, each with its class ("" without one)."""
    kinds = [""] * len(reading.tokens)
    for match in reading.matches:
        kinds[match.first : match.last] = [match.kind] * (match.last - match.first)
    both = [(token.norm, kind) for token, kind in zip(reading.tokens, kinds, strict=True)]
    name, most = list(_MOST_WORDS.items())[field]
    return both[-most:] if name == "before" else both[:most]


def kind_feature(kind: str) -> str:
    """The name under which the table keeps a class's answers."""
    return f"[{kind}]"


class PhraseNet:
    """A compiled net: the table of answers, and the layers above it as whole numbers.

    `dense` holds `filters` (those for the segment, those for its surroundings), `biases` of the filters, `mark` (the
    value of a set mark), `layer` (one row an input; hidden units, then outputs), `layer_biases`, `out` (one row an
    output over the hidden units) and the two `steps` that turn sums into scores.
    """

    def __init__(self, table: WeightTable, dense: Mapping[str, Any]) -> None:
        self._table = table
        own, around = dense["filters"]
        self._parts = (slice(0, own * LANE), slice(own * LANE, (own + around) * LANE))
        self._sizes = (own, around)
        self._biases = (dense["biases"][:own], dense["biases"][own:])
        self._mark: int = dense["mark"]
        self._width = len(dense["layer_biases"])
        self._layer = [_packed(row) for row in dense["layer"]]
        self._layer_biases: list[int] = dense["layer_biases"]
        self._out: list[list[int]] = dense["out"]
        self._steps: tuple[float, float] = tuple(dense["steps"])
        self._answers = lru_cache(maxsize=_REMEMBERED)(self._uncached)

    def page(self, segments: Sequence[Segment], page: PageReader) -> list[list[int]]:
        """For each segment of a page one score an output, in the unit of the first reading."""
        memo: dict[tuple[str, int], list[int]] = {}
        return [self.scores(segment, page, memo) for segment in segments]

    def scores(self, segment: Segment, page: PageReader, memo: dict[tuple[str, int], list[int]]) -> list[int]:
        """The scores of one segment; `memo` keeps what the filters make of surroundings that segments share."""
        seen: list[int] = []
        for number, text in enumerate(fields(segment)):
            if number == 0:
                seen += self._strongest(words(page.read(text), 0), 0)
                continue
            answers = memo.get((text, number))
            if answers is None:
                answers = self._strongest(words(page.read(text), number), 1) if text else [0] * self._sizes[1]
                memo[text, number] = answers
            seen += answers
        seen += [self._mark * mark for mark in marks(segment)]
        return self._weighed(seen)

    def _strongest(self, read: Sequence[tuple[str, str]], part: int) -> list[int]:
        """Each filter's strongest answer to three words in a row, never below 0."""
        size = self._sizes[part]
        best = [0] * size
        if read:
            best = list(map(max, *self._positions([self._answers(w, k, part) for w, k in read], size)))
        return [max(0, value - _WORD + bias) for value, bias in zip(best, self._biases[part], strict=True)]

    def _positions(self, answers: Sequence[Answers], size: int) -> Iterator[Sequence[int]]:
        nothing = self._answers("", "", 0 if size == self._sizes[0] else 1)
        padded = [nothing, *answers, nothing]
        yield [0] * size
        for before, here, after in zip(padded, padded[1:], padded[2:], strict=False):
            total = before[0] + here[1] + after[2]
            yield _numbers("H", total.to_bytes(2 * size, "little"))

    def _uncached(self, word: str, kind: str, part: int) -> Answers:
        """What the filters of a part answer to a word with its class, as first, second and third of three."""
        size = self._sizes[part]
        rows = [self._table.raw(word) if word else None, self._table.raw(kind_feature(kind)) if kind else None]
        first, second, third = (
            sum(_spread(row[self._parts[part]][place::LANE] if row else bytes([_BIAS]) * size) for row in rows)
            for place in range(LANE)
        )
        return first, second, third

    def _weighed(self, seen: Sequence[int]) -> list[int]:
        total, inputs = 0, 0
        for value, row in zip(seen, self._layer, strict=True):
            if value:
                total += value * row
                inputs += value
        bias = _DENSE_BIAS * inputs
        sums = [
            value - bias + own
            for value, own in zip(
                _numbers("I", total.to_bytes(4 * self._width, "little")), self._layer_biases, strict=True
            )
        ]
        hidden = [max(0, value) for value in sums[: len(self._out[0])]]
        direct, through = self._steps
        return [
            round(direct * own + through * sum(map(mul, hidden, row)))
            for own, row in zip(sums[len(hidden) :], self._out, strict=True)
        ]


def _spread(row: bytes) -> int:
    """One byte a lane made two, as one number."""
    wide = bytearray(2 * len(row))
    wide[::2] = row
    return int.from_bytes(wide, "little")


def _packed(row: Iterable[int]) -> int:
    return int.from_bytes(b"".join((weight + _DENSE_BIAS).to_bytes(4, "little") for weight in row), "little")


def _numbers(code: str, data: bytes) -> array[int]:
    numbers = array(code, data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
