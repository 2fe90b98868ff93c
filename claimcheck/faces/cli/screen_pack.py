"""`claimcheck screen pack`: the evidence on one ad or one advertiser, self-contained."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a run.")]
Out = Annotated[Path, typer.Option("--out", help="A new folder for the pack.")]
Ids = Annotated[list[str] | None, typer.Option("--id", help="An ad's id; can be given more than once.")]
Advertiser = Annotated[str | None, typer.Option(help="All that is flagged of this advertiser.")]
Pdf = Annotated[bool, typer.Option("--pdf", help="A PDF too; needs the extra pdf.")]


def screen_pack(folder: Folder, out: Out, id: Ids = None, advertiser: Advertiser = None, pdf: Pdf = False) -> None:
    """Write an evidence pack: a page, the same as JSON, and a manifest of SHA-256 sums (sha256sum -c reads it too).

    It holds texts, hashes, capture times, source places, findings, citations, versions and verdicts.

    Example: claimcheck screen pack results --id 1234567 --out pack
    """
    from claimcheck.screen import Ledger, pack

    ledger = Ledger.open(folder)
    try:
        files = pack.write(ledger, out, id or (), advertiser, pdf=pdf)
    finally:
        ledger.close()
    typer.echo(f"The pack is in {out}: {', '.join(files)}.")
