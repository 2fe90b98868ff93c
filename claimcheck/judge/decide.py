"""From scores to a judgement: probabilities, the flag, the strength, the categories, what it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import TypeVar

from claimcheck.claim import About, Category, Judgement, Strength
from claimcheck.judge.first import ABOUT, ABOUTS, CATEGORIES, CATEGORY, FORM, FORMS, UNIT

_Label = TypeVar("_Label")


@dataclass(frozen=True, slots=True)
class Decision:
    """How scores are read: chosen on the validation pages and shipped with the model.

    `temperature` divides the second reading's scores (calibration); `flag` is the least probability of a flag, `total`
    the least probability of `absolute` among the flagged strengths (it is rare, and so seldom the likeliest);
    `categories` has the slope and offset of each category's calibration and its least probability.
    """

    temperature: float
    flag: float
    total: float
    categories: Mapping[Category, tuple[float, float, float]]

    def decide(self, first: Sequence[int], second: Sequence[int]) -> Judgement:
        """The judgement of one segment, without cues."""
        strengths = dict(zip(FORMS, softmax([score / UNIT / self.temperature for score in second]), strict=True))
        confidence = sum(p for strength, p in strengths.items() if strength.flagged)
        strength = self._strength(strengths, confidence)
        kinds = {
            category: sigmoid(slope * score / UNIT + offset)
            for (category, (slope, offset, _)), score in zip(self.categories.items(), first[CATEGORY], strict=True)
        }
        about = About.OURS if strength is not Strength.NONE else _best(ABOUTS, first[ABOUT])
        form = strength if about is About.OURS else _best(FORMS, first[FORM])
        categories = self._categories(kinds) if strength.flagged else ()
        return Judgement(about, form, strength, categories, confidence, strengths, kinds)

    def _strength(self, strengths: Mapping[Strength, float], confidence: float) -> Strength:
        flagged = confidence >= self.flag
        if flagged and strengths[Strength.ABSOLUTE] >= self.total * confidence:
            return Strength.ABSOLUTE
        return max((s for s in FORMS if s.flagged == flagged), key=lambda s: strengths[s])

    def _categories(self, kinds: Mapping[Category, float]) -> tuple[Category, ...]:
        chosen = tuple(c for c in CATEGORIES if kinds[c] >= self.categories[c][2])
        return chosen or (max(CATEGORIES, key=lambda c: kinds[c] / self.categories[c][2]),)


def softmax(scores: Sequence[float]) -> list[float]:
    """Probabilities that sum to 1."""
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def sigmoid(score: float) -> float:
    """The probability of a logit, without overflow."""
    return 1 / (1 + exp(-score)) if score >= 0 else exp(score) / (1 + exp(score))


def _best(labels: Sequence[_Label], scores: Sequence[int]) -> _Label:
    return labels[max(range(len(labels)), key=lambda at: scores[at])]
