"""Cross-validation on a labelled table: how well its labels are learnt, beside the usual text classifier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import clone
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score, precision_recall_fscore_support
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from claimcheck.errors import TableError
from claimcheck.learn.classifier import TextClassifier
from claimcheck.learn.labelled import LabelledTable

SCHEMA = "claimcheck/table-scores/1"
_DIGITS = 4
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class TableScores:
    """The scores as nested plain values, ready for JSON; every row was judged by a model that did not learn from it."""

    values: dict[str, Any]


def cross_validate(
    table: LabelledTable,
    *,
    folds: int = 5,
    seed: int = 0,
    compare: bool = True,
    progress: Progress = lambda _: None,
) -> TableScores:
    """Stratified folds, the rows of one group in one fold; `compare` adds a TF-IDF word model and the commonest label.

    Raises TableError where a label has fewer rows, or the table fewer groups, than there are folds.
    """
    parts = _parts(table, folds, seed)
    labels = np.array(table.labels)
    found, chosen = labels.copy(), []
    for number, (train, test) in enumerate(parts, 1):
        progress(f"fold {number} of {folds}")
        model = TextClassifier(random_state=seed)
        sets = [table.groups[at] for at in train] if table.groups else None
        model.fit([table.texts[at] for at in train], labels[train], groups=sets)
        found[test] = model.predict([table.texts[at] for at in test])
        chosen.append(model.choice_)
    values: dict[str, Any] = {
        "schema": SCHEMA,
        "data": table.name,
        "rows": len(labels),
        "repeated_texts": table.repeated,
        "labels": table.counts,
        "folds": folds,
        "seed": seed,
        "groups": len(set(table.groups)) or None,
        **_scores(labels, found, parts),
        "chosen": [{"model": each.model, "C": each.C, "inner_macro_f1": each.macro_f1} for each in chosen],
    }
    if compare:
        values["comparison"] = _comparison(table, labels, parts)
    return TableScores(values)


def _parts(table: LabelledTable, folds: int, seed: int) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    if folds < 2:
        raise TableError(f"{folds} folds leave nothing to learn from.", "Ask for at least 2 with --folds.")
    label, fewest = min(table.counts.items(), key=lambda item: item[1])
    if fewest < folds:
        raise TableError(
            f"{table.name}: the label {label!r} has {fewest} rows; {folds} folds need that many of each.",
            "Ask for fewer folds with --folds, add rows of that label, or join it with another.",
        )
    number = len(set(table.groups))
    if table.groups and number < folds:
        raise TableError(
            f"{table.name} has {number} groups, fewer than the {folds} folds.", "Ask for fewer folds with --folds."
        )
    splitter = (StratifiedGroupKFold if table.groups else StratifiedKFold)(folds, shuffle=True, random_state=seed)
    parts = list(splitter.split(np.zeros(len(table.texts)), table.labels, table.groups or None))
    for train, _ in parts:
        if len({table.labels[at] for at in train}) < 2:
            raise TableError(
                f"{table.name}: with these groups a fold would learn from one label only.",
                "Ask for fewer folds with --folds, or leave --group out.",
            )
    return parts


def _scores(labels: NDArray[Any], found: NDArray[Any], parts: Sequence[Any]) -> dict[str, Any]:
    names = sorted(set(labels))
    precision, recall, f1, support = precision_recall_fscore_support(labels, found, labels=names, zero_division=0)
    return {
        "macro_f1": _macro(labels, found),
        "accuracy": round(float(accuracy_score(labels, found)), _DIGITS),
        "classes": {
            str(name): {
                "precision": round(float(precision[at]), _DIGITS),
                "recall": round(float(recall[at]), _DIGITS),
                "f1": round(float(f1[at]), _DIGITS),
                "support": int(support[at]),
            }
            for at, name in enumerate(names)
        },
        "confusion": {"labels": list(map(str, names)), "rows": confusion_matrix(labels, found, labels=names).tolist()},
        "by_fold": [{"rows": len(test), "macro_f1": _macro(labels[test], found[test])} for _, test in parts],
    }


def _comparison(table: LabelledTable, labels: NDArray[Any], parts: Sequence[Any]) -> dict[str, dict[str, float]]:
    usual = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        LinearSVC(class_weight="balanced", random_state=0),
    )
    found, most = labels.copy(), labels.copy()
    for train, test in parts:
        model = clone(usual).fit([table.texts[at] for at in train], labels[train])
        found[test] = model.predict([table.texts[at] for at in test])
        names, counts = np.unique(labels[train], return_counts=True)
        most[test] = names[counts.argmax()]
    rows = {"TF-IDF + linear SVM": found, "the commonest label": most}
    return {
        name: {"macro_f1": _macro(labels, each), "accuracy": round(float(accuracy_score(labels, each)), _DIGITS)}
        for name, each in rows.items()
    }


def _macro(labels: NDArray[Any], found: NDArray[Any]) -> float:
    return round(float(f1_score(labels, found, labels=sorted(set(labels)), average="macro", zero_division=0)), _DIGITS)
