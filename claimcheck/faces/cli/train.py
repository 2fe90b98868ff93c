"""`claimcheck train`: the shipped model, rebuilt from the corpus, or a text classifier for any labelled table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.errors import UsageError
from claimcheck.faces.cli import options

_DEFAULT = Path("models/default")


def train(
    corpus: options.Corpus = Path("corpus"),
    out: Annotated[
        Path | None, typer.Option(help="The folder that the model is written to.  [default: models/default]")
    ] = None,
    nets: Annotated[Path, typer.Option(help="The folder of the frozen phrase nets.")] = Path("models/phrases"),
    fit_nets: Annotated[bool, typer.Option("--fit-nets", help="Fit the phrase nets anew first; takes long.")] = False,
    seed: Annotated[int, typer.Option(help="Another seed gives another, equally good model.")] = 0,
    data: options.Data = None,
    text: options.Text = "text",
    label: options.Label = "label",
    group: options.Group = "",
) -> None:
    """Train a model on a corpus, or on a labelled table of your own, and write it.

    The phrase nets are frozen and stay as they are, unless --fit-nets is given, which needs PyTorch:
    pip install 'claimcheck-health[nets]'.

    Example: claimcheck train --data abstracts.csv --text sentence --label strength --out strength-model
    """
    if data is not None:
        if out is None:
            raise UsageError("A model from a table needs a folder of its own.", "Name one with --out.")
        _from_table(data, (text, label, group), out, seed)
        return
    # Imported here: scikit-learn is heavy, and only the commands that learn need it.
    from claimcheck.learn import train as train_model
    from claimcheck.learn import train_nets

    def progress(step: str) -> None:
        typer.echo(step, err=True)

    folder = out or _DEFAULT
    if fit_nets:
        train_nets(corpus, nets, seed=seed, progress=progress)
    train_model(corpus, folder, nets, seed=seed, progress=progress)
    typer.echo(f"The model is in {folder}.")


def _from_table(data: Path, names: tuple[str, str, str], out: Path, seed: int) -> None:
    from claimcheck.learn import Columns, TextClassifier, check_free, read_table

    check_free(out)
    table = read_table(data, Columns(*names))
    model = TextClassifier(random_state=seed).fit(table.texts, table.labels, groups=table.groups or None)
    model.save(out)
    counts = ", ".join(f"{name} ({count})" for name, count in table.counts.items())
    typer.echo(f"The model is in {out}: {model.choice_.model}, C {model.choice_.C:g}, from {len(table.texts)} rows.")
    typer.echo(f"Labels: {counts}.")
