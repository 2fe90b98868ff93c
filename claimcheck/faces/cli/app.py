"""The command line: every command in a file of its own, imported when it is called."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Annotated, Any, NoReturn, cast

import typer
from typer.core import TyperGroup
from typer.main import get_group

from claimcheck.faces.cli.exits import guarded

COMMANDS = ("check", "fix", "screen", "explain", "know", "rules", "version", "train", "evaluate", "predict", "corpus")


class Commands(TyperGroup):
    """Imports and builds a command only when it is called or listed: most calls need one of them."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.commands = cast("Any", dict.fromkeys(COMMANDS))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 (Typer gives it)
        """The command of that name; None where there is none."""
        return _built(cmd_name) if cmd_name in self.commands else None


def module(name: str) -> ModuleType:
    """The file of a command: a function of the same name and, where it has commands of its own, their `group`."""
    return import_module(f"claimcheck.faces.cli.{name}")


def _built(name: str) -> Any:
    alone = typer.Typer(**_LOOKS)
    file = module(name)
    if hasattr(file, "group"):
        alone.add_typer(file.group)
    else:
        alone.command()(getattr(file, name))
    return get_group(alone).commands[name]


_LOOKS: dict[str, Any] = {"rich_markup_mode": None, "pretty_exceptions_enable": False, "add_completion": False}
app = typer.Typer(
    name="claimcheck",
    help="Flags overclaiming statements in marketing copy for stem-cell treatments of back pain, and says why.",
    epilog="Not flagged does not mean lawful, and nothing here is legal advice.",
    cls=Commands,
    no_args_is_help=True,
    **_LOOKS,
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


def main() -> NoReturn:
    """Runs the command line and exits with its code."""
    sys.exit(guarded(lambda: app(prog_name="claimcheck")))
