"""A stranger's labelled table: CSV, TSV or JSON Lines, with columns of texts, of labels and, if asked, of groups."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from claimcheck.errors import TableError

_DELIMITERS = {".csv": ",", ".tsv": "\t", ".tab": "\t"}
_LINES = {".jsonl", ".ndjson"}
_MOST_TOLD = 5
_LARGEST_FIELD = 1 << 24


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns that count; "" where a table is read without labels or groups."""

    text: str
    label: str = ""
    group: str = ""

    @property
    def named(self) -> tuple[str, ...]:
        """Those that are asked for."""
        return tuple(name for name in (self.text, self.label, self.group) if name)


@dataclass(frozen=True, slots=True)
class LabelledTable:
    """The rows in order; `labels` and `groups` are empty where no column was named for them."""

    name: str
    texts: tuple[str, ...]
    labels: tuple[str, ...]
    groups: tuple[str, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows each label has, in sorted order."""
        return dict(sorted(Counter(self.labels).items()))

    @property
    def repeated(self) -> int:
        """How many rows have a text that an earlier row has already."""
        return len(self.texts) - len(set(self.texts))


def read_table(path: Path, columns: Columns) -> LabelledTable:
    """The table in a file, white space around cells removed.

    Raises TableError where the file cannot be read, lacks a column, has an empty cell in one (with its row, counted
    from 1 below the header), no row, or one label only.
    """
    rows: dict[str, list[str]] = {name: [] for name in columns.named}
    faults: list[str] = []
    for number, line, record in _records(path, columns):
        for name in columns.named:
            cell = _cell(record.get(name))
            rows[name].append(cell)
            if not cell:
                faults.append(f"row {number} (line {line}), column {name!r}")
    if faults:
        more = f" and {len(faults) - _MOST_TOLD} more" if len(faults) > _MOST_TOLD else ""
        raise TableError(
            f"{path} has empty cells: {'; '.join(faults[:_MOST_TOLD])}{more}.", "Fill them in, or take these rows out."
        )
    texts, labels = tuple(rows[columns.text]), tuple(rows.get(columns.label, ()))
    if not texts:
        raise TableError(f"{path} has no rows.", "Name a file with a row for each text.")
    if columns.label and len(set(labels)) < 2:
        raise TableError(
            f"{path}: the column {columns.label!r} holds one label only, {labels[0]!r}, in all {len(labels)} rows.",
            "Name the column with the labels, or add rows of another label.",
        )
    return LabelledTable(path.name, texts, labels, tuple(rows.get(columns.group, ())))


def _records(path: Path, columns: Columns) -> Iterator[tuple[int, int, Mapping[str, Any]]]:
    """Row number, line number and cells of every row."""
    suffix = path.suffix.lower()
    if suffix not in _DELIMITERS and suffix not in _LINES:
        known = ", ".join(sorted({*_DELIMITERS, *_LINES}))
        raise TableError(f"{path} is no table that is known by its name.", f"Name a file that ends in {known}.")
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            yield from _objects(path, lines, columns) if suffix in _LINES else _cells(path, lines, columns)
    except OSError as error:
        raise TableError(f"{path} cannot be read: {error.strerror}.", "Check the name and its permissions.") from None
    except UnicodeDecodeError as error:
        raise TableError(f"{path} is not in UTF-8: {error.reason}.", "Save it as UTF-8 and try again.") from None


def _cells(path: Path, lines: Iterable[str], columns: Columns) -> Iterator[tuple[int, int, Mapping[str, Any]]]:
    csv.field_size_limit(_LARGEST_FIELD)
    reader = csv.reader(lines, delimiter=_DELIMITERS[path.suffix.lower()], strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        _check(path, header, columns, "the header")
        number = 0
        while True:
            line = reader.line_num + 1
            cells = next(reader, None)
            if cells is None:
                return
            if not cells:
                continue
            number += 1
            if len(cells) > len(header):
                raise TableError(
                    f"{path}: row {number} (line {line}) has {len(cells)} cells, the header {len(header)}.",
                    "Put cells that hold the delimiter into quotation marks.",
                )
            yield number, line, dict(zip(header, cells, strict=False))
    except csv.Error as error:
        raise TableError(f"{path}:{reader.line_num}: {error}.", "Mend the quotation marks around that row.") from None


def _objects(path: Path, lines: Iterable[str], columns: Columns) -> Iterator[tuple[int, int, Mapping[str, Any]]]:
    number = 0
    for line, written in enumerate(lines, 1):
        if not written.strip():
            continue
        number += 1
        try:
            record = json.loads(written)
        except ValueError as error:
            raise TableError(f"{path}: row {number} (line {line}) is no JSON: {error}.", "Mend the line.") from None
        if not isinstance(record, dict):
            raise TableError(f"{path}: row {number} (line {line}) is no JSON object.", "Give one object a line.")
        _check(path, list(record), columns, f"row {number} (line {line})")
        yield number, line, record


def _check(path: Path, names: list[str], columns: Columns, place: str) -> None:
    for name in columns.named:
        if name not in names:
            near = get_close_matches(name, names, 1)
            hint = f"Did you mean {near[0]!r}? " if near else ""
            there = ", ".join(map(repr, names)) or "none"
            raise TableError(f"{path} has no column {name!r} in {place}.", f"{hint}The columns are {there}.")
        if names.count(name) > 1:
            raise TableError(f"{path} has the column {name!r} twice in {place}.", "Rename one of them.")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).strip()
