"""`claimcheck evaluate`: the scorecard of a model on the held-out advertisers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer


def evaluate(
    corpus: Annotated[Path, typer.Option(help="The corpus folder.")] = Path("corpus"),
    model: Annotated[Path, typer.Option(help="The model's folder.")] = Path("models/default"),
    format: Annotated[Literal["markdown", "json"], typer.Option(help="How to print the scorecard.")] = "markdown",
    compare: Annotated[bool, typer.Option(help="Score simpler methods on the same pages too.")] = True,
    card: Annotated[Path | None, typer.Option(help="Also write the model card to this file.")] = None,
    calibration: Annotated[
        Path | None, typer.Option(help="Also write what screen report takes its thresholds from to this file.")
    ] = None,
) -> None:
    """Print how well a model does on advertisers that it was not trained on.

    Example: claimcheck evaluate --corpus corpus --model models/default
    """
    from claimcheck.learn import evaluate as score
    from claimcheck.learn import markdown, write, write_calibration

    scores = score(corpus, model, compare=compare)
    if card is not None:
        write(scores, card)
    if calibration is not None:
        write_calibration(corpus, model, calibration)
    if format == "json":
        import json

        typer.echo(json.dumps(scores.values, indent=2))
    else:
        typer.echo(markdown(scores), nl=False)
