"""The model on disk: described by a manifest, audited by hashes, then constructed. No pickle is ever read.

A model folder holds `manifest.json` (format, version, decision, sizes, SHA-256 of the other files), `weights.bin`,
`senses.bin` and `phrases.bin` (see `table.py`), `lexicon.json` (word classes), `phrases.json` (the phrase net's layers)
and `forest.json` (the second reading's trees).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.claim import Category
from claimcheck.errors import ModelError
from claimcheck.judge.alone import Alone
from claimcheck.judge.decide import Decision
from claimcheck.judge.features import GROUPS
from claimcheck.judge.first import LANES, FirstReader
from claimcheck.judge.lexicon import Lexicon
from claimcheck.judge.phrases import PhraseNet
from claimcheck.judge.reading import Reader
from claimcheck.judge.stored import Stored
from claimcheck.judge.table import WeightTable
from claimcheck.judge.trees import Forest

FORMAT = "claimcheck/model/3"
FILES = ("forest.json", "lexicon.json", "phrases.bin", "phrases.json", "senses.bin", "weights.bin")
_REMEDY = "Install claimcheck-health again, or rebuild the model with claimcheck train."


@dataclass(frozen=True, slots=True)
class Model:
    """Everything that judging needs, loaded."""

    version: str
    reader: Reader
    first: FirstReader
    alone: Alone
    phrases: PhraseNet
    forest: Forest
    decision: Decision


def default_folder() -> Path:
    """Where the shipped model lies: inside the installed package, or in the repository that it is run from."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "_data" / "models" / "default", package.parent / "models" / "default"):
        if (folder / "manifest.json").is_file():
            return folder
    raise ModelError("The model that ships with claimcheck is not there.", _REMEDY)


def version_of(folder: Path) -> str:
    """The version of the model in a folder, told without loading it."""
    return str(_manifest(folder).get("version", ""))


@cache
def load(folder: Path) -> Model:
    """The model in a folder; raises ModelError where a file is missing, changed or of another format."""
    manifest = _manifest(folder)
    contents = {name: _read(folder / name, manifest["files"]) for name in FILES}
    try:
        return _construct(manifest, contents)
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"The model in {folder} does not hold together: {error}.", _REMEDY) from error


def _manifest(folder: Path) -> Mapping[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
    except (OSError, ValueError) as error:
        raise ModelError(f"The model's manifest in {folder} cannot be read: {error}.", _REMEDY) from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise ModelError(f"The model in {folder} is not of the format {FORMAT}.", _REMEDY)
    if tuple(manifest.get("lanes", ())) != LANES or tuple(manifest.get("groups", ())) != GROUPS:
        raise ModelError(f"The model in {folder} was made for other labels or features.", _REMEDY)
    return manifest


def _read(path: Path, hashes: Mapping[str, str]) -> Stored:
    try:
        content = Stored(path)
    except (OSError, ValueError) as error:
        raise ModelError(f"The model file {path} cannot be read: {error}.", _REMEDY) from error
    if content.hash != hashes.get(path.name):
        raise ModelError(f"The model file {path} is not the one that its manifest describes.", _REMEDY)
    return content


def _construct(manifest: Mapping[str, Any], contents: Mapping[str, Stored]) -> Model:
    table = WeightTable(contents["weights.bin"])
    first = FirstReader(table, manifest["biases"], manifest["scales"], manifest["quantum"])
    forest = json.loads(contents["forest.json"][:])
    stored = manifest["decision"]
    categories = {c: tuple(stored["categories"][c.value]) for c in Category}
    decision = Decision(stored["temperature"], stored["flag"], stored["total"], categories)
    lexicon = Lexicon(json.loads(contents["lexicon.json"][:]))
    reader = Reader(lexicon, WeightTable(contents["senses.bin"]))
    phrases = PhraseNet(WeightTable(contents["phrases.bin"]), json.loads(contents["phrases.json"][:]))
    return Model(manifest["version"], reader, first, Alone(first), phrases, Forest(forest), decision)
