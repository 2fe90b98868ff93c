"""`claimcheck explain`: the codebook's page on a strength, a category or a hard case, or a record of what is known."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck import codebook
from claimcheck.errors import UsageError


def explain(
    name: Annotated[
        str, typer.Argument(metavar="CATEGORY|STRENGTH|CASE|RECORD", help="Such as cure, vague, 15 or respine-2024.")
    ],
) -> None:
    """Say what a category, a strength or a hard case means, or what a record of the ledger holds.

    Example: claimcheck explain regeneration
    """
    typer.echo(_page(name), nl=False)


def _page(name: str) -> str:
    try:
        return codebook.page(name)
    except UsageError:
        if "-" not in name:  # Every record's id has one; the codebook's words for what has none.
            raise
        from claimcheck.know import record
        from claimcheck.know.pages import page

        return page(record(name))
