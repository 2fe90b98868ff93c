"""`claimcheck screen verdict`: what people said of documents, kept in a run's ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a run.")]
Sheet = Annotated[Path, typer.Argument(metavar="FILE.csv", help="With columns document, hash, verdict and more.")]
Reviewer = Annotated[str, typer.Option(help="Who, where the file does not say.")]
At = Annotated[str, typer.Option(help="When (2026-11-28), where the file does not say.")]
Reason = Annotated[str, typer.Option(help="A short code, where the file does not say.")]


def screen_verdict(folder: Folder, file: Sheet, reviewer: Reviewer = "", at: At = "", reason: Reason = "") -> None:
    """Record verdicts (violating, clear or unsure) from a filled-in sheet; nothing said before is lost.

    Lines that are no verdicts are told and leave the exit code 2; the others are recorded.

    Example: claimcheck screen verdict results queue.csv --reviewer "R. Singh" --at 2026-11-28
    """
    from claimcheck.screen import Ledger, review

    ledger = Ledger.open(folder)
    try:
        labels, refused = review.read(ledger, file, {"reviewer": reviewer, "at": at, "reason": reason})
        new = review.record(ledger, labels)
    finally:
        ledger.close()
    typer.echo(f"{new:,} verdicts recorded, {len(labels) - new:,} known already, {len(refused):,} refused.")
    for line, problem in refused:
        typer.echo(f"{file}, line {line}: {problem}.", err=True)
    if refused:
        raise typer.Exit(2)
