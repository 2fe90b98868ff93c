"""`claimcheck explain`: what a name in a report means, with what is known on it."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from claimcheck.faces.cli import options


def explain(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="A category, strength, severity, hard case, jurisdiction, claim type or record: cure, vague, error, "
            "15, uk, pain, respine-2024.",
        ),
    ],
    ledger: options.Ledger = None,
    format: Annotated[Literal["text", "json"], typer.Option("--format", help="How to print.")] = "text",
) -> None:
    """Say what a name in a report means, and show what the ledger of evidence and rules holds on it.

    Example: claimcheck explain regeneration
    """
    from claimcheck.know import opened
    from claimcheck.know.answers import answer
    from claimcheck.know.pages import as_of

    book = opened(ledger or ())
    found = answer(name, book)
    if format == "json":
        import json

        typer.echo(json.dumps({"knowledge": book.version, **found.value}, ensure_ascii=False, indent=2))
    else:
        typer.echo(found.text + as_of(book.version), nl=False)
