"""The ledger's tables as files for other programs: JSON lines, CSV or Parquet, in parts that are whole or not there."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO

from claimcheck.errors import UsageError
from claimcheck.screen.ledger import TABLES, Ledger
from claimcheck.screen.parquet import arrow
from claimcheck.screen.sheets import cells

FORMATS = ("jsonl", "csv", "parquet")
_ROWS = 100_000
_GROUP = 10_000
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
    for table in TABLES:
        folder = out / table
        columns, rows = _table(ledger, table)
        written: set[Path] = set()
        try:
            folder.mkdir(exist_ok=True)
            ahead = next(rows, None)
            while ahead is not None or not written:
                path = folder / f"part-{len(written):05}.{format}"
                part = chain(() if ahead is None else (ahead,), islice(rows, _ROWS - 1))
                _replace(path, partial(_WRITERS[format], columns, part))
                written.add(path)
                ahead = next(rows, None)
            for stale in set(folder.glob(f"part-*.{format}")) - written:
                stale.unlink()
        except OSError as error:
            remedy = "Give the same command again when it can."
            raise UsageError(f"{folder} cannot be written: {error.strerror}.", remedy) from error


def _table(ledger: Ledger, table: str) -> tuple[list[str], Iterator[Line]]:
    order = f" ORDER BY {_ORDER[table]}" if table in _ORDER else ""
    columns = [row[0] for row in ledger.rows("SELECT name FROM pragma_table_info(?)", (table,))]
    return columns, ledger.rows(f"SELECT * FROM {table}{order}")


def _replace(path: Path, fill: Callable[[BinaryIO], None]) -> None:
    """Writes the file under another name, waits until it is on disk, and only then gives it its own."""
    temporary = path.with_suffix(".writing")
    with temporary.open("wb") as file:
        fill(file)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def _jsonl(columns: Sequence[str], rows: Iterable[Line], file: BinaryIO) -> None:
    lists = [index for index, name in enumerate(columns) if name in _LISTS]
    for row in rows:
        values = list(row)
        for index in lists:
            values[index] = json.loads(values[index])
        line = json.dumps(dict(zip(columns, values, strict=True)), ensure_ascii=False) + "\n"
        file.write(line.encode("utf-8", "replace"))


def _csv(columns: Sequence[str], rows: Iterable[Line], file: BinaryIO) -> None:
    stream = io.TextIOWrapper(file, "utf-8", errors="replace", newline="", write_through=True)
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(map(cells, rows))
    stream.detach()


def _parquet(columns: Sequence[str], rows: Iterable[Line], file: BinaryIO) -> None:
    library = arrow()
    from pyarrow import parquet

    kinds = [_kind(library, name) for name in columns]
    schema = library.schema(list(zip(columns, kinds, strict=True)))
    rest = iter(rows)
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        while lines := list(islice(rest, _GROUP)):
            columns_of = zip(zip(*lines, strict=True), kinds, strict=True)
            writer.write_table(library.table([library.array(*each) for each in columns_of], schema=schema))


def _kind(library: ModuleType, name: str) -> Any:
    return library.float64() if name in _REALS else library.int64() if name in _WHOLES else library.string()


_REALS = ("reach", "confidence")
_COUNTS = ("characters", "read", "skipped", "failed", "judged", "findings", "rows", "faults", "flagged")
_WHOLES = (*_COUNTS, "document", "number", "start", "end", "severity")
_WRITERS: dict[str, Callable[[Sequence[str], Iterable[Line], BinaryIO], None]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "parquet": _parquet,
}
