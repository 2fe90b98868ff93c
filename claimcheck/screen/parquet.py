"""Parquet files as streams of records; needs the extra `batch`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any, BinaryIO

from claimcheck.errors import ReadError, UsageError

_ROWS = 1_024


def arrow() -> ModuleType:
    """pyarrow; raises UsageError with the install line where it is absent."""
    try:
        import pyarrow
    except ImportError:
        raise UsageError(
            "Parquet and Arrow need pyarrow, which is not installed.", "Run: pip install 'claimcheck-health[batch]'"
        ) from None
    library: ModuleType = pyarrow
    return library


class ParquetRecords:
    """The records of one Parquet file; only the columns that are asked for are read, a thousand rows at a time."""

    def __init__(self, file: BinaryIO, source: str) -> None:
        library = arrow()
        from pyarrow import parquet

        self._source = source
        self._errors: tuple[type[Exception], ...] = (library.ArrowException, OSError, ValueError)
        try:
            self._file = parquet.ParquetFile(file, pre_buffer=False)
        except self._errors as error:
            raise ReadError(f"{source} is no Parquet file, or damaged: {error}.", "Export it again.") from None

    @property
    def names(self) -> list[str]:
        """The top-level columns."""
        return list(self._file.schema_arrow.names)

    def sample(self, size: int) -> list[dict[str, Any]]:
        """The first records, for guessing."""
        batch = next(self._batches(None, size), None)
        return batch.to_pylist() if batch is not None else []

    def records(self, columns: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
        """(place, record); raises ReadError where the file is damaged further on."""
        names = sorted({name.partition(".")[0] if name not in self.names else name for name in columns})
        number = 0
        for batch in self._batches(names, _ROWS):
            for record in batch.to_pylist():
                number += 1
                yield f"row {number}", record

    def _batches(self, columns: list[str] | None, rows: int) -> Iterator[Any]:
        try:
            yield from self._file.iter_batches(batch_size=rows, columns=columns, use_threads=False)
        except self._errors as error:
            raise ReadError(f"{self._source} is damaged: {error}.", "Export it again.") from None
