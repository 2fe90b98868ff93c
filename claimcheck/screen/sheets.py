"""Cells for spreadsheets, which take some texts for formulas: those get an apostrophe in front, and so stay texts.

https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def cells(values: Iterable[Any]) -> list[Any]:
    """The values of a row, texts that a spreadsheet would take for a formula made harmless."""
    return [f"'{value}" if isinstance(value, str) and value.startswith(_RISKY) else value for value in values]
