"""Why a segment was judged as it was: the runs of words whose weights spoke loudest for its strength and categories.

The flag's own weights are left out: they speak for the treatment's name, which the claim is about, not for the claim.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claim import Category, Cue, Judgement, Strength
from claimcheck.judge.first import CATEGORIES, CATEGORY, FORM, FORMS
from claimcheck.judge.keys import word_keys
from claimcheck.judge.table import WeightTable
from claimcheck.judge.tokens import Token, tokenize
from claimcheck.text import Span

_MOST_CUES = 3
_LONGEST = 6
_SHARE = 0.45
_NONE = FORM.start + FORMS.index(Strength.NONE)


def cues(text: str, judgement: Judgement, table: WeightTable) -> tuple[Cue, ...]:
    """Up to three runs of words, in text order, that spoke for the judgement's strength and categories."""
    tokens = tokenize(text)
    kinds = [CATEGORY.start + CATEGORIES.index(category) for category in judgement.categories]
    columns = _columns([token.norm for token in tokens], (FORM.start + judgement.strength, _NONE, *kinds), table)
    values = [strength - none + sum(kinds) / len(kinds) for strength, none, *kinds in zip(*columns, strict=True)]
    floor = max(values, default=0.0) * 0.25
    found: list[tuple[int, int]] = []
    loudest = 0.0
    for _ in range(_MOST_CUES):
        run = _loudest_run([value - floor for value in values])
        if run is None or run[2] < _SHARE * loudest:
            break
        first, last, total = run
        loudest = max(loudest, total)
        found.append((first, last))
        values[first:last] = [float("-inf")] * (last - first)
    return tuple(_cue(text, tokens, at, columns[2:], judgement.categories) for at in sorted(found))


def _cue(
    text: str,
    tokens: Sequence[Token],
    at: tuple[int, int],
    columns: Sequence[Sequence[float]],
    categories: Sequence[Category],
) -> Cue:
    run = slice(*at)
    span = Span(tokens[run][0].start, tokens[run][-1].end)
    sums = [sum(column[run]) for column in columns]
    return Cue(span, categories[sums.index(max(sums))].value, text[span.start : span.end])


def _columns(norms: Sequence[str], lanes: Sequence[int], table: WeightTable) -> list[list[float]]:
    """Some lanes' weights of each word: those of the word n-grams that hold it, shared out among their words."""
    grams = [
        (range(at, at + length), table.at(key))
        for length, keys in enumerate(word_keys(norms), 1)
        for at, key in enumerate(keys)
        if key in table.known
    ]
    columns = []
    for lane in lanes:
        column = [0.0] * len(norms)
        for places, weights in grams:
            share = weights[lane] / len(places)
            for place in places:
                column[place] += share
        columns.append(column)
    return columns


def _loudest_run(values: Sequence[float]) -> tuple[int, int, float] | None:
    """The run of at most `_LONGEST` tokens with the greatest positive sum, as (first, past last, sum)."""
    best = None
    for first in range(len(values)):
        total = 0.0
        for last in range(first, min(first + _LONGEST, len(values))):
            total += values[last]
            if total > 0 and (best is None or total > best[2]):
                best = (first, last + 1, total)
    return best
