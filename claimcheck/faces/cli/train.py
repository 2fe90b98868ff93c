"""`claimcheck train`: the shipped model, rebuilt from the corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def train(
    corpus: Annotated[Path, typer.Option(help="The corpus folder.")] = Path("corpus"),
    out: Annotated[Path, typer.Option(help="The folder that the model is written to.")] = Path("models/default"),
    nets: Annotated[Path, typer.Option(help="The folder of the frozen phrase nets.")] = Path("models/phrases"),
    fit_nets: Annotated[bool, typer.Option("--fit-nets", help="Fit the phrase nets anew first; takes long.")] = False,
    seed: Annotated[int, typer.Option(help="Another seed gives another, equally good model.")] = 0,
) -> None:
    """Train a model on a corpus and write it.

    The phrase nets are frozen and stay as they are, unless --fit-nets is given, which needs PyTorch:
    pip install 'claimcheck-health[nets]'.

    Example: claimcheck train --corpus corpus --out models/default
    """
    # Imported here: scikit-learn is heavy, and only this command and evaluate need it.
    from claimcheck.learn import train as train_model
    from claimcheck.learn import train_nets

    def progress(step: str) -> None:
        typer.echo(step, err=True)

    if fit_nets:
        train_nets(corpus, nets, seed=seed, progress=progress)
    train_model(corpus, out, nets, seed=seed, progress=progress)
    typer.echo(f"The model is in {out}.")
