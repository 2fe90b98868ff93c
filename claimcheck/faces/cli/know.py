"""`claimcheck know`: the ledger of evidence, regulations and precedents: listed, shown, audited and compiled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from claimcheck.faces.cli import options

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
    ledger: options.Ledger = None,
    format: ListFormat = "text",
) -> None:
    """List the records that bear on all that is asked.

    Example: claimcheck know list --claim-type safety
    """
    from claimcheck.know import opened, selected
    from claimcheck.know.audit import gaps, told_gaps
    from claimcheck.know.pages import as_of, listing

    book = opened(ledger or ())
    records = selected(category, jurisdiction, claim_type, book)
    missing = () if claim_type else gaps(book, category, jurisdiction)
    content = {"knowledge": book.version, "records": records, "gaps": missing}
    _print(listing(records) + told_gaps(missing) + as_of(book.version), content, format)


def show(id: RecordId, ledger: options.Ledger = None, format: ListFormat = "text") -> None:
    """Show one record in full.

    Example: claimcheck know show respine-2024
    """
    from claimcheck.know import opened, record
    from claimcheck.know.pages import as_of, page

    book = opened(ledger or ())
    found = record(id, book)
    _print(page(found) + as_of(book.version), {"knowledge": book.version, **found}, format)


def audit(
    older_than: Annotated[str | None, typer.Option(metavar="DATE", help="As in 2026-11-23.")] = None,
    ledger: options.Ledger = None,
    format: ListFormat = "text",
) -> None:
    """List what a person should look at again: old records, unread sources, malformed identifiers, known gaps.

    Example: claimcheck know audit --older-than 2026-06-01
    """
    from claimcheck.know import opened
    from claimcheck.know.audit import concerns, gaps, told, told_gaps
    from claimcheck.know.pages import as_of

    book = opened(ledger or ())
    found, open_gaps = concerns(book, older_than), gaps(book)
    values = [{"record": concern.record, "reason": concern.reason} for concern in found]
    content = {"knowledge": book.version, "concerns": values, "gaps": open_gaps}
    _print(told(found) + told_gaps(open_gaps) + as_of(book.version), content, format)


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A ledger.json, a folder of TOML files, or a TOML file.")],
    new: Annotated[
        Path | None, typer.Argument(metavar="[NEW]", help="Another one.  [default: the program's ledger]")
    ] = None,
    format: ListFormat = "text",
) -> None:
    """Show what changed from one ledger to another: records added, removed and changed, field by field.

    Example: claimcheck know diff old/ledger.json claimcheck/know/ledger.json
    """
    from claimcheck.know.changes import changes, contents, told
    from claimcheck.know.compiled import COMPILED, SHIPPED

    found = changes(contents(old), contents(new or SHIPPED / COMPILED))
    _print(told(found), found.value(), format)


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


_COMMANDS: dict[str, Callable[..., None]] = {
    "list": list_records,
    "show": show,
    "audit": audit,
    "diff": diff,
    "compile": compile_files,
}
group = typer.Typer(name="know", rich_markup_mode=None, no_args_is_help=True)
group.callback()(know)
for name, command in _COMMANDS.items():
    group.command(name)(command)
