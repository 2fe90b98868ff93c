"""A text classifier for any labels, by scikit-learn's conventions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.preprocessing import LabelEncoder
from sklearn.utils.metaestimators import available_if
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import check_consistent_length, check_is_fitted, column_or_1d

from claimcheck.learn.keep import Kept, load, save
from claimcheck.learn.linear import LOGISTIC, MODELS, candidates_of, choose, fit_planes, inner_folds
from claimcheck.learn.plain import PlainReader
from claimcheck.learn.terms import matrix_of, terms_of


def _has_probabilities(estimator: TextClassifier) -> bool:
    chosen = estimator.choice_.model if hasattr(estimator, "choice_") else estimator.model
    if chosen != LOGISTIC:
        raise AttributeError(f"{chosen!r} gives no probabilities; use model={LOGISTIC!r}, or decision_function.")
    return True


class TextClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Learns labels of short texts from words, characters, word classes and what hedges and denials reach.

    It takes a list or a one-dimensional array of strings, as scikit-learn's text vectorizers do, and labels of any
    kind; it fits into a Pipeline or a GridSearchCV.

    `model` is `svm`, `logistic` or `auto`, `C` the inverse penalty or None: what is left open is chosen by macro-F1 in
    `inner_folds` cross-validation folds inside `fit`. `class_weight` is `balanced` or None; features that stand in
    fewer than `min_count` texts are left out. After `fit`, `classes_` holds the labels in sorted order and `choice_`
    the model that was chosen.

    >>> texts = ["It may help.", "It might help.", "It helps.", "It surely helps."]
    >>> known = TextClassifier(min_count=1).fit(texts, ["open", "open", "sure", "sure"])
    >>> known.predict(["It might work."]).tolist()
    ['open']
    """

    def __init__(
        self,
        *,
        model: str = "auto",
        C: float | None = None,  # noqa: N803 (scikit-learn's name)
        class_weight: str | None = "balanced",
        min_count: int = 2,
        inner_folds: int = 3,
        random_state: int = 0,
    ) -> None:
        self.model = model
        self.C = C
        self.class_weight = class_weight
        self.min_count = min_count
        self.inner_folds = inner_folds
        self.random_state = random_state

    def fit(self, X: ArrayLike, y: ArrayLike, groups: ArrayLike | None = None) -> TextClassifier:  # noqa: N803
        """Learns the labels `y` of the texts `X`; texts of one group never straddle inner folds.

        Raises ValueError on texts that are none, on fewer than two classes and on parameters out of range.
        """
        self._check_parameters()
        texts = _texts(X)
        y = column_or_1d(y, warn=True)
        check_consistent_length(texts, y)
        check_classification_targets(y)
        encoder = LabelEncoder().fit(y)
        if len(encoder.classes_) < 2:
            raise ValueError(f"The labels hold one class only, {encoder.classes_[0]!r}; there is nothing to learn.")
        labels = encoder.transform(y).astype(np.int64)
        sets = None if groups is None else LabelEncoder().fit_transform(column_or_1d(groups)).astype(np.int64)
        if sets is not None:
            check_consistent_length(texts, sets)
        reader = PlainReader.shipped()
        rows = reader.rows(texts)
        balanced = self.class_weight == "balanced"
        settings = (self.min_count, balanced, self.random_state)
        candidates = candidates_of(self.model, self.C)
        folds = inner_folds(labels, sets, self.inner_folds, self.random_state) if len(candidates) > 1 else []
        self.choice_ = choose(rows, labels, candidates, folds, settings)
        self.terms_ = terms_of(rows, self.min_count)
        matrix = matrix_of(rows, self.terms_)
        if not matrix.shape[1]:
            raise ValueError(f"No feature stands in {self.min_count} texts; lower min_count, or give more texts.")
        self.planes_ = fit_planes(matrix, labels, self.choice_, balanced, self.random_state)
        self.reader_ = reader
        self.classes_ = encoder.classes_
        return self

    def decision_function(self, X: ArrayLike) -> NDArray[np.float64]:  # noqa: N803
        """One score a text and class, or one a text where there are two classes (positive: the second)."""
        check_is_fitted(self)
        scores = self.planes_.scores(matrix_of(self.reader_.rows(_texts(X)), self.terms_))
        return scores[:, 0] if len(self.classes_) == 2 else scores

    def predict(self, X: ArrayLike) -> NDArray[Any]:  # noqa: N803
        """The likeliest label of each text."""
        scores = self.scores(X)
        labels: NDArray[Any] = self.classes_[scores.argmax(axis=1)]
        return labels

    def scores(self, X: ArrayLike) -> NDArray[np.float64]:  # noqa: N803
        """One score a text and class, with two classes too: the higher, the likelier."""
        found = self.decision_function(X)
        return np.column_stack([-found, found]) if found.ndim == 1 else found

    @available_if(_has_probabilities)  # type: ignore[untyped-decorator]
    def predict_proba(self, X: ArrayLike) -> NDArray[np.float64]:  # noqa: N803
        """The probability of each class, one class against the rest, scaled to sum to 1; only for `logistic`."""
        one = 1 / (1 + np.exp(-self.decision_function(X)))
        if one.ndim == 1:
            return np.column_stack([1 - one, one])
        shares: NDArray[np.float64] = one / one.sum(axis=1, keepdims=True)
        return shares

    def save(self, folder: str | Path) -> None:
        """Writes the fitted model into a folder, whole or not at all; nothing is pickled.

        Raises TableError where the folder holds something else.
        """
        check_is_fitted(self)
        parameters = self.get_params(deep=False)
        save(Kept(parameters, self.choice_, self.classes_, self.reader_, self.terms_, self.planes_), Path(folder))

    @classmethod
    def load(cls, folder: str | Path) -> TextClassifier:
        """A fitted model from its folder; ModelError where it is missing, changed or of another format."""
        kept = load(Path(folder))
        model = cls(**kept.parameters)
        model.choice_, model.classes_, model.reader_ = kept.choice, kept.classes, kept.reader
        model.terms_, model.planes_ = kept.terms, kept.planes
        return model

    def _check_parameters(self) -> None:
        if self.model not in {"auto", *MODELS}:
            raise ValueError(f"model={self.model!r} is unknown; the models are auto, {', '.join(MODELS)}.")
        if self.C is not None and not self.C > 0:
            raise ValueError(f"C={self.C!r} has to be positive, or None.")
        if self.class_weight not in {None, "balanced"}:
            raise ValueError(f"class_weight={self.class_weight!r} has to be 'balanced' or None.")
        for name in ("min_count", "inner_folds"):
            if not getattr(self, name) >= 1:
                raise ValueError(f"{name}={getattr(self, name)!r} has to be at least 1.")

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        return tags


def _texts(given: ArrayLike) -> list[str]:
    if isinstance(given, str | bytes):
        raise ValueError("Expected several texts, a list or an array of strings, and got one string.")
    if getattr(given, "ndim", 1) != 1:
        raise ValueError(f"Expected a list or a one-dimensional array of texts, and got {given.ndim} dimensions.")  # type: ignore[union-attr]
    texts = list(given)  # type: ignore[arg-type]
    for at, text in enumerate(texts):
        if not isinstance(text, str):
            raise ValueError(f"Text {at} is {text!r} of type {type(text).__name__}, not a string.")
    if not texts:
        raise ValueError("Expected at least one text, and got none.")
    return [str(text) for text in texts]
