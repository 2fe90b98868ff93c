"""`claimcheck screen verify`: whether an evidence pack is as it was made."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Pack = Annotated[Path, typer.Argument(metavar="PACK", help="The folder of an evidence pack.")]


def screen_verify(pack: Pack) -> None:
    """Check a pack's files against its manifest, and its texts against their hashes.

    Sums show a change by accident; against one on purpose keep the manifest's own sum elsewhere. Exit codes: 0 all is
    as it was; 1 something has been changed; 2 this is no pack.

    Example: claimcheck screen verify pack
    """
    from claimcheck.screen import pack as packs

    problems = packs.verify(pack)
    for problem in problems:
        typer.echo(problem, err=True)
    if problems:
        raise typer.Exit(1)
    typer.echo(f"{pack} is as it was made.")
