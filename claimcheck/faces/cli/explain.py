"""`claimcheck explain`: the codebook's page on a strength, a category or a hard case, or a record of what is known."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck import codebook
from claimcheck.errors import UsageError
from claimcheck.wrap import wrap

_WIDTH = 84


def explain(
    name: Annotated[
        str, typer.Argument(metavar="CATEGORY|STRENGTH|CASE|RECORD", help="Such as cure, vague, 15 or respine-2024.")
    ],
    ladder: Annotated[bool, typer.Option("--ladder", help="Show a claim on every rung of strength instead.")] = False,
) -> None:
    """Say what a category, a strength or a hard case means, or what a record of the ledger holds.

    With --ladder, the same claim at every strength from absolute to none, and what keeps each rung from the next.

    Example: claimcheck explain regeneration

    Example: claimcheck explain --ladder "PRP cures sciatica"
    """
    typer.echo(_ladder(name) if ladder else _page(name), nl=False)


def _ladder(text: str) -> str:
    from claimcheck.judge import default_judge
    from claimcheck.rewrite import ladder

    lines = []
    for rung in ladder(text, default_judge()):
        lines.append(f"{rung.strength.label:<10} {rung.text or '-'}")
        lines += [f"{'':<10} {line}" for line in wrap(rung.why, _WIDTH)]
        if rung.citations:
            lines.append(f"{'':<10} see: {', '.join(citation.record for citation in rung.citations)}")
        if rung.text and rung.read_as is not rung.strength:
            lines.append(f"{'':<10} (alone, the judge reads it as {rung.read_as.label})")
    return "\n".join(lines) + "\n"


def _page(name: str) -> str:
    try:
        return codebook.page(name)
    except UsageError:
        if "-" not in name:  # Every record's id has one; the codebook's words for what has none.
            raise
        from claimcheck.know import record
        from claimcheck.know.pages import page

        return page(record(name))
