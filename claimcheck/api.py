"""The two calls that most users need, over one Checker that is made when first used."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from claimcheck.checker import Checker
from claimcheck.finding import Result


@cache
def _checker() -> Checker:
    return Checker(suggest=True)


def check(text: str, *, format: str = "text") -> Result:
    """The findings in a text.

    >>> import claimcheck
    >>> claimcheck.check("Our stem cells regrow your discs. Guaranteed.").worst.label
    'error'
    """
    return _checker().check(text, format=format)


def check_file(path: str | Path) -> Result:
    """The findings in a file of any supported format; raises ClaimcheckError where it cannot be read."""
    return _checker().check_path(path)
