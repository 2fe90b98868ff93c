"""`claimcheck screen sample`: a random sample of a run for people to label."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.faces.cli.output import writing

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a run.")]
Size = Annotated[int, typer.Option("-n", "--size", min=2, help="How many documents.")]
Seed = Annotated[int, typer.Option(help="Another seed draws another sample.")]
Output = Annotated[Path | None, typer.Option("--output", help="Write the sheet to this file.")]


def screen_sample(folder: Folder, size: Size = 300, seed: Seed = 0, output: Output = None) -> None:
    """Draw a stratified random sample and print it as a sheet to label, without what the judge said.

    Put violating, clear or unsure into the column verdict of each line.

    Example: claimcheck screen sample results -n 300 --output labels.csv
    """
    from claimcheck.screen import Ledger, cells, sample

    ledger = Ledger.open(folder)
    try:
        with writing(output) as stream:
            number = sample.draw(ledger, size, seed)
            sheet = csv.writer(stream, lineterminator="\n")
            sheet.writerow(sample.HEAD)
            sheet.writerows(map(cells, sample.sheet(ledger, number)))
    finally:
        ledger.close()
    typer.echo(f"Sample {number}. When it is labelled: claimcheck screen estimate {folder} FILE.csv", err=True)
