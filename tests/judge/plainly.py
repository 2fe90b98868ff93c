"""The judge written plainly: slow, with numpy, straight from the model's files and what the modules say that they do.

What the program does fast (keys that go on from keys, big numbers that hold many, all trees at once) is held against
this on the whole corpus.
"""

import json
from functools import cache
from itertools import pairwise
from math import sqrt

import numpy as np

from claimcheck.claim import Category, Cue, Strength
from claimcheck.judge.features import features
from claimcheck.judge.first import CATEGORIES, CATEGORY, FORM, FORMS, UNIT
from claimcheck.judge.phrases import fields, kind_feature, marks, words
from claimcheck.judge.table import key_of
from claimcheck.judge.tokens import tokenize
from claimcheck.text import Span


class Table:
    """A weight table as an array: one row a key."""

    def __init__(self, path, kind):
        data = path.read_bytes()
        rows = int(np.frombuffer(data, "<u4", 1, 8)[0])
        self.keys = np.frombuffer(data, "<u4", rows, 16)
        self.rows = np.frombuffer(data, kind, -1, 16 + 4 * rows).reshape(rows, -1)
        self.at = {int(key): number for number, key in enumerate(self.keys)}

    def row(self, feature):
        number = self.at.get(key_of(feature))
        return None if number is None else self.rows[number]


