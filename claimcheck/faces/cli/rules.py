"""`claimcheck rules`: a team's own phrases, tested by the examples that stand beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def rules() -> None:
    """Test phrases of your own, to flag or to allow, by the examples in their file.

    Example: claimcheck rules test phrases.toml
    """


def test(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Files of [[flag]] and [[allow]] phrases.")],
) -> None:
    """Check every text under `flagged` and `passed`; exit with 1 where one does not come out as it says.

    Example: claimcheck rules test phrases.toml
    """
    from claimcheck.checker import Checker
    from claimcheck.phrases import Phrases, failures

    phrases = Phrases.load(files)
    checker = Checker(phrases=phrases)
    failed = failures(phrases, lambda text: checker.check(text).flagged)
    for failure in failed:
        typer.echo(failure.text)
    tests = sum(len(each.flagged) + len(each.passed) for each in (*phrases.flags, *phrases.allows))
    count = len(phrases.flags) + len(phrases.allows)
    told = f"{count} phrase{'' if count == 1 else 's'}, {tests} test{'' if tests == 1 else 's'}"
    typer.echo(f"{told}, {len(failed)} failed")
    raise typer.Exit(1 if failed else 0)


group = typer.Typer(name="rules", rich_markup_mode=None, no_args_is_help=True)
group.callback()(rules)
group.command("test")(test)
