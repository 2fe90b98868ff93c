"""`claimcheck explain`: the codebook's page on a strength, a category or a hard case."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck import codebook


def explain(
    name: Annotated[str, typer.Argument(metavar="CATEGORY|STRENGTH|CASE", help="Such as cure, vague or 15.")],
) -> None:
    """Say what a category, a strength or a hard case means, and what to write instead.

    Example: claimcheck explain regeneration
    """
    typer.echo(codebook.page(name), nl=False)