class Plainly:
    """The model in a folder."""

    def __init__(self, folder):
        self.manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
        self.weights = self._decoded(Table(folder / "weights.bin", "<i4"))
        self.answers = Table(folder / "phrases.bin", "u1")
        self.dense = json.loads((folder / "phrases.json").read_text("utf-8"))
        self.layer, self.layer_biases, self.out = (
            np.array(self.dense[name]) for name in ("layer", "layer_biases", "out")
        )
        self.biases = np.array(self.dense["biases"])
        self.forest = json.loads((folder / "forest.json").read_text("utf-8"))
        self.net_rows = cache(self._net_row)

    @staticmethod
    def _decoded(table):
        """Rows as weights: what lies below a lane, where it is negative, has borrowed 1 from it."""
        rows = table.rows.astype(np.int64)
        borrowed = np.zeros(len(rows), dtype=np.int64)
        weights = np.empty_like(rows)
        for lane in range(rows.shape[1]):
            weights[:, lane] = rows[:, lane] + borrowed
            borrowed = (rows[:, lane] < 0).astype(np.int64)
        table.rows = weights
        return table

    def first(self, text, page):
        """The first scores of a text, from its features by name."""
        totals = [float(bias) for bias in self.manifest["biases"]]
        for scale, names in zip(self.manifest["scales"], features(text, page).groups(), strict=True):
            numbers = [at for at in map(self.weights.at.get, map(key_of, names)) if at is not None]
            if numbers:
                sums = self.weights.rows[numbers].sum(axis=0).tolist()
                factor = scale * self.manifest["quantum"] / sqrt(len(names))
                totals = [total + factor * value for total, value in zip(totals, sums, strict=True)]
        return [round(total * UNIT) for total in totals]

    def phrases(self, segment, page):
        """The scores of the phrase net: windows of three words, the strongest answer, two layers."""
        own, around = self.dense["filters"]
        seen = []
        for field, text in enumerate(fields(segment)):
            part = slice(0, own) if field == 0 else slice(own, own + around)
            seen.append(self._strongest(text, field, page)[part] if text else np.zeros(part.stop - part.start, int))
        seen.append(self.dense["mark"] * np.array(marks(segment)))
        sums = np.concatenate(seen) @ self.layer + self.layer_biases
        units = self.out.shape[1]
        hidden = np.maximum(sums[:units], 0)
        direct, through = self.dense["steps"]
        pairs = zip(sums[units:].tolist(), (self.out @ hidden).tolist(), strict=True)
        return [round(direct * one + through * other) for one, other in pairs]

    def _strongest(self, text, field, page):
        read = words(page.read(text), field)
        if not read:
            return np.maximum(0, self.biases - 6 * 128)
        each = np.stack([self.net_rows(*pair) for pair in read])
        padded = np.pad(each, ((1, 1), (0, 0), (0, 0)))
        windows = padded[:-2, :, 0] + padded[1:-1, :, 1] + padded[2:, :, 2]
        return np.maximum(0, np.maximum(windows.max(axis=0) + self.biases, self.biases - 6 * 128))

    def _net_row(self, word, kind):
        names = [word] if not kind else [word, kind_feature(kind)]
        found = [row for row in map(self.answers.row, names) if row is not None]
        total = np.zeros(self.answers.rows.shape[1], dtype=np.int64)
        for row in found:
            total = total + row.astype(np.int64) - 128
        return total.reshape(-1, 3)

    def second(self, rows):
        """The second scores of many rows: of each tree the first leaf that no question rules out."""
        inputs = np.array(rows)
        left = np.ones((len(rows), self.forest["trees"][-1]), dtype=bool)
        for column, (thresholds, starts, stops) in enumerate(self.forest["splits"]):
            for threshold, start, stop in zip(thresholds, starts, stops, strict=True):
                left[inputs[:, column] > threshold, start:stop] = False
        values = self.leaf_values()
        trees = self.forest["trees"]
        reached = np.stack([start + left[:, start:stop].argmax(axis=1) for start, stop in pairwise(trees)])
        scores = []
        starts = [each["start"] for each in self.forest["classes"]] + [trees[-1]]
        for each, start, stop in zip(self.forest["classes"], starts, starts[1:], strict=False):
            own = [row for row, first in zip(reached, trees, strict=False) if start <= first < stop]
            scores.append(each["base"] + sum(values[row] for row in own))
        return np.stack(scores, axis=1).tolist()

    def leaf_values(self):
        values = np.zeros(self.forest["trees"][-1], dtype=np.int64)
        for each in self.forest["classes"]:
            for place, plane in enumerate(each["planes"]):
                digits = bin(int(plane, 16))[:1:-1]
                for at, digit in enumerate(digits):
                    values[each["start"] + at] += int(digit) << place
        return values

    def cues(self, text, judgement):
        """Up to three runs of at most six words whose weights spoke loudest for the judgement."""
        tokens = tokenize(text)
        rows = self._token_rows(tokens)
        lane, none = FORM.start + FORMS.index(judgement.strength), FORM.start + FORMS.index(Strength.NONE)
        kinds = [CATEGORY.start + CATEGORIES.index(category) for category in judgement.categories]
        values = [row[lane] - row[none] + sum(row[kind] for kind in kinds) / len(kinds) for row in rows]
        floor = max(values, default=0.0) * 0.25
        found, loudest = [], 0.0
        for _ in range(3):
            run = _loudest([value - floor for value in values])
            if run is None or run[2] < 0.45 * loudest:
                break
            first, last, total = run
            loudest = max(loudest, total)
            found.append((first, last))
            values[first:last] = [float("-inf")] * (last - first)
        return tuple(self._cue(text, tokens, rows, judgement.categories, *run) for run in sorted(found))

    def _cue(self, text, tokens, rows, categories, first, last):
        span = Span(tokens[first].start, tokens[last - 1].end)
        sums = {
            kind: sum(row[CATEGORY.start + CATEGORIES.index(kind)] for row in rows[first:last]) for kind in categories
        }
        return Cue(span, max(sums, key=lambda kind: sums[kind]).value, text[span.start : span.end])

    def _token_rows(self, tokens):
        rows = [[0.0] * (CATEGORY.start + len(Category)) for _ in tokens]
        for length in (1, 2, 3):
            for at in range(len(tokens) - length + 1):
                row = self.weights.row("w:" + " ".join(token.norm for token in tokens[at : at + length]))
                for place in range(at, at + length) if row is not None else ():
                    rows[place] = [
                        have + weight / length for have, weight in zip(rows[place], row.tolist(), strict=True)
                    ]
        return rows


def _loudest(values):
    best = None
    for first in range(len(values)):
        total = 0.0
        for last in range(first, min(first + 6, len(values))):
            total += values[last]
            if total > 0 and (best is None or total > best[2]):
                best = (first, last + 1, total)
    return best
