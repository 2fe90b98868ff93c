"""Compiles the fitted readings into the runtime's files: whole-number weights, trees, thresholds, hashes."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from claimcheck.judge.decide import Decision
from claimcheck.judge.features import GROUPS
from claimcheck.judge.first import LANES, UNIT
from claimcheck.judge.model import FORMAT
from claimcheck.judge.table import LIMIT, key_of, pack
from claimcheck.learn.fit import Fitted, Heads
from claimcheck.learn.matrix import SCALES
from claimcheck.learn.phrases import ALL, Nets
from claimcheck.learn.trees import LEAF, Tree, compiled
from claimcheck.learn.words import Words

_PINNED = ("scikit-learn", "numpy", "scipy")


def compile_model(fitted: Fitted, words: Words, nets: Nets, corpus: str, folder: Path) -> None:
    """Writes the model's files into `folder`; `corpus` is the hash of the pages that it was trained on."""
    quantum, weights = quantise(fitted.heads)
    phrases, layers = nets.compiled(ALL)
    files = {
        "weights.bin": pack(_rows(fitted.heads, weights), len(LANES)),
        "lexicon.json": _json(words.classes),
        "phrases.bin": phrases,
        "phrases.json": _json(layers),
        "senses.bin": words.senses(),
        "forest.json": _json(_forest(fitted.trees)),
    }
    hashes = {name: sha256(content).hexdigest() for name, content in sorted(files.items())}
    manifest = {
        "format": FORMAT,
        "version": sha256("".join(hashes.values()).encode()).hexdigest()[:12],
        "corpus": corpus,
        "nets": nets.version,
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


def _forest(model: HistGradientBoostingClassifier) -> dict[str, Any]:
    """The trees as whole numbers; scikit-learn keeps them in a private attribute, hence the pinned version."""
    classes = [int(label) for label in model.classes_]
    if classes != list(range(len(classes))):
        raise ValueError("every strength needs at least one example")
    bases = [round(float(base) * UNIT) for base in np.ravel(model._baseline_prediction)]
    trees = [[_tree(stage[label].nodes) for stage in model._predictors] for label in classes]
    return compiled(bases, trees, int(model.n_features_in_))


def _tree(nodes: NDArray[Any]) -> Tree:
    leaf = nodes["is_leaf"].astype(bool)
    return Tree(
        np.where(leaf, LEAF, nodes["feature_idx"]).tolist(),
        np.where(leaf, 0, np.floor(nodes["num_threshold"])).astype(int).tolist(),
        nodes["left"].astype(int).tolist(),
        nodes["right"].astype(int).tolist(),
        np.where(leaf, np.rint(nodes["value"] * UNIT), 0).astype(int).tolist(),
    )


def _decision(decision: Decision) -> dict[str, Any]:
    categories = {category.value: list(values) for category, values in decision.categories.items()}
    return {
        "temperature": decision.temperature,
        "flag": decision.flag,
        "total": decision.total,
        "categories": categories,
    }


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
