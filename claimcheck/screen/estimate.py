"""The share of violating documents from a labelled sample: the classical estimate, and the prediction-powered one.

The prediction-powered estimate (Angelopoulos et al., 2023, with the tuning of 2024) takes the judge's score of every
document and corrects it by what people found on the sample, so that a good judge narrows the interval and a bad one
does not mislead. Both are stratified.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

_LEVEL = 0.95
_PSEUDO = 2


@dataclass(frozen=True, slots=True)
class Stratum:
    """Part of the population: its size, the mean score of all of it, and (score, violating) of what is labelled."""

    name: str
    size: int
    mean_score: float
    labelled: tuple[tuple[float, bool], ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share between 0 and 1 with its 95 % interval."""

    share: float
    low: float
    high: float


def classical(strata: Sequence[Stratum]) -> Estimate:
    """The stratified mean of the labels; the scores are not looked at."""
    return _estimate(strata, 0.0)


def prediction_powered(strata: Sequence[Stratum]) -> Estimate:
    """The mean of all scores, corrected by the labels; how much the scores weigh is chosen by how well they fit."""
    return _estimate(strata, weight(strata))


def weight(strata: Sequence[Stratum]) -> float:
    """How far the scores are trusted, 0 to 1: what makes the variance least."""
    total = sum(stratum.size for stratum in strata)
    shared = spread = 0.0
    for stratum in strata:
        count = len(stratum.labelled)
        if count < 2:
            continue
        scores = [score for score, _ in stratum.labelled]
        labels = [float(label) for _, label in stratum.labelled]
        factor = (stratum.size / total) ** 2 / count * (1 - count / stratum.size)
        shared += factor * _covariance(scores, labels)
        spread += factor * _covariance(scores, scores)
    return min(1.0, max(0.0, shared / spread)) if spread > 0 else 0.0


def _estimate(strata: Sequence[Stratum], trust: float) -> Estimate:
    """Normal theory with Student's t; each stratum's variance counts one label of each kind more than was seen.

    Without that, a stratum in which nothing was found would pass for one in which there is nothing.
    """
    from scipy.stats import t as student

    total = sum(stratum.size for stratum in strata)
    share = variance = spent = 0.0
    for stratum in strata:
        part, count = stratum.size / total, len(stratum.labelled)
        rest = [float(label) - trust * score for score, label in stratum.labelled]
        share += part * (trust * stratum.mean_score + sum(rest) / count)
        widened = [*rest, -trust * stratum.mean_score, 1 - trust * stratum.mean_score]
        each = _covariance(widened, widened) / count if count < stratum.size else 0.0
        piece = part**2 * each * (1 - count / stratum.size)
        variance += piece
        spent += piece**2 / (count + _PSEUDO - 1)
    freedom = variance**2 / spent if spent > 0 else 1e9
    margin = float(student.ppf((1 + _LEVEL) / 2, freedom)) * sqrt(variance)
    return Estimate(min(1.0, max(0.0, share)), max(0.0, share - margin), min(1.0, share + margin))


def _covariance(one: Sequence[float], other: Sequence[float]) -> float:
    count = len(one)
    middle, others = sum(one) / count, sum(other) / count
    return sum((a - middle) * (b - others) for a, b in zip(one, other, strict=True)) / (count - 1)
