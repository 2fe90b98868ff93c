"""The linear models that compete for a labelled table, and the inner cross-validation that chooses among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold
from sklearn.multiclass import OneVsRestClassifier
from sklearn.svm import LinearSVC

from claimcheck.learn.plain import Row
from claimcheck.learn.terms import matrix_of, terms_of

SVM, LOGISTIC = "svm", "logistic"
MODELS = (SVM, LOGISTIC)
_STRENGTHS = {SVM: (0.05, 0.2, 0.8), LOGISTIC: (1.0, 4.0, 16.0)}
_USUAL = 1

Labels = NDArray[np.int64]
Folds = list[tuple[NDArray[np.int64], NDArray[np.int64]]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind of model with its inverse penalty, and the macro-F1 that it was chosen for (None: there was no choice)."""

    model: str
    C: float
    macro_f1: float | None = None


@dataclass(frozen=True)
class Planes:
    """A fitted linear model: one column of weights and one bias a class (one in all where there are two classes)."""

    weights: NDArray[np.float64]
    biases: NDArray[np.float64]

    def scores(self, matrix: csr_matrix) -> NDArray[np.float64]:
        """The distance of each row from each plane; of the second class where there are two."""
        scores: NDArray[np.float64] = matrix @ self.weights + self.biases
        return scores

    def classes(self, matrix: csr_matrix) -> Labels:
        """The number of each row's likeliest class."""
        scores = self.scores(matrix)
        best = scores[:, 0] > 0 if scores.shape[1] == 1 else scores.argmax(axis=1)
        return best.astype(np.int64)


def fit_planes(matrix: csr_matrix, labels: Labels, choice: Choice, balanced: bool, seed: int) -> Planes:
    """One class against the rest, each by the chosen model; `balanced` gives rare classes more weight."""
    weight = "balanced" if balanced else None
    if choice.model == SVM:
        base = LinearSVC(C=choice.C, class_weight=weight, tol=1e-3, max_iter=10_000, random_state=seed)
    else:
        base = LogisticRegression(
            C=choice.C, class_weight=weight, solver="liblinear", dual=True, tol=1e-3, max_iter=10_000, random_state=seed
        )
    fitted = OneVsRestClassifier(base).fit(matrix, labels).estimators_
    return Planes(
        np.column_stack([each.coef_[0] for each in fitted]), np.array([each.intercept_[0] for each in fitted])
    )


def choose(
    rows: Sequence[Row],
    labels: Labels,
    candidates: Sequence[Choice],
    folds: Folds,
    settings: tuple[int, bool, int],
) -> Choice:
    """The candidate of the best macro-F1 over the folds, the first of equals.

    `settings` are the least count of a feature, whether rare classes weigh more, and the seed.
    """
    least, balanced, seed = settings
    if len(candidates) == 1 or not folds:
        return candidates[0]
    found = np.zeros((len(candidates), len(labels)), dtype=np.int64)
    for train, test in folds:
        known = [rows[at] for at in train]
        terms = terms_of(known, least)
        seen, asked = matrix_of(known, terms), matrix_of([rows[at] for at in test], terms)
        for number, candidate in enumerate(candidates):
            found[number, test] = fit_planes(seen, labels[train], candidate, balanced, seed).classes(asked)
    scores = [float(f1_score(labels, each, average="macro", zero_division=0)) for each in found]
    best = int(np.argmax(scores))
    return Choice(candidates[best].model, candidates[best].C, round(scores[best], 6))


def candidates_of(model: str, strength: float | None) -> list[Choice]:
    """What is left to choose from; the usual choice comes first, for when there is nothing to choose by."""
    kinds = MODELS if model == "auto" else (model,)
    if strength is not None:
        return [Choice(kind, strength) for kind in kinds]
    return [Choice(kind, each) for kind in kinds for each in _usual_first(_STRENGTHS[kind])]


def inner_folds(labels: Labels, groups: NDArray[np.int64] | None, count: int, seed: int) -> Folds:
    """Stratified folds, whole groups together; none where a class (or the groups) cannot fill two of them."""
    least = int(np.bincount(labels).min())
    if groups is not None:
        count = min(count, len(np.unique(groups)), least)
        splitter = StratifiedGroupKFold(count, shuffle=True, random_state=seed) if count > 1 else None
    else:
        count = min(count, least)
        splitter = StratifiedKFold(count, shuffle=True, random_state=seed) if count > 1 else None
    if splitter is None:
        return []
    folds = list(splitter.split(np.zeros(len(labels)), labels, groups))
    complete = len(np.unique(labels))
    return [(a, b) for a, b in folds if len(np.unique(labels[a])) == complete]


def _usual_first(strengths: Sequence[float]) -> Iterator[float]:
    yield strengths[_USUAL]
    yield from (each for at, each in enumerate(strengths) if at != _USUAL)
