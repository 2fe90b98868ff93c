"""`claimcheck explain`: what a name in a report means, or why a text is or is not flagged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from claimcheck.claim import PageType
from claimcheck.errors import UsageError
from claimcheck.faces.cli import options


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

    Example: claimcheck explain regeneration
    Example: claimcheck explain --text "It reduces pain." --context page.html
    """
    if (name is None) == (text is None):
        raise UsageError(
            "explain takes a name or a text.", 'Try claimcheck explain cure, or claimcheck explain --text "...".'
        )
    if text is not None:
        _account(text, context, PageType(page_type), format)
        return
    if context is not None:
        raise UsageError("--context is the page around a text.", "Give the text with --text.")
    from claimcheck.know import opened
    from claimcheck.know.answers import answer
    from claimcheck.know.pages import as_of

    book = opened(ledger or ())
    found = answer(name or "", book)
    if format == "json":
        typer.echo(json.dumps({"knowledge": book.version, **found.value}, ensure_ascii=False, indent=2))
    else:
        typer.echo(found.text + as_of(book.version), nl=False)


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
