"""`claimcheck screen rerun`: a past run judged again; what changed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from claimcheck.faces.cli.output import told_line

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a complete run.")]
Out = Annotated[Path, typer.Option("--out", help="A new folder for the new run.")]
PageKind = Annotated[
    Literal["seller", "neutral", "auto"] | None, typer.Option("--page-type", help="[default: as before]")
]
Jurisdiction = Annotated[str | None, typer.Option(help="Such as us,uk.  [default: as before]")]
Workers = Annotated[int, typer.Option(min=0, help="Processes on this machine.  [default: one a processor]")]
Export = Annotated[Literal["jsonl", "csv", "parquet"], typer.Option("--format", help="How to write the tables.")]


def screen_rerun(
    folder: Folder,
    out: Out,
    page_type: PageKind = None,
    jurisdiction: Jurisdiction = None,
    workers: Workers = 0,
    format: Export = "jsonl",
) -> None:
    """Judge the texts of a past run with this version's rules and model, and list what is judged otherwise.

    Example: claimcheck screen rerun results --out results-2 --jurisdiction uk
    """
    from claimcheck.screen import Engine, Recipe, rerun

    def recipe(settings: dict[str, Any]) -> Recipe:
        written = ",".join(settings["jurisdictions"]) if jurisdiction is None else jurisdiction
        rules = tuple(each.strip().lower() for each in written.split(",") if each.strip())
        return Recipe(page_type or settings["page_type"], rules)

    with told_line() as show:
        changes = rerun.again(folder, out, recipe, Engine(workers=workers), format, show=show)
    counts = (f"{count:,} {name.replace('_', ' ')}" for name, count in changes._asdict().items())
    typer.echo(f"{', '.join(counts)}.")
    typer.echo(f"They are listed in {out / rerun.CHANGES}.")
