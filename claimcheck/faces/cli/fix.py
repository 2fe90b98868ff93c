"""`claimcheck fix`: suggestions made in the files themselves, shown as a diff or written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from claimcheck.errors import ClaimcheckError, ReadError, UsageError
from claimcheck.faces.cli import options
from claimcheck.faces.cli.exits import ExitCode
from claimcheck.faces.sources import STANDARD_INPUT, expand, is_url
from claimcheck.finding import Fault, Finding

if TYPE_CHECKING:
    from claimcheck.faces.plan import Plan

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files and folders.")]


def fix(
    paths: Paths,
    diff: Annotated[bool, typer.Option("--diff", help="Show the edits and write nothing.  [default]")] = False,
    write: Annotated[bool, typer.Option("--write", help="Write the files.")] = False,
    apply: Annotated[bool, typer.Option("--apply", help="Only edits that cut claims out.  [default]")] = False,
    confirm: Annotated[bool, typer.Option("--confirm", help="Also those that say what is known.")] = False,
    all: Annotated[bool, typer.Option("--all", help="Also those that take out whole sentences.")] = False,
    format: Annotated[Literal["text", "json"], typer.Option("--format", help="How to report.")] = "text",
    input_format: options.InputFormat = None,
    page_type: options.PageType = None,
    jurisdiction: options.Jurisdiction = None,
    ledger: options.Ledger = None,
    preset: options.Preset = None,
    phrases: options.Phrases = None,
    today: options.Today = None,
    max_growth: options.MaxGrowth = None,
) -> None:
    """Rewrite what is flagged, in place, and say what was done, left and skipped.

    Nothing is written without --write. Every edit is read again on its page; one that is still flagged is put back.
    The diff goes to standard output, the account of every finding to standard error.

    Exit codes: 0 nothing is left; 1 findings are left, or edits wait for --write; 2 a file could not be read or
    written.

    Example: claimcheck fix landing.html --confirm --diff
    """
    from claimcheck.faces.cli.checking import day
    from claimcheck.faces.plan import Plan

    if diff and write:
        raise UsageError("--diff and --write exclude each other.", "Leave one out.")
    settings = options.settings(locals())
    plan = Plan(settings, day(today), suggest=True, max_growth=max_growth)
    if apply and (confirm or all):
        raise UsageError("--apply excludes --confirm and --all.", "Name one of them.")
    level = "all" if all else "confirm" if confirm else "apply"
    outcomes = _outcomes(paths, plan, level, write=write)
    codes = _told_as_json(outcomes) if format == "json" else [_told(outcome) for outcome in outcomes]
    raise typer.Exit(max(codes, default=ExitCode.CLEAN))


def _outcomes(paths: Iterable[str], plan: Plan, level: str, *, write: bool) -> Iterator[dict[str, Any]]:
    """What came of each file, as the JSON report has it; `code` is its exit code."""
    from claimcheck.faces.fixing import LEVELS, fixed_file
    from claimcheck.faces.fixing import write as written

    for named in expand(paths):
        try:
            if isinstance(named, Fault):
                raise ReadError(named.problem, named.remedy)
            if named == STANDARD_INPUT or is_url(named):
                raise ReadError(f"{named} cannot be fixed.", "Name a file or a folder.")
            path = Path(named)
            file = fixed_file(path, plan.checker(path), LEVELS[level], plan.settings.at(path).input_format)
            if write and file.changed:
                written(file)
        except ClaimcheckError as error:
            source = named.source if isinstance(named, Fault) else named
            yield {"source": source, "fault": f"{error.problem} {error.remedy}", "code": ExitCode.UNREADABLE}
            continue
        fixed = file.fixed
        rest = bool(fixed.left or fixed.skipped) or (file.changed and not write)
        yield {
            "source": named,
            "written": write and file.changed,
            "diff": "".join(file.diff()),
            **{kind: [_entry(*pair) for pair in getattr(fixed, kind)] for kind in ("applied", "left", "skipped")},
            "code": ExitCode.FINDINGS if rest else ExitCode.CLEAN,
        }


def _entry(finding: Finding, reason: str) -> dict[str, Any]:
    rewrite = finding.rewrite
    return {
        "line": finding.start.line,
        "column": finding.start.column,
        "text": finding.text,
        "rewrite": rewrite.text if rewrite else "",
        "applicability": rewrite.applicability.name.lower() if rewrite else "show",
        "citations": [each.record for each in rewrite.citations] if rewrite else [],
        "reason": reason,
    }


def _told(outcome: dict[str, Any]) -> ExitCode:
    """The diff on standard output, the account on standard error."""
    if "fault" in outcome:
        typer.echo(f"{outcome['source']}: {outcome['fault']}", err=True)
    else:
        typer.echo(outcome["diff"], nl=False)
        for kind in ("applied", "left", "skipped"):
            for entry in outcome[kind]:
                place = f"{outcome['source']}:{entry['line']}:{entry['column']}"
                typer.echo(f"{place}  {kind}  {entry['text']}\n    {entry['reason']}", err=True)
        counts = ", ".join(f"{len(outcome[kind])} {kind}" for kind in ("applied", "left", "skipped"))
        typer.echo(f"{outcome['source']}: {counts}{'; written' if outcome['written'] else ''}.", err=True)
    return ExitCode(outcome["code"])


def _told_as_json(outcomes: Iterable[dict[str, Any]]) -> list[ExitCode]:
    import json

    found = list(outcomes)
    codes = [ExitCode(outcome.pop("code")) for outcome in found]
    typer.echo(json.dumps({"schema": "claimcheck/fix/1", "documents": found}, indent=2))
    return codes
