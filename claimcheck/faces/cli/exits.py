"""Exit codes, and how errors become them."""

from __future__ import annotations

import os
from collections.abc import Callable
from enum import IntEnum

import typer

from claimcheck.claim import Severity
from claimcheck.errors import ClaimcheckError
from claimcheck.faces.sources import Inspection


class ExitCode(IntEnum):
    """What a run of the program says to its caller; the highest that applies."""

    CLEAN = 0
    FINDINGS = 1
    UNREADABLE = 2
    INTERNAL = 3


def exit_code(inspection: Inspection, fail_on: Severity | None, min_coverage: float = 0.0) -> ExitCode:
    """The code of a finished inspection; a `fail_on` of None lets every finding pass.

    An inspection that knows which results fail goes before the severity. `min_coverage` is the least part of the text,
    in per cent, that has to be judged; too little is told on standard error and counts as not read.
    """
    summary = inspection.summary
    if inspection.crashed:
        return ExitCode.INTERNAL
    if 100 * summary.coverage.share < min_coverage:
        told = (
            f"only {100 * summary.coverage.share:.1f} % of the text was judged, less than the {min_coverage:g} % asked"
        )
        typer.echo(f"claimcheck: {told}; the report says what was set aside or lost", err=True)
        return ExitCode.UNREADABLE
    if summary.unread or summary.coverage.failed or summary.faults:
        return ExitCode.UNREADABLE
    if inspection.fails is not None:
        return ExitCode.FINDINGS if fail_on and inspection.failing else ExitCode.CLEAN
    worst = summary.worst
    return ExitCode.FINDINGS if fail_on and worst and worst >= fail_on else ExitCode.CLEAN


def guarded(run: Callable[[], None]) -> ExitCode:
    """Runs the program; an error that escapes is told on standard error, never as a traceback unless asked for."""
    try:
        run()
    except ClaimcheckError as error:
        typer.echo(f"claimcheck: {error.problem}\n{error.remedy}", err=True)
        return ExitCode.UNREADABLE
    except Exception as error:
        if os.environ.get("CLAIMCHECK_DEBUG"):
            _print_traceback(error)
        typer.echo(f"claimcheck: internal fault: {type(error).__name__}: {error}", err=True)
        typer.echo("Run again with CLAIMCHECK_DEBUG=1 and report what it prints.", err=True)
        return ExitCode.INTERNAL
    return ExitCode.CLEAN


def _print_traceback(error: Exception) -> None:
    import traceback

    traceback.print_exception(error)
