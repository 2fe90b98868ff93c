"""One run of `claimcheck check`: sources through the stages that were asked for, into a report and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import strftime
from typing import TYPE_CHECKING

import typer

from claimcheck.errors import UsageError
from claimcheck.faces.cli.exits import ExitCode, exit_code
from claimcheck.faces.cli.output import layout_for, with_progress, writing
from claimcheck.faces.plan import Plan
from claimcheck.faces.ratchet import BaselineFile
from claimcheck.faces.sources import Examining, Inspection, examine_all, expand
from claimcheck.finding import Fault, Result
from claimcheck.report import render
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from claimcheck.faces.setting_aside import SettingAside

Stage = Callable[[Result], Result]


@dataclass(frozen=True)
class Extras:
    """What only the call can ask for."""

    output: Path | None = None
    update_baseline: bool = False
    changed_since: str | None = None
    add_suppressions: str | None = None
    author: str = ""
    until: str = ""
    today: str | None = None
    suggest: bool = False
    max_growth: int | None = None


def run(sources: list[str], settings: Settings, extras: Extras) -> ExitCode:
    """Check the sources, write the report and whatever else was asked for."""
    plan = Plan(settings, day(extras.today), suggest=extras.suggest, max_growth=extras.max_growth)
    named = list(expand(sources))
    if extras.update_baseline and extras.changed_since is not None:
        raise UsageError("A baseline of changed lines would forget the rest.", "Leave --changed-since out.")
    stages: list[Stage] = [plan.narrow]
    if extras.changed_since is not None:
        from claimcheck.faces.changed import changed_since

        changed = changed_since(extras.changed_since, Path.cwd())
        named = changed.sources(named)
        stages.append(changed.narrow)
    ratchet = BaselineFile(settings.baseline, plan.versions, update=extras.update_baseline)
    stages.append(ratchet.hold)
    aside = _setting_aside(extras, named)
    stages += [aside.gather] if aside else []
    inspection = Inspection(
        plan, named, sys.stdin.buffer.read, stages=stages, fails=plan.fails, examining=_examining(plan)
    )
    with writing(extras.output, named) as stream:
        results = with_progress(inspection, len(named))
        for piece in render(results, settings.format, tool=plan.versions, layout=layout_for(stream)):
            stream.write(piece)
    for line in ratchet.finish():
        typer.echo(f"claimcheck: {line}", err=True)
    done = extras.update_baseline or bool(aside)
    code = exit_code(inspection, None if done else settings.fail_on, settings.min_coverage)
    return max(code, _written(aside)) if aside else code


def day(named: str | None) -> str:
    """The day against which suppressions are held: the named one, or else this one. Nothing else asks the clock."""
    if named is None:
        return strftime("%Y-%m-%d")
    from claimcheck.suppress import is_date

    if not is_date(named):
        raise UsageError(f"--today is {named!r}.", "Write it like 2026-11-28.")
    return named


def _examining(plan: Plan) -> Examining:
    if plan.settings.jobs == 1:
        return examine_all
    from claimcheck.faces.parallel import Parallel

    return Parallel(plan.settings, plan.today, plan.settings.jobs, plan.suggest, plan.max_growth)


def _setting_aside(extras: Extras, named: list[str | Fault]) -> SettingAside | None:
    if extras.add_suppressions is None:
        if extras.author or extras.until:
            raise UsageError("--author and --until say more of a suppression.", "Use them with --add-suppressions.")
        return None
    from claimcheck.faces.setting_aside import SettingAside
    from claimcheck.suppress import checked_suppression

    return SettingAside(checked_suppression(extras.add_suppressions, extras.author, extras.until), named)


def _written(aside: SettingAside) -> ExitCode:
    for added in aside.write():
        what = "1 suppression" if added.count == 1 else f"{added.count:,} suppressions"
        typer.echo(f"claimcheck: {what} written to {added.path}", err=True)
    for fault in aside.faults:
        typer.echo(f"claimcheck: {fault.source}: {fault.text}", err=True)
    return ExitCode.UNREADABLE if aside.faults else ExitCode.CLEAN
