"""The command line: every command in a file of its own, gathered here."""

from __future__ import annotations

import sys
from typing import Annotated, NoReturn

import typer

from claimcheck.faces.cli import know as know_file
from claimcheck.faces.cli import rules as rules_file
from claimcheck.faces.cli import screen as screening
from claimcheck.faces.cli.check import check
from claimcheck.faces.cli.corpus import corpus
from claimcheck.faces.cli.corpus import group as corpus_group
from claimcheck.faces.cli.evaluate import evaluate
from claimcheck.faces.cli.exits import guarded
from claimcheck.faces.cli.explain import explain
from claimcheck.faces.cli.fix import fix
from claimcheck.faces.cli.know import know
from claimcheck.faces.cli.predict import predict
from claimcheck.faces.cli.rules import rules
from claimcheck.faces.cli.train import train
from claimcheck.faces.cli.version import version

COMMANDS = (
    check,
    fix,
    screening.screen,
    explain,
    know,
    rules,
    version,
    train,
    evaluate,
    predict,
    corpus,
)
GROUPS = {know: know_file.group, rules: rules_file.group, corpus: corpus_group, screening.screen: screening.group}

app = typer.Typer(
    name="claimcheck",
    help="Flags overclaiming statements in marketing copy for stem-cell treatments of back pain, and says why.",
    epilog="Not flagged does not mean lawful, and nothing here is legal advice.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    add_completion=False,
)


def _print_version(asked: bool) -> None:
    if asked:
        from claimcheck.version import VERSION

        typer.echo(f"claimcheck {VERSION}")
        raise typer.Exit


@app.callback()
def _before(
    version: Annotated[  # its callback has done it
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


for command in COMMANDS:
    if command in GROUPS:
        app.add_typer(GROUPS[command])
    else:
        app.command()(command)


def main() -> NoReturn:
    """Runs the command line and exits with its code."""
    sys.exit(guarded(lambda: app(prog_name="claimcheck")))
