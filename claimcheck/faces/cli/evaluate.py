"""`claimcheck evaluate`: the scorecard of a model on the held-out advertisers, or of a labelled table in folds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from claimcheck.faces.cli import options

_TOLERANCE = 0.01


def evaluate(
    corpus: options.Corpus = Path("corpus"),
    model: Annotated[Path, typer.Option(help="The model's folder.")] = Path("models/default"),
    nets: Annotated[
        Path,
        typer.Option(help="With --leave-genre-out (which silences them) or --ablate: the folder of the phrase nets."),
    ] = Path("models/phrases"),
    format: Annotated[Literal["markdown", "json"], typer.Option(help="How to print the scores.")] = "markdown",
    compare: Annotated[bool, typer.Option(help="Score simpler methods on the same pages or folds too.")] = True,
    card: Annotated[Path | None, typer.Option(metavar="FILE", help="Also write the model card to this file.")] = None,
    scorecard: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Also write the scores as JSON to this file.")
    ] = None,
    calibration: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Also write what screen report takes its thresholds from to this file."),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Exit with 1 where flag F1 or kappa fell below this scorecard's."),
    ] = None,
    tolerance: Annotated[float, typer.Option(help="With --against: how far they may fall.")] = _TOLERANCE,
    leave_genre_out: Annotated[
        bool, typer.Option("--leave-genre-out", help="Train once for each genre, on the others, instead; takes hours.")
    ] = False,
    ablate: Annotated[
        bool,
        typer.Option("--ablate", help="Cross-validate the judge without each of its parts instead; takes an hour."),
    ] = False,
    data: options.Data = None,
    text: options.Text = "text",
    label: options.Label = "label",
    group: options.Group = "",
    folds: Annotated[int, typer.Option(help="With --data: how many folds.")] = 5,
    seed: Annotated[int, typer.Option(help="Another seed shuffles, or trains, otherwise.")] = 0,
) -> None:
    """Print how well a model does on advertisers that it was not trained on, or how well a table's labels are learnt.

    Example: claimcheck evaluate --data abstracts.csv --text sentence --label strength --folds 5 --format json
    """
    from claimcheck import learn

    if data is not None:
        table = learn.read_table(data, learn.Columns(text, label, group))
        scores = learn.cross_validate(table, folds=folds, seed=seed, compare=compare, progress=_tell)
        _print(scores.values, learn.table_markdown(scores), format)
        return
    if ablate:
        parts = learn.ablate(corpus, nets, seed=seed, progress=_tell)
        _print(parts, learn.ablation_markdown(parts), format)
        return
    if leave_genre_out:
        scored = learn.leave_genre_out(corpus, nets, seed=seed, progress=_tell)
    else:
        scored = learn.evaluate(corpus, model, compare=compare)
    if card is not None:
        learn.write(scored, card)
    if scorecard is not None:
        scorecard.write_text(json.dumps(scored.values, indent=1) + "\n", encoding="utf-8")
    if calibration is not None:
        learn.write_calibration(corpus, model, calibration)
    _print(scored.values, "" if format == "json" else learn.markdown(scored), format)
    fallen = learn.drops(scored, against, tolerance) if against is not None else []
    for told in fallen:
        _tell(told)
    if fallen:
        raise typer.Exit(1)


def _print(values: dict[str, Any], told: str, format: str) -> None:
    typer.echo(json.dumps(values, ensure_ascii=False, indent=2) if format == "json" else told, nl=format == "json")


def _tell(step: str) -> None:
    typer.echo(step, err=True)
