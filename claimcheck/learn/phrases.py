"""The phrase nets as fitted, frozen in `models/phrases/`, and their compilation for the runtime.

`nets.py` fits them, with PyTorch, over word vectors from a sentence encoder; neither is needed afterwards. There is
one net for everything that is learnt from, and one a cross-validation fold that never saw the fold's advertisers: the
second reading learns from what those say. Folds go by the advertiser's name, so the nets serve a growing corpus too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimcheck.errors import CorpusError
from claimcheck.judge.first import UNIT
from claimcheck.judge.phrases import PLACES, PhraseNet, kind_feature
from claimcheck.judge.table import WeightTable, key_of, pack_raw

Numbers = NDArray[np.float32]
ALL = "all"
_BIAS, _MOST = 128, 127
_WEIGHT_LIMIT = 2047
_FILES = ("nets.npz", "vectors.npy", "words.txt")


@dataclass(frozen=True)
class Nets:
    """The words, their vectors (rows of int8, `unit` each) and the parameters of each net by name.

    Silent nets score everything 0: for models that may know nothing of pages that the nets were fitted on.
    """

    words: list[str]
    vectors: NDArray[np.int8]
    kinds: list[str]
    parameters: Mapping[str, Mapping[str, Numbers]]
    silent: bool = False

    @classmethod
    def read(cls, folder: Path) -> Nets:
        """The nets in a folder; raises CorpusError where a file is missing."""
        missing = [name for name in _FILES if not (folder / name).is_file()]
        if missing:
            raise CorpusError(f"{folder} lacks {', '.join(missing)}.", "Fit the nets: claimcheck train --fit-nets.")
        words = (folder / "words.txt").read_text(encoding="utf-8").split("\n")
        parameters: dict[str, dict[str, Numbers]] = {}
        with np.load(folder / "nets.npz", allow_pickle=False) as stored:
            kinds = [str(kind) for kind in stored["kinds"]]
            for name in sorted(stored.files):
                net, _, part = name.partition("/")
                if part:
                    parameters.setdefault(net, {})[part] = stored[name]
        return cls(words, np.load(folder / "vectors.npy", allow_pickle=False), kinds, parameters)

    @cached_property
    def version(self) -> str:
        """A hash over words, vectors and parameters."""
        digest = sha256("\n".join(self.words).encode())
        digest.update(self.vectors.tobytes())
        for name, parts in sorted(self.parameters.items()):
            digest.update(name.encode())
            for part in sorted(parts):
                digest.update(part.encode() + np.ascontiguousarray(parts[part], dtype="<f4").tobytes())
        return digest.hexdigest()[:12]

    def net(self, name: str) -> PhraseNet:
        """A net as the runtime runs it: `all`, or a fold's number."""
        table, dense = self.compiled(name)
        return PhraseNet(WeightTable(table), dense)

    def compiled(self, name: str) -> tuple[bytes, dict[str, Any]]:
        """The table and the layers of a net, in whole numbers (see `claimcheck.judge.phrases`)."""
        net = self.parameters[name]
        filters = np.concatenate([net["own.weight"], net["around.weight"]])
        size = self.vectors.shape[1]
        by_word = np.einsum("wd,fdp->wfp", self.vectors.astype(np.float32) * net["unit"], filters[:, :size])
        by_kind = np.einsum("kd,fdp->kfp", net["kinds.weight"], filters[:, size:])
        step = float(f"{np.quantile(np.abs(by_word), 0.9995) / _MOST:.6g}")
        rows = {key_of(word): _bytes(row, step) for word, row in zip(self.words, by_word, strict=True)}
        rows |= {key_of(kind_feature(k)): _bytes(row, step) for k, row in zip(self.kinds, by_kind[1:], strict=True)}
        biases = np.concatenate([net["own.bias"], net["around.bias"]])
        dense = {
            "filters": [len(net["own.bias"]), len(net["around.bias"])],
            "biases": np.rint(biases / step).astype(int).tolist(),
            "mark": round(1 / step),
            **_layers(net, step),
            **({"steps": [0.0, 0.0]} if self.silent else {}),
        }
        return pack_raw(rows, len(filters) * PLACES), dense


def _bytes(row: Numbers, step: float) -> bytes:
    """A word's answers, filter by filter, one byte for each of the `PLACES` places."""
    whole = np.clip(np.rint(row / step), -_MOST, _MOST).astype(int) + _BIAS
    if whole.shape[1] != PLACES:
        raise ValueError(f"a filter spans {PLACES} words")
    return bytes(whole.reshape(-1).tolist())


def _layers(net: Mapping[str, Numbers], step: float) -> dict[str, Any]:
    layer = np.concatenate([net["hidden.weight"], net["direct.weight"]])
    layer_step = float(f"{np.abs(layer).max() / _WEIGHT_LIMIT:.6g}")
    biases = np.concatenate([net["hidden.bias"], net["direct.bias"] + net["out.bias"]])
    out_step = float(f"{np.abs(net['out.weight']).max() / _WEIGHT_LIMIT:.6g}")
    return {
        "layer": np.rint(layer.T / layer_step).astype(int).tolist(),
        "layer_biases": np.rint(biases / (step * layer_step)).astype(int).tolist(),
        "out": np.rint(net["out.weight"] / out_step).astype(int).tolist(),
        "steps": [step * layer_step * UNIT, step * layer_step * out_step * UNIT],
    }
