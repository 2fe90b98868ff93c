"""The pure function on Arrow record batches, for engines and programs that hold rows so; needs the extra `batch`."""

from __future__ import annotations

from typing import Any, get_type_hints

from claimcheck.screen.judging import Recipe, screen_rows
from claimcheck.screen.parquet import arrow
from claimcheck.screen.values import Found, Outcome, Row

_KINDS = {int: "int64", float: "float64", float | None: "float64", bytes: "binary"}


def row_schema() -> Any:
    """The Arrow schema of rows: text in `content`, undecoded bytes in `data`, one of both.

    Only `content` or `data` has to be there; every other column may be missing.
    """
    library = arrow()
    kinds = {**get_type_hints(Row), "content": str, "data": bytes}
    return library.schema([(name, _kind(kind)) for name, kind in kinds.items()])


def outcome_schema() -> Any:
    """The Arrow schema of outcomes, findings as a list of structures."""
    library = arrow()
    found = library.struct([(name, _kind(kind)) for name, kind in get_type_hints(Found).items()])
    return library.schema(
        [
            (name, library.list_(found) if name == "findings" else _kind(kind))
            for name, kind in get_type_hints(Outcome).items()
        ]
    )


def screen_batch(batch: Any, recipe: Recipe) -> Any:
    """A record batch of outcomes for a record batch of rows, in order; columns that are no row's are left out."""
    return outcomes_to_batch(screen_rows(batch_to_rows(batch), recipe))


def rows_to_batch(rows: tuple[Row, ...] | list[Row]) -> Any:
    """The rows as one record batch."""
    values = [
        {**row._asdict(), "content": None, "data": row.content} if isinstance(row.content, bytes) else row._asdict()
        for row in rows
    ]
    return arrow().RecordBatch.from_pylist(values, row_schema())


def batch_to_rows(batch: Any) -> list[Row]:
    """The rows of a record batch; what a column does not say takes the row's default."""
    rows = []
    for number, record in enumerate(batch.to_pylist()):
        known = {name: record[name] for name in Row._fields if record.get(name) is not None}
        known.setdefault("content", record.get("data") or "")
        if "format" in record:
            known["format"] = record["format"]
        known.setdefault("format", None if isinstance(known["content"], bytes) else "text")
        rows.append(Row(**{"document": number, "source": "", "place": "", **known}))
    return rows


def outcomes_to_batch(outcomes: list[Outcome]) -> Any:
    """The outcomes as one record batch."""
    values = [{**each._asdict(), "findings": [found._asdict() for found in each.findings]} for each in outcomes]
    return arrow().RecordBatch.from_pylist(values, outcome_schema())


def table_to_outcomes(table: Any) -> list[Outcome]:
    """The outcomes of a table or record batch."""
    return [
        Outcome(**{**record, "findings": tuple(Found(**found) for found in record["findings"])})
        for record in table.to_pylist()
    ]


def _kind(kind: Any) -> Any:
    return getattr(arrow(), _KINDS.get(kind, "string"))()
