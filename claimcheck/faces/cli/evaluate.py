"""`claimcheck evaluate`: the scorecard of a model on the held-out advertisers, or of a labelled table in folds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal

import typer


def evaluate(
    corpus: Annotated[Path, typer.Option(help="The corpus folder.")] = Path("corpus"),
    model: Annotated[Path, typer.Option(help="The model's folder.")] = Path("models/default"),
    format: Annotated[Literal["markdown", "json"], typer.Option(help="How to print the scores.")] = "markdown",
    compare: Annotated[bool, typer.Option(help="Score simpler methods on the same pages or folds too.")] = True,
    card: Annotated[Path | None, typer.Option(help="Also write the model card to this file.")] = None,
    data: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Cross-validate this labelled table (.csv, .tsv, .jsonl) instead."),
    ] = None,
    text: Annotated[str, typer.Option(metavar="COLUMN", help="With --data: the column of texts.")] = "text",
    label: Annotated[str, typer.Option(metavar="COLUMN", help="With --data: the column of labels.")] = "label",
    group: Annotated[
        str, typer.Option(metavar="COLUMN", help="With --data: rows alike in this column share a fold.")
    ] = "",
    folds: Annotated[int, typer.Option(help="With --data: how many folds.")] = 5,
    seed: Annotated[int, typer.Option(help="With --data: another seed shuffles otherwise.")] = 0,
) -> None:
    """Print how well a model does on advertisers that it was not trained on, or how well a table's labels are learnt.

    Example: claimcheck evaluate --data abstracts.csv --text sentence --label strength --folds 5 --format json
    """
    if data is not None:
        from claimcheck.learn import Columns, cross_validate, read_table, table_markdown

        table = read_table(data, Columns(text, label, group))
        scores = cross_validate(table, folds=folds, seed=seed, compare=compare, progress=_tell)
        _print(scores.values, table_markdown(scores), format)
        return
    from claimcheck.learn import evaluate as score
    from claimcheck.learn import markdown, write

    scored = score(corpus, model, compare=compare)
    if card is not None:
        write(scored, card)
    _print(scored.values, "" if format == "json" else markdown(scored), format)


def _print(values: dict[str, Any], told: str, format: str) -> None:
    typer.echo(json.dumps(values, ensure_ascii=False, indent=2) if format == "json" else told, nl=format == "json")


def _tell(step: str) -> None:
    typer.echo(step, err=True)
