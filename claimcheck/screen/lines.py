"""Lines of a file that may be damaged, of mixed encodings, or without line ends."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from claimcheck.screen.judging import LIMIT

_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BYTES = 4 * LIMIT


def lines(file: BinaryIO) -> Iterator[tuple[int, str | None]]:
    """(number from 1, line with its end); None for a line that is too long for a document, which is passed over.

    Each line is UTF-8 or else Windows-1252; a file that begins with a UTF-16 mark is UTF-16.
    """
    start = file.peek(4)[:4] if isinstance(file, io.BufferedReader) else b""
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            reader = io.TextIOWrapper(file, encoding, errors="replace", newline="")
            yield from ((number, line.lstrip("\ufeff")) for number, line in enumerate(reader, 1))
            return
    number = 0
    while data := file.readline(_BYTES):
        number += 1
        if len(data) == _BYTES and not data.endswith(b"\n"):
            while data and not data.endswith(b"\n"):
                data = file.readline(_BYTES)
            yield number, None
        else:
            yield number, text(data.removeprefix(codecs.BOM_UTF8) if number == 1 else data)


def text(data: bytes) -> str:
    """Bytes as UTF-8, or else as Windows-1252."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
