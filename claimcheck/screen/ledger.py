"""The ledger of a run: one SQLite file, written by one process, a chunk and all that came of it in one transaction."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from claimcheck.errors import UsageError
from claimcheck.screen.values import Chunk, Outcome

NAME = "ledger.sqlite"
SCHEMA = "claimcheck/screen/1"
TABLES = ("documents", "findings", "faults", "coverage", "run")
_TABLES = Path(__file__).with_name("ledger.sql")
_PACKED = 1_000
_DOCUMENT = f"INSERT INTO documents VALUES ({','.join('?' * 20)})"
_FINDING = f"INSERT INTO findings VALUES ({','.join('?' * 15)})"
_FAULT = "INSERT INTO faults VALUES (?,?,?,?,?,?)"


class Ledger:
    """Reads and writes a run's ledger; close it when done.

    Errors of SQLite (a full disk, a damaged file) become UsageError with what to do; nothing half-written stays.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with told(path):
            self.connection = sqlite3.connect(path, isolation_level=None, timeout=30)
            # Where the file system has no shared memory, SQLite answers with the mode that it keeps.
            self.connection.execute("PRAGMA journal_mode = WAL")
            self.connection.execute("PRAGMA synchronous = NORMAL")

    @classmethod
    def create(cls, path: Path, facts: Mapping[str, Any]) -> Ledger:
        """A new ledger with the run's facts; there is none at all if this is cut short."""
        ledger = cls(path)
        script = _TABLES.read_text("utf-8")
        with told(path):
            values = ((name, json.dumps(value, ensure_ascii=False)) for name, value in facts.items())
            ledger.connection.executescript(f"BEGIN;{script}")
            ledger.connection.executemany("INSERT INTO run VALUES (?, ?)", [("schema", json.dumps(SCHEMA)), *values])
            ledger.connection.execute("COMMIT")
        return ledger

    @classmethod
    def open(cls, folder: Path) -> Ledger:
        """The ledger of a finished or begun run; raises UsageError where the folder holds none."""
        path = folder / NAME
        if not path.is_file():
            raise UsageError(f"{folder} holds no screening.", "Name the folder that was given as --out.")
        ledger = cls(path)
        if ledger.facts().get("schema") != SCHEMA:
            raise UsageError(f"{path} is no ledger of this version.", "Screen into another folder.")
        return ledger

    def facts(self) -> dict[str, Any]:
        """The facts of the run: versions, settings, and what was added since; empty where the run never began."""
        with told(self.path):
            if not self.connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'run'").fetchone():
                return {}
            return {name: json.loads(value) for name, value in self.connection.execute("SELECT * FROM run")}

    def note(self, name: str, value: Any) -> None:
        """Adds a fact, or replaces it."""
        with told(self.path):
            self.connection.execute("INSERT OR REPLACE INTO run VALUES (?, ?)", (name, json.dumps(value)))

    def recorded(self, number: int) -> str | None:
        """The digest of a chunk that has been recorded; None for one that has not."""
        with told(self.path):
            row = self.connection.execute("SELECT digest FROM chunks WHERE chunk = ?", (number,)).fetchone()
            return row[0] if row else None

    def record(self, chunk: Chunk, outcomes: Sequence[Outcome]) -> None:
        """Adds a chunk and its outcomes, all or nothing; a chunk that is there already is refused by SQLite."""
        found = [(each.document, n, *finding) for each in outcomes for n, finding in enumerate(each.findings)]
        faults = [(o.document, o.source, o.place, o.stage, o.problem, o.remedy) for o in outcomes if o.problem]
        texts = [(each.document, packed(each.text)) for each in outcomes if each.text]
        first = chunk.rows[0].document if chunk.rows else 0
        with self.transaction() as connection:
            connection.execute(
                "INSERT INTO chunks VALUES (?,?,?,?)", (chunk.number, chunk.digest, first, len(chunk.rows))
            )
            connection.executemany(_DOCUMENT, map(_document, outcomes))
            connection.executemany(_FINDING, found)
            connection.executemany(_FAULT, faults)
            connection.executemany("INSERT INTO texts VALUES (?, ?)", texts)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Everything inside is written, or nothing."""
        with told(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def rows(self, query: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows that a query gives, one at a time."""
        with told(self.path):
            # Not `yield from`, which would close the cursor of a reader that stopped early, maybe after the ledger.
            cursor = self.connection.execute(query, values)
            while (row := cursor.fetchone()) is not None:
                yield row

    def one(self, query: str, values: Sequence[Any] = ()) -> Any:
        """The first value of the first row, or None."""
        row = next(self.rows(query, values), None)
        return row[0] if row else None

    def close(self) -> None:
        """Closes the file; what was recorded is on disk."""
        self.connection.close()


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Errors of SQLite as errors that say what to do."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        reason = str(error)
        if "full" in reason or "I/O" in reason:
            remedy = "Free some space and give the same command again: it goes on where it stopped."
            raise UsageError(f"{path} cannot be written: {reason}.", remedy) from error
        if "locked" in reason:
            raise UsageError(f"{path} is in use by another process.", "Wait for it, or stop it.") from error
        if "malformed" in reason or "not a database" in reason or "unable to open" in reason:
            raise UsageError(f"{path} cannot be used: {reason}.", "Screen into another folder.") from error
        raise


def packed(text: str) -> str | bytes:
    """A text as the ledger keeps it: a long one compressed with zlib."""
    if len(text) <= _PACKED:
        return text
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 3)


def unpacked(stored: str | bytes) -> str:
    """The text again."""
    return stored if isinstance(stored, str) else zlib.decompress(stored).decode("utf-8", "surrogatepass")


def _document(each: Outcome) -> tuple[Any, ...]:
    return (*each[:16], int(not each.problem), len(each.findings), each.severity, each.confidence)
