"""The command line: every command in a file of its own, gathered here."""

from __future__ import annotations

import sys
from typing import NoReturn

import typer

from claimcheck.faces.cli import screen as screening
from claimcheck.faces.cli.check import check
from claimcheck.faces.cli.evaluate import evaluate
from claimcheck.faces.cli.exits import guarded
from claimcheck.faces.cli.explain import explain
from claimcheck.faces.cli.know import group, know
from claimcheck.faces.cli.train import train
from claimcheck.faces.cli.version import version

COMMANDS = (check, screening.screen, explain, know, version, train, evaluate)
GROUPS = {know: group, screening.screen: screening.group}

app = typer.Typer(
    name="claimcheck",
    help="Flags overclaiming statements in marketing copy for stem-cell treatments of back pain, and says why.",
    epilog="Not flagged does not mean lawful, and nothing here is legal advice.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    add_completion=False,
)
for command in COMMANDS:
    if command in GROUPS:
        app.add_typer(GROUPS[command])
    else:
        app.command()(command)


def main() -> NoReturn:
    """Runs the command line and exits with its code."""
    sys.exit(guarded(lambda: app(prog_name="claimcheck")))
