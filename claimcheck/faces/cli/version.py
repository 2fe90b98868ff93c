"""`claimcheck version`: what is installed."""

from __future__ import annotations

import typer


def version() -> None:
    """Print the versions of the program and its model.

    Example: claimcheck version
    """
    from claimcheck.checker import Checker

    for part, number in Checker().versions.items():
        typer.echo(f"{part:<9} {number or '-'}")
