"""`claimcheck train`: the shipped model, rebuilt from the corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def train(
    corpus: Annotated[Path, typer.Option(help="The corpus folder.")] = Path("corpus"),
    out: Annotated[Path, typer.Option(help="The folder that the model is written to.")] = Path("models/default"),
    seed: Annotated[int, typer.Option(help="Another seed gives another, equally good model.")] = 0,
) -> None:
    """Train a model on a corpus and write it.

    Example: claimcheck train --corpus corpus --out models/default
    """
    # Imported here: scikit-learn is heavy, and only this command and evaluate need it.
    from claimcheck.learn import train as train_model

    train_model(corpus, out, seed=seed, progress=lambda step: typer.echo(step, err=True))
    typer.echo(f"The model is in {out}.")
