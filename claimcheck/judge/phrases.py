"""The phrase net: what a small convolutional network over word vectors makes of a segment in its surroundings.

After Kim (2014): filters look at three words in a row, each filter keeps its strongest answer in a text, a hidden layer
weighs the answers of the segment, its heading, what stands before and after it, and the page's title. The word vectors
come from a sentence encoder, so words that were never labelled are read by their likes. All that a filter makes of
a word is compiled into one row of a table, so running the net is adding whole numbers, many at a time (see `lanes.py`).

A row has `PLACES` bytes a filter: its answers to the word as the first, second and third of three, with `_BIAS` added.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from itertools import compress
from operator import mul
from typing import Any

from claimcheck.claim import Role, Segment
from claimcheck.judge.lanes import Lanes
from claimcheck.judge.memo import Memo
from claimcheck.judge.reading import PageReader, Reading
from claimcheck.judge.table import WeightTable, key_of

PLACES = 3
_BIAS = 128
_WORD = 6 * _BIAS
_MOST_WORDS = {"text": 48, "heading": 16, "before": 32, "after": 24, "title": 16}
_NAMES = tuple(_MOST_WORDS)
_REMEMBERED_WORDS, _REMEMBERED_TEXTS = 8_192, 2_048
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
    kinds = [""] * len(reading.norms)
    for match in reading.matches:
        kinds[match.first : match.last] = [match.kind] * (match.last - match.first)
    both = list(zip(reading.norms, kinds, strict=True))
    name = _NAMES[field]
    most = _MOST_WORDS[name]
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
        self._filters = Lanes(own + around, "h")
        self._parts = (slice(0, own), *(slice(own, own + around) for _ in _NAMES[1:]))
        # Answers never fall below 0, which is `least` before the bias is added.
        self._bias = self._filters.pack(bias - _WORD for bias in dense["biases"])
        self._least = self._filters.pack(max(0, _WORD - bias) for bias in dense["biases"])
        self._answers = Memo(self._answer, _REMEMBERED_WORDS)
        self._nothing = self._answer(("", ""))

        self._hidden = len(dense["out"][0])
        self._sums, self._outputs = Lanes(len(dense["layer_biases"])), Lanes(len(dense["out"]), "q")
        rows = [self._sums.pack(row) for row in dense["layer"]]
        self._rows, at = [], 0
        for part in self._parts:
            size = part.stop - part.start
            self._rows.append(rows[at : at + size])
            at += size
        self._marks = [dense["mark"] * row for row in rows[at:]]
        self._base = self._sums.pack(dense["layer_biases"])
        self._out = [self._outputs.pack(column) for column in zip(*dense["out"], strict=True)]
        self._steps: tuple[float, float] = tuple(dense["steps"])
        self._strongest: dict[str, tuple[int, array[int]]] = {}
        self._weighed: dict[tuple[str, int], int] = {}

    def page(self, segments: Sequence[Segment], page: PageReader) -> list[list[int]]:
        """For each segment of a page one score an output, in the unit of the first reading."""
        return [self.scores(segment, page) for segment in segments]

    def scores(self, segment: Segment, page: PageReader) -> list[int]:
        """The scores of one segment."""
        total = self._base + sum(compress(self._marks, marks(segment)))
        for field, text in enumerate(fields(segment)):
            if text or field == 0:
                total += self._field(text, field, page)
        return self._scored(total)

    def _field(self, text: str, field: int, page: PageReader) -> int:
        """What a field adds to the sums of the layer."""
        key = (text, field)
        added = self._weighed.get(key)
        if added is None:
            values = self._read(text, field, page)[self._parts[field]]
            added = sum(map(mul, compress(self._rows[field], values), filter(None, values)))
            _keep(self._weighed, key, added)
        return added

    def _read(self, text: str, field: int, page: PageReader) -> array[int]:
        """Each filter's strongest answer; one reading serves all fields that look at the whole text."""
        most = _MOST_WORDS[_NAMES[field]]
        length, found = self._strongest.get(text, (most + 1, None))
        if found is None or length > most:
            reading = page.read(text)
            found = self._filters.unpack(self._strongly(words(reading, field)) + self._bias)
            if len(reading.norms) <= most:
                _keep(self._strongest, text, (len(reading.norms), found))
        return found

    def _strongly(self, read: Sequence[tuple[str, str]]) -> int:
        """Each filter's strongest answer to three words in a row, without its bias."""
        best, larger = self._least, self._filters.larger
        answers = [self._nothing, *map(self._answers.__getitem__, read), self._nothing]
        for before, here, after in zip(answers, answers[1:], answers[2:], strict=False):
            best = larger(best, before[0] + here[1] + after[2])
        return best

    def _answer(self, read: tuple[str, str]) -> Answers:
        """What the filters answer to a word with its class, as first, second and third of three."""
        word, kind = read
        names = (word, kind_feature(kind) if kind else "")
        silent = bytes([_BIAS]) * self._table.width
        rows = [(self._table.row(key_of(name)) if name else None) or silent for name in names]
        first, second, third = (sum(_spread(row[place::PLACES]) for row in rows) for place in range(PLACES))
        return first, second, third

    def _scored(self, total: int) -> list[int]:
        sums = self._sums.unpack(total)
        hidden = [value if value > 0 else 0 for value in sums[: self._hidden]]
        through = self._outputs.unpack(sum(map(mul, compress(self._out, hidden), filter(None, hidden))))
        one, two = self._steps
        return [round(one * own + two * other) for own, other in zip(sums[self._hidden :], through, strict=True)]


def _keep(memo: dict[Any, Any], key: Any, value: Any) -> None:
    if len(memo) >= _REMEMBERED_TEXTS:
        memo.clear()
    memo[key] = value


def _spread(row: bytes) -> int:
    """One byte a lane made two, as one number."""
    wide = bytearray(2 * len(row))
    wide[::2] = row
    return int.from_bytes(wide, "little")
