"""`claimcheck screen`: many ads and pages, from tables, folders and archives, into a ledger of findings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer
from typer.core import TyperGroup

from claimcheck.faces.cli.output import told_line
from claimcheck.faces.cli.screen_estimate import screen_estimate
from claimcheck.faces.cli.screen_pack import screen_pack
from claimcheck.faces.cli.screen_report import screen_report
from claimcheck.faces.cli.screen_rerun import screen_rerun
from claimcheck.faces.cli.screen_sample import screen_sample
from claimcheck.faces.cli.screen_verdict import screen_verdict
from claimcheck.faces.cli.screen_verify import screen_verify

RunSources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="CSV, JSON, JSON lines, Parquet, WARC, WET or pages, .gz too; files, folders, patterns.",
    ),
]
Out = Annotated[Path, typer.Option("--out", help="A new folder for the results, or that of the run to go on with.")]
Name = Annotated[str | None, typer.Option(help="The column, guessed without it; a dot goes into nested values.")]
Text = Annotated[str | None, typer.Option(help="The columns that hold the text, with commas between; else guessed.")]
Preset = Annotated[Literal["meta", "google"] | None, typer.Option(help="The columns of a known export.")]
TextFormat = Annotated[
    Literal["text", "markdown", "html"], typer.Option("--text-format", help="What texts in tables are.")
]
Export = Annotated[Literal["jsonl", "csv", "parquet"], typer.Option("--format", help="How to write the tables.")]
EngineName = Annotated[Literal["local", "dask", "spark"], typer.Option(help="Where to judge.")]
Workers = Annotated[int, typer.Option(min=0, help="Processes on this machine.  [default: one a processor]")]
Address = Annotated[str | None, typer.Option(help="A Dask scheduler (tcp://host:8786) or a Spark master.")]
Keep = Annotated[Literal["all", "flagged", "none"], typer.Option(help="Whose texts the ledger keeps.")]
PageKind = Annotated[Literal["seller", "neutral", "auto"], typer.Option("--page-type", help="Who publishes the texts.")]
Jurisdiction = Annotated[str | None, typer.Option(help="Cite the rules of these, such as us,uk.")]
ChunkRows = Annotated[int, typer.Option("--chunk", min=1, help="Rows that are judged and recorded together.")]
Patience = Annotated[float, typer.Option(min=1, help="Seconds without any progress until workers are replaced.")]


class RunByDefault(TyperGroup):
    """Takes what is no subcommand for the sources of a run."""

    def parse_args(self, ctx, args):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
        """The arguments, with `run` before them where no subcommand is named."""
        if args and args[0] not in self.commands and args[0] != "--help":
            args = ["run", *args]
        return super().parse_args(ctx, args)


def screen() -> None:
    """Screen many ads and pages: SOURCE... --out DIR, or one of the commands below on the folder of a run.

    Example: claimcheck screen ads.csv archive.warc.gz --out results
    """


def run(
    sources: RunSources,
    out: Out,
    text: Text = None,
    id: Name = None,
    advertiser: Name = None,
    url: Name = None,
    captured: Name = None,
    reach: Name = None,
    preset: Preset = None,
    text_format: TextFormat = "text",
    format: Export = "jsonl",
    engine: EngineName = "local",
    workers: Workers = 0,
    address: Address = None,
    keep: Keep = "all",
    page_type: PageKind = "auto",
    jurisdiction: Jurisdiction = None,
    chunk: ChunkRows = 256,
    patience: Patience = 600.0,
) -> None:
    """Screen sources into a folder. Stopped or killed at any moment, the same command goes on where it was.

    Exit codes: 0 the run is complete (what it found stands in the report); 2 a usage error, or a source of which
    nothing could be read; 3 an internal fault.

    Example: claimcheck screen ads.csv --text body --id ad_id --out results
    """
    # Imported here, so that --help and other commands do not load the judge.
    from claimcheck.screen import Columns, Engine, Plan, Reading, Recipe
    from claimcheck.screen import screen as run_screening

    named = {"id": id, "advertiser": advertiser, "url": url, "captured": captured, "reach": reach, "text": text}
    columns = Columns(**{field: tuple(value.split(",")) for field, value in named.items() if value})
    rules = tuple(each.strip().lower() for each in (jurisdiction or "").split(",") if each.strip())
    plan = Plan(
        Reading(tuple(sources), columns, preset, text_format),
        Recipe(page_type, rules, keep),
        Engine(engine, workers, address, patience),
        format,
        chunk,
    )
    with told_line() as show:
        try:
            total = run_screening(plan, out, tell=lambda said: typer.echo(said, err=True), show=show)
        except KeyboardInterrupt:
            typer.echo("Stopped. The same command goes on from here.", err=True)
            raise typer.Exit(130) from None
    typer.echo(f"{total.rows:,} rows: {total.flagged:,} flagged, {total.faults:,} faults. The ledger is in {out}.")
    typer.echo(f"Next: claimcheck screen report {out}", err=True)
    if total.unread:
        typer.echo(f"Of {total.unread:,} sources nothing was judged; see the tables coverage and faults.", err=True)
        raise typer.Exit(2)


group = typer.Typer(name="screen", cls=RunByDefault, rich_markup_mode=None, no_args_is_help=True)
group.callback()(screen)
group.command("run", hidden=True)(run)
for command in (
    screen_report,
    screen_verdict,
    screen_sample,
    screen_estimate,
    screen_pack,
    screen_verify,
    screen_rerun,
):
    group.command(command.__name__.removeprefix("screen_"))(command)
