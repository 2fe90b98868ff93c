"""Fits the two readings with scikit-learn.

The first reading is one regularised logistic regression a lane. The second, small boosted trees, learns from first
scores that were made without the page's advertiser (cross-fitting), as it will meet them at run time. Temperature and
thresholds are chosen on second scores that were cross-fitted too. Advertisers never straddle folds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from claimcheck.claim import PageType
from claimcheck.judge.decide import Decision
from claimcheck.judge.first import FORMS, LANES, UNIT
from claimcheck.judge.second import inputs
from claimcheck.learn.calibrate import choose
from claimcheck.learn.examples import BOOST, FOLDS, Examples
from claimcheck.learn.matrix import Vocabulary

Progress = Callable[[str], None]
_INVERSE_PENALTY = 4.0
_NEVER = -12.0
_MOST_FEATURES = 80_000
_TREES = {
    "max_iter": 120,
    "max_leaf_nodes": 12,
    "learning_rate": 0.06,
    "min_samples_leaf": 60,
    "l2_regularization": 1.0,
    "max_features": 0.4,
    "early_stopping": False,
}


@dataclass(frozen=True)
class Heads:
    """The first reading as fitted: a vocabulary, one weight column and one bias a lane."""

    vocabulary: Vocabulary
    weights: NDArray[np.float64]
    biases: NDArray[np.float64]

    def scores(self, examples: Examples, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """First scores of the rows, in units of `1 / UNIT` logit."""
        matrix = self.vocabulary.matrix([examples.features[row] for row in rows])
        scores: NDArray[np.int64] = np.rint((matrix @ self.weights + self.biases) * UNIT).astype(np.int64)
        return scores


@dataclass(frozen=True)
class Fitted:
    """Both readings and how their scores are decided, before compilation."""

    heads: Heads
    trees: HistGradientBoostingClassifier
    decision: Decision


@dataclass(frozen=True)
class Crossed:
    """What cross-fitting gives: the natural rows, what the second reading sees of them, and how scores are decided."""

    natural: NDArray[np.int64]
    seen: NDArray[np.float64]
    decision: Decision


def fit(examples: Examples, *, seed: int = 0, progress: Progress = lambda _: None) -> Fitted:
    """Both readings, fitted on all examples."""
    crossed = cross(examples, seed=seed, progress=progress)
    progress("both readings, on everything")
    return fit_on(examples, crossed, np.arange(len(examples.features)), seed=seed)


def cross(examples: Examples, *, seed: int = 0, progress: Progress = lambda _: None) -> Crossed:
    """Scores of every natural row by readings that never saw its advertiser, and the decision chosen on them."""
    progress("first reading, cross-fitted")
    first = cross_fit(examples)
    natural = np.flatnonzero(examples.fold != BOOST)
    seen, strength = second_inputs(examples, first)[natural], examples.strength[natural]
    progress("second reading, cross-fitted")
    second = cross_fit_second(seen, strength, examples.fold[natural], seed)
    progress("temperature and thresholds")
    return Crossed(natural, seen, choose(examples.targets[natural], strength, first[natural], np.rint(second * UNIT)))


def fit_on(examples: Examples, crossed: Crossed, rows: NDArray[np.int64], *, seed: int = 0) -> Fitted:
    """Both readings, fitted on some rows; the decision is the one that cross-fitting chose."""
    chosen = np.isin(crossed.natural, rows)
    trees = _trees(crossed.seen[chosen], examples.strength[crossed.natural[chosen]], seed)
    return Fitted(fit_heads(examples, rows), trees, crossed.decision)


def cross_fit(examples: Examples) -> NDArray[np.int64]:
    """First scores of every row by heads that never saw its advertiser."""
    scores = np.zeros((len(examples.features), len(LANES)), dtype=np.int64)
    for fold in range(FOLDS):
        inside = np.flatnonzero(examples.fold == fold)
        if len(inside):
            scores[inside] = fit_heads(examples, np.flatnonzero(examples.fold != fold)).scores(examples, inside)
    return scores


def fit_heads(examples: Examples, rows: NDArray[np.int64]) -> Heads:
    """The first reading, fitted on some rows."""
    chosen = [examples.features[row] for row in rows]
    vocabulary = Vocabulary.of(chosen)
    matrix = vocabulary.matrix(chosen)
    targets = examples.targets[rows]
    fitted = Parallel(n_jobs=2)(delayed(_head)(matrix, targets[:, lane]) for lane in range(len(LANES)))
    weights = np.column_stack([w for w, _ in fitted])
    loudest = np.sort(np.argsort(-np.abs(weights).max(axis=1), kind="stable")[:_MOST_FEATURES])
    return Heads(vocabulary.only(loudest.tolist()), weights[loudest], np.array([b for _, b in fitted]))


def _head(matrix: csr_matrix, target: NDArray[np.int8]) -> tuple[NDArray[np.float64], float]:
    asked = np.flatnonzero(target >= 0)
    answers = target[asked]
    if answers.min(initial=1) == answers.max(initial=0):
        return np.zeros(matrix.shape[1]), _NEVER if not answers.any() else -_NEVER
    model = LogisticRegression(C=_INVERSE_PENALTY, solver="liblinear", dual=True, tol=1e-2, random_state=0)
    model.fit(matrix[asked], answers)
    return model.coef_[0], float(model.intercept_[0])


def second_inputs(examples: Examples, first: NDArray[np.int64]) -> NDArray[np.float64]:
    """What the second reading sees of every row."""
    rows = []
    for place, segments in examples.pages:
        reaches = [each.reach for each in examples.features[place]]
        rows += inputs(segments, first[place].tolist(), reaches, examples.phrases[place].tolist(), PageType.AUTO)
    return np.array(rows, dtype=np.float64)


def cross_fit_second(
    seen: NDArray[np.float64], strength: NDArray[np.int64], fold: NDArray[np.int64], seed: int
) -> NDArray[np.float64]:
    """Second scores, in logits, of every row by trees that never saw its advertiser."""
    scores = np.zeros((len(strength), len(FORMS)))
    for number in range(FOLDS):
        inside = fold == number
        if inside.any():
            scores[inside] = _trees(seen[~inside], strength[~inside], seed).decision_function(seen[inside])
    return scores


def _trees(seen: NDArray[np.float64], strength: NDArray[np.int64], seed: int) -> HistGradientBoostingClassifier:
    with threadpool_limits(limits=1):  # the sums do not depend on how many threads share them
        return HistGradientBoostingClassifier(random_state=seed, **_TREES).fit(seen, strength)
