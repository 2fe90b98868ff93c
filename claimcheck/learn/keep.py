"""A text classifier as a folder: described by a manifest, audited by hashes, then constructed. No pickle is ever read.

`manifest.json` (format, parameters, labels, hashes), `words.json` (the word data it reads with), `terms.json` (the
features of each group, in column order) and `weights.npz` (plain arrays: idf, weights, biases).
"""

from __future__ import annotations

import io
import json
import tempfile
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimcheck.errors import ModelError, TableError
from claimcheck.learn.linear import Choice, Planes
from claimcheck.learn.plain import GROUPS, PlainReader
from claimcheck.learn.terms import Terms
from claimcheck.learn.words import Words

FORMAT = "claimcheck/text-classifier/1"
FILES = ("terms.json", "weights.npz", "words.json")
_REMEDY = "Train it again with claimcheck train --data."


@dataclass(frozen=True)
class Kept:
    """What a fitted text classifier consists of; `classes` are its labels in the order of its scores."""

    parameters: dict[str, Any]
    choice: Choice
    classes: NDArray[Any]
    reader: PlainReader
    terms: tuple[Terms, ...]
    planes: Planes


def save(model: Kept, folder: Path) -> None:
    """Writes the files beside the folder first, so that the folder is never half-written."""
    check_free(folder)
    contents = _contents(model)
    hashes = {name: sha256(content).hexdigest() for name, content in contents.items()}
    manifest = {
        "format": FORMAT,
        "version": sha256("".join(hashes.values()).encode()).hexdigest()[:12],
        "made_with": {name: version(name) for name in ("scikit-learn", "numpy")},
        "parameters": model.parameters,
        "choice": asdict(model.choice),
        "labels": model.classes.tolist(),
        "label_type": model.classes.dtype.str,
        "groups": GROUPS,
        "files": hashes,
    }
    contents["manifest.json"] = _json(manifest, indent=1)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".claimcheck-", dir=folder.parent) as beside:
        fresh = Path(beside) / "fresh"
        fresh.mkdir()
        for name, content in contents.items():
            (fresh / name).write_bytes(content)
        if folder.exists():
            folder.rename(Path(beside) / "old")
        fresh.rename(folder)


def check_free(folder: Path) -> None:
    """Raises TableError where writing a model into the folder would overwrite something else."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    try:
        known = json.loads((folder / "manifest.json").read_bytes()).get("format") == FORMAT
    except (OSError, ValueError, AttributeError):
        known = False
    if not known or {path.name for path in folder.iterdir()} - {*FILES, "manifest.json"}:
        raise TableError(f"{folder} holds something else than a text classifier.", "Name a new folder with --out.")


def load(folder: Path) -> Kept:
    """The model in a folder."""
    manifest = _manifest(folder)
    contents = {name: _audited(folder / name, manifest) for name in FILES}
    try:
        return _construct(manifest, contents)
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"The text classifier in {folder} does not hold together: {error}.", _REMEDY) from error


def _contents(model: Kept) -> dict[str, bytes]:
    reader = model.reader
    words = {"classes": reader.words.classes, "groups": reader.words.groups, "relations": reader.relations}
    arrays = {f"idf_{name}": terms.idf for name, terms in zip(GROUPS, model.terms, strict=True)}
    weights = io.BytesIO()
    np.savez_compressed(weights, weights=model.planes.weights, biases=model.planes.biases, **arrays)  # type: ignore[arg-type]
    return {
        "terms.json": _json({name: list(terms.columns) for name, terms in zip(GROUPS, model.terms, strict=True)}),
        "weights.npz": weights.getvalue(),
        "words.json": _json(words),
    }


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
    except (OSError, ValueError) as error:
        raise ModelError(
            f"The manifest of the text classifier in {folder} cannot be read: {error}.", _REMEDY
        ) from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise ModelError(f"The model in {folder} is not of the format {FORMAT}.", _REMEDY)
    if tuple(manifest.get("groups", ())) != GROUPS:
        raise ModelError(f"The text classifier in {folder} was made for other features.", _REMEDY)
    return manifest


def _audited(path: Path, manifest: dict[str, Any]) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(f"The model file {path} cannot be read: {error}.", _REMEDY) from error
    if sha256(content).hexdigest() != manifest.get("files", {}).get(path.name):
        raise ModelError(f"The model file {path} is not the one that its manifest describes.", _REMEDY)
    return content


def _construct(manifest: dict[str, Any], contents: dict[str, bytes]) -> Kept:
    words, terms = json.loads(contents["words.json"]), json.loads(contents["terms.json"])
    arrays = np.load(io.BytesIO(contents["weights.npz"]), allow_pickle=False)
    model = Kept(
        manifest["parameters"],
        Choice(**manifest["choice"]),
        np.array(manifest["labels"], dtype=manifest["label_type"]),
        PlainReader(Words(words["classes"], words["groups"]), words["relations"]),
        tuple(Terms({term: at for at, term in enumerate(terms[name])}, arrays[f"idf_{name}"]) for name in GROUPS),
        Planes(arrays["weights"], arrays["biases"]),
    )
    if model.planes.weights.shape[0] != sum(len(each.columns) for each in model.terms):
        raise ValueError("weights and features differ in number")
    return model


def _json(value: Any, indent: int | None = None) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=indent) + "\n").encode()
