"""Compiles the fitted readings into the runtime's files: whole-number weights, trees and thresholds, hashes beside them."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import GradientBoostingClassifier

from claimcheck.judge.decide import Decision
from claimcheck.judge.features import GROUPS
from claimcheck.judge.first import LANES, UNIT
from claimcheck.judge.model import FORMAT
from claimcheck.judge.table import LIMIT, key_of, pack
from claimcheck.judge.trees import LEAF
from claimcheck.learn.fit import Fitted, Heads
from claimcheck.learn.matrix import SCALES
from claimcheck.learn.words import Words

_PINNED = ("scikit-learn", "numpy", "scipy")


def compile_model(fitted: Fitted, words: Words, corpus: str, folder: Path) -> None:
    """Writes the model's files into `folder`; `corpus` is the hash of the pages that it was trained on."""
    quantum, weights = quantise(fitted.heads)
    files = {
        "weights.bin": pack(_rows(fitted.heads, weights), len(LANES)),
        "lexicon.json": _json(words.classes),
        "senses.bin": words.senses(),
        "forest.json": _json(_forest(fitted.trees)),
    }
    hashes = {name: sha256(content).hexdigest() for name, content in sorted(files.items())}
    manifest = {
        "format": FORMAT,
        "version": sha256("".join(hashes.values()).encode()).hexdigest()[:12],
        "corpus": corpus,
        "made_with": {name: version(name) for name in _PINNED},
        "files": hashes,
        "groups": GROUPS,
        "lanes": LANES,
        "scales": SCALES,
        "quantum": quantum,
        "biases": [round(float(bias), 6) for bias in fitted.heads.biases],
        "decision": _decision(fitted.decision),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def quantise(heads: Heads) -> tuple[float, NDArray[np.int64]]:
    """The weight of one step, and the weights in whole steps that fit a lane."""
    largest = float(np.abs(heads.weights).max(initial=1e-9))
    quantum = float(f"{largest / LIMIT:.6g}")
    return quantum, np.clip(np.rint(heads.weights / quantum), -LIMIT, LIMIT).astype(np.int64)


def _rows(heads: Heads, weights: NDArray[np.int64]) -> dict[int, list[int]]:
    return {key_of(name): weights[column].tolist() for name, column in heads.vocabulary.columns.items()}


def _forest(model: GradientBoostingClassifier) -> dict[str, Any]:
    classes = [int(label) for label in model.classes_]
    if classes != list(range(len(classes))):
        raise ValueError("every strength needs at least one example")
    blank = np.zeros((1, model.n_features_in_))
    grown = model.decision_function(blank)[0]
    trees = [[_tree(stage[label].tree_, model.learning_rate) for stage in model.estimators_] for label in classes]
    bases = [
        round(
            (grown[label] - sum(model.learning_rate * stage[label].predict(blank)[0] for stage in model.estimators_))
            * UNIT
        )
        for label in classes
    ]
    return {"bases": bases, "trees": trees}


def _tree(tree: Any, rate: float) -> dict[str, list[int]]:
    leaf = tree.children_left < 0
    return {
        "feature": np.where(leaf, LEAF, tree.feature).tolist(),
        "threshold": np.where(leaf, 0, np.floor(tree.threshold)).astype(int).tolist(),
        "left": tree.children_left.tolist(),
        "right": tree.children_right.tolist(),
        "value": np.where(leaf, np.rint(tree.value[:, 0, 0] * rate * UNIT), 0).astype(int).tolist(),
    }


def _decision(decision: Decision) -> dict[str, Any]:
    categories = {category.value: list(values) for category, values in decision.categories.items()}
    return {"temperature": decision.temperature, "flag": decision.flag, "categories": categories}


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
