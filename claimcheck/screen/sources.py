"""All rows of all sources, in a fixed order; what cannot be read comes as a row with a problem."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from claimcheck.errors import ClaimcheckError
from claimcheck.screen import tables
from claimcheck.screen.columns import Columns, resolve
from claimcheck.screen.files import File, Meter, expand
from claimcheck.screen.judging import LIMIT
from claimcheck.screen.parquet import ParquetRecords
from claimcheck.screen.values import Row
from claimcheck.screen.warc import warc_rows

Tell = Callable[[str], None]
_READERS = {"csv": tables.csv_records, "jsonl": tables.jsonl_records, "json": tables.json_records}
_DAMAGED = "What comes after it was not read; export or fetch the file again."


@dataclass(frozen=True, slots=True)
class Reading:
    """What to read and how: the sources as named, their columns, a preset, and the format of texts in tables."""

    names: tuple[str, ...]
    columns: Columns = field(default_factory=Columns)
    preset: str | None = None
    text_format: str = "text"


def rows(reading: Reading, meter: Meter, tell: Tell) -> Iterator[Row]:
    """Every row, streamed; `tell` hears which columns are taken for what, `meter` counts the bytes read.

    A row without an id of its own is called by its source and place.
    """
    for file in expand(reading.names):
        if file.problem:
            yield _unread(file.path, "", file.problem, "Check the name.")
            continue
        before, place = meter.bytes, ""
        try:
            for row in _rows(file, reading, meter, tell):
                place = row.place
                yield row if row.id else row._replace(id=f"{file.path}:{place}")
        except ClaimcheckError as error:
            yield _unread(file.path, "", error.problem, error.remedy)
        except (OSError, EOFError, zlib.error) as error:
            after = f"after {place}" if place else ""
            yield _unread(file.path, after, f"It cannot be read on: {error}.", _DAMAGED)
        meter.bytes = before + file.size


def _rows(file: File, reading: Reading, meter: Meter, tell: Tell) -> Iterator[Row]:
    if file.kind == "page":
        yield _page(file, meter)
    elif file.kind == "warc":
        with meter.open_raw(file.path) as archive:
            yield from warc_rows(archive, file.path)
    elif file.kind == "parquet":
        with meter.open_raw(file.path) as table:
            yield from _parquet(ParquetRecords(table, file.path), file, reading, tell)
    else:
        with meter.open(file.path) as table:
            yield from _table(_READERS[file.kind](table), file, reading, tell)


def _page(file: File, meter: Meter) -> Row:
    with meter.open(file.path) as page:
        content = page.read(LIMIT + 1)
    return Row(0, file.path, "", content, file.path, format=None)


def _table(records: Iterator[tables.Record], file: File, reading: Reading, tell: Tell) -> Iterator[Row]:
    head, every = tables.with_sample(records)
    sample = [record for _, record in head if not isinstance(record, tables.Bad)]
    if not sample:
        yield from (_unread(file.path, place, *bad) for place, bad in every if isinstance(bad, tables.Bad))
        return
    columns = _columns(list(dict.fromkeys(chain.from_iterable(sample))), sample, file, reading, tell)
    for place, record in every:
        if isinstance(record, tables.Bad):
            yield _unread(file.path, place, *record)
        else:
            yield columns.row(record, file.path, place, reading.text_format)


def _parquet(table: ParquetRecords, file: File, reading: Reading, tell: Tell) -> Iterator[Row]:
    columns = _columns(table.names, table.sample(tables.SAMPLE), file, reading, tell)
    needed = [name for field in columns.__slots__ for name in getattr(columns, field)]
    for place, record in table.records(needed):
        yield columns.row(record, file.path, place, reading.text_format)


def _columns(
    names: list[str], sample: list[Mapping[str, Any]] | list[dict[str, Any]], file: File, reading: Reading, tell: Tell
) -> Columns:
    columns, told = resolve(names, sample, reading.columns, reading.preset, file.path)
    tell(told)
    return columns


def _unread(source: str, place: str, problem: str, remedy: str) -> Row:
    return Row(0, source, place, problem=problem, remedy=remedy)
