"""`claimcheck corpus`: the labelled pages from which the judge learns: validated, counted and added to."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.faces.cli.exits import ExitCode

Folder = Annotated[Path, typer.Option("--corpus", help="The corpus folder.")]
Kept = Annotated[Path | None, typer.Option(metavar="FILE", help="More web sites that nothing may be modelled on.")]


def corpus() -> None:
    """Validate, count and grow the labelled pages from which the judge learns.

    Example: claimcheck corpus validate --corpus corpus
    """


def validate(corpus: Folder = Path("corpus"), kept: Kept = None) -> None:
    """Hold the corpus against its rules: schema, labels, names, near duplicates, sources, frozen splits.

    Exit codes: 0 sound; 1 problems, each told with file, line, reason and cure; 2 no corpus there.

    Example: claimcheck corpus validate --corpus corpus
    """
    from claimcheck.corpus.validate import validate as problems_of

    problems = problems_of(corpus, kept, _progress)
    for problem in problems:
        typer.echo(str(problem))
    if problems:
        typer.echo(f"{_counted(len(problems), 'problem')}.", err=True)
        raise typer.Exit(ExitCode.FINDINGS)
    typer.echo(f"{corpus} keeps to its rules.")


def add(
    drafts: Annotated[Path, typer.Argument(metavar="FOLDER", help="Holds ID.md or ID.html, ID.lab beside each.")],
    corpus: Folder = Path("corpus"),
    boost: Annotated[bool, typer.Option("--boost", help="Into boost/, which fills up rare strata.")] = False,
    kept: Kept = None,
) -> None:
    """Add a folder of labelled drafts: all of them, or, where one is faulty, none.

    Exit codes: 0 added; 1 problems, each told with file, line, reason and cure; 2 no drafts or no corpus there.

    Example: claimcheck corpus add drafts/ --corpus corpus
    """
    from claimcheck.corpus.add import Added
    from claimcheck.corpus.add import add as add_drafts

    result = add_drafts(drafts, corpus, boost=boost, kept=kept)
    if not isinstance(result, Added):
        for problem in result:
            typer.echo(str(problem))
        typer.echo(f"{_counted(len(result), 'problem')}; nothing was added.", err=True)
        raise typer.Exit(ExitCode.FINDINGS)
    pages, segments = _counted(result.pages, "page"), _counted(result.segments, "segment")
    typer.echo(f"Added {pages} with {segments}; pages read twice: {result.twice}.")
    typer.echo("Then: claimcheck corpus freeze.")


def freeze(corpus: Folder = Path("corpus"), kept: Kept = None) -> None:
    """Write down how the splits are now, and, with --kept, the hashes of the sites that nothing is modelled on.

    Example: claimcheck corpus freeze --corpus corpus
    """
    from claimcheck.corpus.freeze import freeze as write

    for file in write(corpus, kept):
        typer.echo(f"Wrote {file}.")


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _progress(step: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{step}" if step else "\r\x1b[K")
        sys.stderr.flush()


group = typer.Typer(name="corpus", rich_markup_mode=None, no_args_is_help=True)
group.callback()(corpus)
for command in (validate, add, freeze):
    group.command()(command)
