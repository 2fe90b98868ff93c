"""`claimcheck know`: the ledger of evidence, regulations and precedents: listed, shown, audited and compiled."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

ListFormat = Annotated[Literal["text", "json"], typer.Option("--format", help="How to print.")]
RecordId = Annotated[str, typer.Argument(metavar="ID", help="Such as respine-2024.")]


def know() -> None:
    """List, show and audit what is known: evidence, regulations and precedents.

    Example: claimcheck know list --category cure --jurisdiction eu
    """


def list_records(
    category: Annotated[str | None, typer.Option(help="Only what bears on this category.")] = None,
    jurisdiction: Annotated[str | None, typer.Option(help="Only rules and cases of this one, such as uk.")] = None,
    claim_type: Annotated[str | None, typer.Option(help="Only evidence on this, such as pain or safety.")] = None,
    format: ListFormat = "text",
) -> None:
    """List the records that bear on all that is asked.

    Example: claimcheck know list --claim-type safety
    """
    from claimcheck.know import ledger, selected
    from claimcheck.know.pages import listing

    records = selected(category, jurisdiction, claim_type)
    _print(listing(records), {"knowledge": ledger().version, "records": records}, format)


def show(id: RecordId, format: ListFormat = "text") -> None:
    """Show one record in full.

    Example: claimcheck know show respine-2024
    """
    from claimcheck.know import record
    from claimcheck.know.pages import page

    found = record(id)
    _print(page(found), found, format)


def audit(
    older_than: Annotated[str | None, typer.Option(metavar="DATE", help="As in 2026-11-23.")] = None,
    format: ListFormat = "text",
) -> None:
    """List what a person should look at again: old records, unread sources, malformed or missing identifiers.

    Example: claimcheck know audit --older-than 2026-06-01
    """
    from claimcheck.know import ledger
    from claimcheck.know.audit import concerns, told

    found = concerns(ledger(), older_than)
    values = [{"record": concern.record, "reason": concern.reason} for concern in found]
    _print(told(found), {"knowledge": ledger().version, "concerns": values}, format)


def compile_files(
    folder: Annotated[
        Path | None, typer.Option(help="Where the ledger's TOML files are.  [default: the program's]")
    ] = None,
) -> None:
    """Check the ledger's TOML files and write the ledger.json that the program reads.

    Example: claimcheck know compile --folder claimcheck/know
    """
    from claimcheck.know.compiled import SHIPPED, write

    typer.echo(f"The ledger is in {write(folder or SHIPPED)}.")


def _print(text: str, values: Any, format: Literal["text", "json"]) -> None:
    if format == "json":
        import json

        text = json.dumps(values, ensure_ascii=False, indent=2) + "\n"
    typer.echo(text, nl=False)


group = typer.Typer(name="know", rich_markup_mode=None, no_args_is_help=True)
group.callback()(know)
for name, command in (("list", list_records), ("show", show), ("audit", audit), ("compile", compile_files)):
    group.command(name)(command)
