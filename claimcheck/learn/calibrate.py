"""Chooses how scores are read: the temperature, the flag's threshold, each category's calibration and threshold."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from claimcheck.claim import Category, Strength
from claimcheck.judge.decide import Decision
from claimcheck.judge.first import CATEGORIES, CATEGORY, UNIT

_TEMPERATURES = np.round(np.arange(0.6, 2.55, 0.05), 2)
_THRESHOLDS = np.round(np.arange(0.15, 0.71, 0.01), 2)


def choose(
    targets: NDArray[np.int8],
    strength: NDArray[np.int64],
    first: NDArray[np.int64],
    second: NDArray[np.float64],
) -> Decision:
    """The decision rule that fits cross-fitted scores best: likelihood for calibration, F1 for thresholds."""
    temperature = min(_TEMPERATURES, key=lambda t: _loss(second / UNIT / t, strength))
    probabilities = _softmax(second / UNIT / temperature)
    confidence = probabilities[:, Strength.VAGUE :].sum(axis=1)
    flagged = strength >= Strength.VAGUE
    flag = max(_THRESHOLDS, key=lambda t: (_f1(flagged, confidence >= t), -abs(t - 0.5)))
    found = flagged | (confidence >= flag)
    share = probabilities[:, Strength.ABSOLUTE] / confidence
    total = max(
        _THRESHOLDS,
        key=lambda t: (_f1(strength == Strength.ABSOLUTE, (confidence >= flag) & (share >= t)), -abs(t - 0.5)),
    )
    categories = {c: _category(targets, first, found, flagged, c) for c in CATEGORIES}
    return Decision(float(temperature), float(flag), float(total), categories)


def _category(
    targets: NDArray[np.int8],
    first: NDArray[np.int64],
    found: NDArray[np.bool_],
    flagged: NDArray[np.bool_],
    category: Category,
) -> tuple[float, float, float]:
    lane = CATEGORY.start + CATEGORIES.index(category)
    scores = first[:, lane] / UNIT
    marked = (targets[:, lane] == 1) & flagged
    if not marked[found].any():
        return 1.0, 0.0, 0.5
    model = LogisticRegression(C=100.0, solver="liblinear").fit(scores[found, None], marked[found])
    slope, offset = float(model.coef_[0, 0]), float(model.intercept_[0])
    probability = 1 / (1 + np.exp(-(slope * scores + offset)))
    best = max(_THRESHOLDS, key=lambda t: (_f1(marked[found], probability[found] >= t), -abs(t - 0.5)))
    return round(slope, 4), round(offset, 4), float(best)


def _loss(logits: NDArray[np.float64], strength: NDArray[np.int64]) -> float:
    probabilities = _softmax(logits)[np.arange(len(strength)), strength]
    return float(-np.log(np.maximum(probabilities, 1e-12)).mean())


def _softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    total: NDArray[np.float64] = powers / powers.sum(axis=1, keepdims=True)
    return total


def _f1(gold: NDArray[np.bool_], judged: NDArray[np.bool_]) -> float:
    return float(2 * (gold & judged).sum() / max(1, gold.sum() + judged.sum()))
