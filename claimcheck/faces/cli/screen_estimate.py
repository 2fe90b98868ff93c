"""`claimcheck screen estimate`: the share of violating documents, from a labelled sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from claimcheck.screen.estimate import Estimate

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a run.")]
Sheet = Annotated[Path, typer.Argument(metavar="LABELS.csv", help="The filled-in sheet of screen sample.")]
Number = Annotated[int | None, typer.Option("--sample", help="Which sample.  [default: the last]")]
Format = Annotated[Literal["text", "json"], typer.Option("--format", help="How to print.")]
# A sample is labelled by somebody at some time, which the estimate does not depend on.
_DEFAULTS = {"reviewer": "-", "at": "1970-01-01"}


def screen_estimate(folder: Folder, labels: Sheet, number: Number = None, format: Format = "text") -> None:
    """Estimate the share of violating documents with a 95 % interval, with the judge's help and without it.

    The interval speaks of sampling alone: it is as right as the labels are.

    Example: claimcheck screen estimate results labels.csv
    """
    from claimcheck.screen import Ledger, review, sample

    ledger = Ledger.open(folder)
    try:
        said, refused = review.read(ledger, labels, _DEFAULTS)
        found = sample.prevalence(ledger, said, number)
    finally:
        ledger.close()
    for line, problem in refused:
        typer.echo(f"{labels}, line {line}: {problem}; left out.", err=True)
    if format == "json":
        import json

        typer.echo(json.dumps({**_plain(found), "refused": len(refused)}, indent=2))
    else:
        typer.echo(f"Of {found.population:,} judged documents ({found.faults:,} faults are not among them):")
        typer.echo(f"  prediction-powered  {_told(found.powered)}  (scores weigh {found.trust:.2f})")
        typer.echo(f"  classical           {_told(found.classical)}")
        typer.echo(f"violate, by {found.labelled:,} labels; {found.missing:,} of the sample have none or are unsure.")
    if refused:
        raise typer.Exit(2)


def _told(estimate: Estimate) -> str:
    return f"{estimate.share:7.2%}  [{estimate.low:.2%}, {estimate.high:.2%}]"


def _plain(value: object) -> dict[str, object]:
    from dataclasses import asdict

    return asdict(value)  # type: ignore[call-overload, no-any-return]
