"""The ledger's tables as files for other programs: JSON lines, CSV or Parquet, in parts that are whole or not there."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from claimcheck.errors import UsageError
from claimcheck.screen.ledger import TABLES, Ledger
from claimcheck.screen.parquet import arrow

FORMATS = ("jsonl", "csv", "parquet")
_ROWS = 100_000
_ORDER = {"documents": "document", "findings": "document, number", "faults": "document", "run": "name"}
_LISTS = ("citations", "cues")

Line = tuple[Any, ...]


def check(format: str) -> None:
    """Raises UsageError for a format that there is not, or that needs an extra."""
    if format not in FORMATS:
        raise UsageError(f"There is no export format {format!r}.", f"Use one of {', '.join(FORMATS)}.")
    if format == "parquet":
        arrow()


def write(ledger: Ledger, out: Path, format: str) -> None:
    """Writes each table into a folder of its name, `part-00000` and on; parts of an earlier export are replaced."""
    writer = _WRITERS[format]
    for table in TABLES:
        folder = out / table
        columns, rows = _table(ledger, table)
        written = set()
        try:
            folder.mkdir(exist_ok=True)
            number = 0
            while (lines := list(islice(rows, _ROWS))) or number == 0:
                path = folder / f"part-{number:05}.{format}"
                _replace(path, writer(columns, lines))
                written.add(path)
                number += 1
            for stale in set(folder.glob(f"part-*.{format}")) - written:
                stale.unlink()
        except OSError as error:
            raise UsageError(
                f"{folder} cannot be written: {error.strerror}.", "Give the same command again when it can."
            ) from error


def _table(ledger: Ledger, table: str) -> tuple[list[str], Iterator[Line]]:
    order = f" ORDER BY {_ORDER[table]}" if table in _ORDER else ""
    columns = [row[0] for row in ledger.rows("SELECT name FROM pragma_table_info(?)", (table,))]
    return columns, ledger.rows(f"SELECT * FROM {table}{order}")


def _replace(path: Path, content: bytes) -> None:
    """Writes the file under another name, waits until it is on disk, and only then gives it its own."""
    temporary = path.with_suffix(".writing")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def _jsonl(columns: Sequence[str], rows: Sequence[Line]) -> bytes:
    lists = [index for index, name in enumerate(columns) if name in _LISTS]
    lines = []
    for row in rows:
        values = list(row)
        for index in lists:
            values[index] = json.loads(values[index])
        lines.append(json.dumps(dict(zip(columns, values, strict=True)), ensure_ascii=False) + "\n")
    return "".join(lines).encode("utf-8", "replace")


def _csv(columns: Sequence[str], rows: Sequence[Line]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8", "replace")


def _parquet(columns: Sequence[str], rows: Sequence[Line]) -> bytes:
    library = arrow()
    from pyarrow import parquet

    kinds = {str: library.string(), int: library.int64(), float: library.float64()}
    values = list(zip(*rows, strict=True)) or [() for _ in columns]
    arrays = [
        library.array(column, kinds[float if name in _REALS else int if name in _WHOLES else str])
        for name, column in zip(columns, values, strict=True)
    ]
    sink = io.BytesIO()
    parquet.write_table(library.table(arrays, names=list(columns)), sink, compression="zstd")
    return sink.getvalue()


_REALS = ("reach", "confidence")
_COUNTS = ("characters", "read", "skipped", "failed", "judged", "findings", "rows", "faults", "flagged")
_WHOLES = (*_COUNTS, "document", "number", "start", "end", "severity")
_WRITERS: dict[str, Callable[[Sequence[str], Sequence[Line]], bytes]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "parquet": _parquet,
}
