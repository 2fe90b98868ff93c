"""`claimcheck explain`: what a name in a report means, or why a text is or is not flagged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from claimcheck.claim import PageType
from claimcheck.errors import UsageError
from claimcheck.faces.cli import options
from claimcheck.wrap import wrap

_WIDTH = 84


def explain(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="A category, strength, severity, hard case, jurisdiction, claim type or record: cure, vague, error, "
            "15, uk, pain, respine-2024.",
        ),
    ] = None,
    ledger: options.Ledger = None,
    format: Annotated[Literal["text", "json"], typer.Option("--format", help="How to print.")] = "text",
    ladder: Annotated[bool, typer.Option("--ladder", help="Show a claim on every rung of strength instead.")] = False,
    text: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Instead of a name: sentences to account for, flagged or not.")
    ] = None,
    context: Annotated[
        Path | None, typer.Option(metavar="FILE", help="With --text: the page that the text stands in, or would stand.")
    ] = None,
    page_type: Annotated[
        Literal["seller", "neutral", "auto"], typer.Option(help="With --text: whether the page sells the treatment.")
    ] = "auto",
) -> None:
    """Say what a name in a report means, with what the ledger holds on it, or why a text is or is not flagged.

    With --ladder, the same claim at every strength from absolute to none, and what keeps each rung from the next.

    Example: claimcheck explain regeneration
    Example: claimcheck explain --ladder "PRP cures sciatica"
    Example: claimcheck explain --text "It reduces pain." --context page.html
    """
    if (name is None) == (text is None):
        raise UsageError(
            "explain takes a name or a text.", 'Try claimcheck explain cure, or claimcheck explain --text "...".'
        )
    if text is None and context is not None:
        raise UsageError("--context is the page around a text.", "Give the text with --text.")
    if ladder:
        typer.echo(_ladder(text or name or "", format), nl=False)
    elif text is not None:
        _account(text, context, PageType(page_type), format)
    else:
        _named(name or "", ledger, format)


def _named(name: str, ledger: list[Path] | None, format: str) -> None:
    from claimcheck.know import opened
    from claimcheck.know.answers import answer
    from claimcheck.know.pages import as_of

    book = opened(ledger or ())
    found = answer(name, book)
    if format == "json":
        typer.echo(json.dumps({"knowledge": book.version, **found.value}, ensure_ascii=False, indent=2))
    else:
        typer.echo(found.text + as_of(book.version), nl=False)


def _ladder(text: str, format: str) -> str:
    from claimcheck.judge import default_judge
    from claimcheck.rewrite import ladder

    rungs = ladder(text, default_judge())
    if format == "json":
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


def _account(text: str, context: Path | None, page_type: PageType, format: str) -> None:
    from claimcheck.checker import Checker
    from claimcheck.report import TRACE_SCHEMA, trace_text, trace_value

    checker = Checker(page_type=page_type)
    traces = checker.explain(text, context=context)
    if format == "json":
        told = {"schema": TRACE_SCHEMA, "tool": checker.versions, "traces": [trace_value(each) for each in traces]}
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(map(trace_text, traces)), nl=False)
