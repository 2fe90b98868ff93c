"""`claimcheck explain`: what a name in a report means, with what is known on it."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from claimcheck.faces.cli import options
from claimcheck.wrap import wrap

_WIDTH = 84


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
    ladder: Annotated[bool, typer.Option("--ladder", help="Show a claim on every rung of strength instead.")] = False,
) -> None:
    """Say what a name in a report means, and show what the ledger of evidence and rules holds on it.

    With --ladder, the same claim at every strength from absolute to none, and what keeps each rung from the next.

    Example: claimcheck explain regeneration

    Example: claimcheck explain --ladder "PRP cures sciatica"
    """
    if ladder:
        typer.echo(_ladder(name, format), nl=False)
        return
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


def _ladder(text: str, format: str) -> str:
    from claimcheck.judge import default_judge
    from claimcheck.rewrite import ladder

    rungs = ladder(text, default_judge())
    if format == "json":
        import json

        told = [
            {
                "strength": rung.strength.label,
                "text": rung.text,
                "read_as": rung.read_as.label,
                "why": rung.why,
                "citations": [citation.record for citation in rung.citations],
            }
            for rung in rungs
        ]
        return json.dumps({"rungs": told}, ensure_ascii=False, indent=2) + "\n"
    lines = []
    for rung in rungs:
        lines.append(f"{rung.strength.label:<10} {rung.text or '-'}")
        lines += [f"{'':<10} {line}" for line in wrap(rung.why, _WIDTH)]
        if rung.citations:
            lines.append(f"{'':<10} see: {', '.join(citation.record for citation in rung.citations)}")
        if rung.text and rung.read_as is not rung.strength:
            lines.append(f"{'':<10} (alone, the judge reads it as {rung.read_as.label})")
    return "\n".join(lines) + "\n"
