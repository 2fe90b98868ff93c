"""CSV, JSON lines and JSON as streams of records, each with its place; what cannot be read comes as a `Bad`."""

from __future__ import annotations

import csv
import json
import zlib
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, BinaryIO, NamedTuple

from claimcheck.screen.judging import LIMIT
from claimcheck.screen.lines import lines, text

SAMPLE = 100
_DELIMITERS = ",;\t|"
_PIECE = 1 << 16


class Bad(NamedTuple):
    """A record that cannot be read, and why."""

    problem: str
    remedy: str


Record = tuple[str, Mapping[str, Any] | Bad]
_TOO_LONG = Bad(f"The line is longer than {4 * LIMIT:,} bytes.", "Split it, or break the lines as the format asks.")


def csv_records(file: BinaryIO) -> Iterator[Record]:
    """The records of a CSV file with a header; the delimiter is told from the header."""
    csv.field_size_limit(LIMIT)
    numbered = lines(file)
    header_line = next(((number, line) for number, line in numbered if line is None or line.strip()), (0, ""))
    header = header_line[1] or ""
    delimiter = max(_DELIMITERS, key=header.count)
    state = _Position(header_line[0])
    feed = csv.reader(state.through(header, numbered), delimiter=delimiter, strict=False)
    try:
        names = [name.strip() for name in next(feed, [])]
    except csv.Error as error:
        yield "header", Bad(f"The header cannot be read: {error}.", "Check its line ends and its quotation marks.")
        return
    while True:
        start = state.number + 1
        try:
            cells = next(feed)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"line {start}", Bad(f"The record cannot be read: {error}.", "Check its quotation marks.")
            continue
        while state.skipped:
            yield f"line {state.skipped.pop(0)}", _TOO_LONG
        if cells:
            yield f"line {start}", _record(names, cells, state.number - start + 1)


def jsonl_records(file: BinaryIO) -> Iterator[Record]:
    """The objects of a file with one a line; empty lines are passed over."""
    for number, line in lines(file):
        if line is None:
            yield f"line {number}", _TOO_LONG
        elif line.strip():
            yield f"line {number}", _object(line)


def json_records(file: BinaryIO) -> Iterator[Record]:
    """The objects of a JSON list, or of the list under `data` of an object (as an API answers), one after another.

    Only one object is held at a time. A file that turns out to be JSON lines is read as such.
    """
    pieces = iter(lambda: file.read(_PIECE), b"")
    buffer = b""
    for piece in pieces:
        buffer += piece
        start = _list_start(buffer)
        if start is not None:
            yield from _elements(buffer[start:], pieces)
            return
        if len(buffer) > LIMIT:
            break
    for number, line in enumerate(text(buffer).splitlines(), 1):
        if line.strip():
            yield f"line {number}", _object(line)
    if len(buffer) > LIMIT:
        yield "byte 0", Bad("The file is no list of objects.", "Give a JSON list, or one object a line as .jsonl.")


def with_sample(records: Iterator[Record]) -> tuple[list[Record], Iterator[Record]]:
    """The first records, and all of them; an error among the first is raised after those before it."""
    head: list[Record] = []
    errors: list[Exception] = []
    try:
        for each in islice(records, SAMPLE):
            head.append(each)
    except (OSError, EOFError, zlib.error) as error:
        errors.append(error)

    def every() -> Iterator[Record]:
        yield from head
        if errors:
            raise errors[0]
        yield from records

    return head, every()


class _Position:
    """Follows which line the CSV reader has taken; lines that are too long are put aside."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.skipped: list[int] = []

    def through(self, header: str, numbered: Iterator[tuple[int, str | None]]) -> Iterator[str]:
        yield header
        for number, line in numbered:
            self.number = number
            if line is None:
                self.skipped.append(number)
            else:
                yield line


def _record(names: list[str], cells: list[str], height: int) -> Mapping[str, Any] | Bad:
    if len(cells) > len(names) and any(cells[len(names) :]):
        over = f"It has {len(cells)} fields and the header {len(names)}" + (
            f"; it spans {height} lines." if height > 1 else "."
        )
        return Bad(over, "Check its quotation marks and delimiters.")
    if len(cells) < len(names) and len(names) > 1 and len(cells) < 2:
        return Bad(f"It has 1 field and the header {len(names)}.", "Check its quotation marks and delimiters.")
    return dict(zip(names, cells, strict=False))


def _object(line: str) -> Mapping[str, Any] | Bad:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Bad(f"The line is no JSON: {error}.", "Mend or remove it.")
    return value if isinstance(value, dict) else Bad("The line is no JSON object.", "Each line has to be one object.")


def _list_start(buffer: bytes) -> int | None:
    """Where the list's first element begins; None while that cannot be told."""
    stripped = buffer.lstrip(b" \t\r\n\xef\xbb\xbf")
    offset = len(buffer) - len(stripped)
    if stripped.startswith(b"["):
        return offset + 1
    if stripped.startswith(b"{"):
        at = stripped.find(b'"data"')
        rest = stripped[at + 6 :].lstrip() if 0 <= at <= 200 else b""
        if rest.startswith(b":") and rest[1:].lstrip().startswith(b"["):
            return offset + stripped.index(b"[", at) + 1
    return None


def _elements(buffer: bytes, pieces: Iterator[bytes]) -> Iterator[Record]:
    decoder = json.JSONDecoder()
    number = 0
    held, tail = text_so_far(buffer)
    while True:
        held = held.lstrip(" \t\r\n,")
        if held.startswith("]"):
            return
        try:
            if not held:
                raise ValueError
            value, end = decoder.raw_decode(held)
        except (ValueError, RecursionError) as error:
            piece = next(pieces, b"") if len(held) <= LIMIT else b""
            if not piece:
                yield f"record {number + 1}", Bad(f"The list cannot be read on: {error}.", "Export the file again.")
                return
            # Twice as much each time, so that a long record is not tried again for each small piece.
            more = [piece, *islice(pieces, len(held) // _PIECE)]
            decoded, tail = text_so_far(tail + b"".join(more))
            held += decoded
            continue
        number, held = number + 1, held[end:]
        yield f"record {number}", value if isinstance(value, dict) else Bad("It is no JSON object.", "Remove it.")


def text_so_far(data: bytes) -> tuple[str, bytes]:
    """The text of bytes that may end within a character, and what is left of it."""
    cut = len(data)
    while cut and len(data) - cut < 3 and data[cut - 1] & 0xC0 == 0x80:
        cut -= 1
    if cut and data[cut - 1] >= 0xC0:
        width = 2 if data[cut - 1] < 0xE0 else 3 if data[cut - 1] < 0xF0 else 4
        if len(data) - (cut - 1) < width:
            return text(data[: cut - 1]), data[cut - 1 :]
    return text(data), b""
