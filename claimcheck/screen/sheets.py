"""Cells for spreadsheets, which take some texts for formulas: those get an apostrophe in front, and so stay texts.

https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_RISKY = ("=", "+", "-", "@", "\t", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def cells(values: Iterable[Any]) -> list[Any]:
    """The values of a row, texts that a spreadsheet would take for a formula made harmless.

    A bare carriage return becomes a line feed: the writer does not quote it, and a reader would begin a row there.
    """
    return [_text(value) if isinstance(value, str) else value for value in values]


def _text(value: str) -> str:
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{value}" if value.startswith(_RISKY) else value
