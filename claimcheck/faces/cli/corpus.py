"""`claimcheck corpus`: the labelled pages from which the judge learns: validated, counted and added to."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from claimcheck.faces.cli.exits import ExitCode

if TYPE_CHECKING:
    from claimcheck.corpus.problem import Problem

Folder = Annotated[Path, typer.Option("--corpus", help="The corpus folder.")]
Format = Annotated[Literal["text", "json"], typer.Option("--format", help="How to print.")]
Readings = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Labels, page by page.")]
Reader = Annotated[str | None, typer.Option(help="Who labelled, where a file does not start with reader: NAME.")]
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
        raise _refused(result)
    pages, segments = _counted(result.pages, "page"), _counted(result.segments, "segment")
    typer.echo(f"Added {pages} with {segments}; pages read twice: {result.twice}.")
    typer.echo("Then: claimcheck corpus freeze.")


def stats(corpus: Folder = Path("corpus"), format: Format = "text") -> None:
    """Print every target of the corpus and whether it holds, with agreement and diversity.

    Example: claimcheck corpus stats --corpus corpus
    """
    from claimcheck.corpus.stats import stats as numbers
    from claimcheck.corpus.tables import stats_page

    found = numbers(corpus, _progress)
    _print(lambda: stats_page(found), found.values, format)


def agreement(
    corpus: Folder = Path("corpus"),
    listed: Annotated[bool, typer.Option("--list", help="Also list every disagreement, the widest first.")] = False,
    unsettled: Annotated[bool, typer.Option("--unsettled", help="Instead lay out what is left to settle.")] = False,
    format: Format = "text",
) -> None:
    """Print how far two readers agree: Krippendorff's alpha over all and by genre, and what was taken for what.

    Example: claimcheck corpus agreement --list
    """
    from claimcheck.corpus.agreement import read_twice, values
    from claimcheck.corpus.holdings import read_holdings
    from claimcheck.corpus.tables import agreement_page
    from claimcheck.corpus.worksheet import worksheet

    holdings = read_holdings(corpus)
    if unsettled:
        typer.echo(worksheet(holdings), nl=False)
        return
    pairs = read_twice(holdings)
    _print(lambda: agreement_page(pairs, listed=listed), values(pairs, listed=listed), format)


def duplicates(
    corpus: Folder = Path("corpus"),
    least: Annotated[float, typer.Option(min=0.3, max=1.0, help="How much alike: 1 is word for word.")] = 0.7,
    format: Format = "text",
) -> None:
    """List exact and near duplicates among the segments of different advertisers, with scores.

    Example: claimcheck corpus duplicates --least 0.6
    """
    from claimcheck.corpus.duplicates import duplicates as pairs_of
    from claimcheck.corpus.holdings import read_holdings
    from claimcheck.corpus.tables import duplicates_page

    found = pairs_of(read_holdings(corpus), least)
    _print(lambda: duplicates_page(found), [pair.values for pair in found], format)


def second(
    files: Readings,
    corpus: Folder = Path("corpus"),
    reader: Reader = None,
) -> None:
    """Add second readings of pages that the corpus has: all of them, or, where one is faulty, none.

    Under a line ### PAGE-ID stands a line for each segment, numbered from 0: NUMBER about form categories.

    Example: claimcheck corpus second part1.txt --reader r7
    """
    from claimcheck.corpus.readings import add_second

    _told(add_second(files, corpus, reader), "read a second time")


def settle(
    files: Readings,
    corpus: Folder = Path("corpus"),
    reader: Reader = None,
) -> None:
    """Give pages the settled labels of what their two readers labelled differently.

    The files are written as for second, with lines for the segments that are settled; agreement --unsettled lays
    out what is left.

    Example: claimcheck corpus settle settled.txt --reader r9
    """
    from claimcheck.corpus.readings import settle as settle_pages

    _told(settle_pages(files, corpus, reader), "settled")


def freeze(corpus: Folder = Path("corpus"), kept: Kept = None) -> None:
    """Write down how the splits are now, and, with --kept, the hashes of the sites that nothing is modelled on.

    Example: claimcheck corpus freeze --corpus corpus
    """
    from claimcheck.corpus.freeze import freeze as write

    for file in write(corpus, kept):
        typer.echo(f"Wrote {file}.")


def _print(text: Callable[[], str], values: Any, format: Literal["text", "json"]) -> None:
    if format == "json":
        import json

        typer.echo(json.dumps(values, ensure_ascii=False, indent=2))
    else:
        typer.echo(text(), nl=False)


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _told(result: Sequence[str] | Sequence[Problem], done: str) -> None:
    problems = [each for each in result if not isinstance(each, str)]
    if problems:
        raise _refused(problems)
    typer.echo(f"{_counted(len(result), 'page')} {done}.\nThen: claimcheck corpus freeze.")


def _refused(problems: Sequence[Problem]) -> typer.Exit:
    for problem in problems:
        typer.echo(str(problem))
    typer.echo(f"{_counted(len(problems), 'problem')}; nothing was changed.", err=True)
    return typer.Exit(ExitCode.FINDINGS)


def _progress(step: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{step}" if step else "\r\x1b[K")
        sys.stderr.flush()


group = typer.Typer(name="corpus", rich_markup_mode=None, no_args_is_help=True)
group.callback()(corpus)
for command in (validate, stats, agreement, duplicates, add, second, settle, freeze):
    group.command()(command)
