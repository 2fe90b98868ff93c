"""A screening from beginning to end: sources in, a ledger and its exports out, exactly once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimcheck.errors import UsageError
from claimcheck.screen import engines, export
from claimcheck.screen.chunks import chunked
from claimcheck.screen.files import Listing, Meter, listing
from claimcheck.screen.group import group
from claimcheck.screen.judging import Recipe, checker_of
from claimcheck.screen.ledger import NAME, SCHEMA, Ledger
from claimcheck.screen.pool import judged
from claimcheck.screen.progress import Progress
from claimcheck.screen.sources import Reading, Tell, rows
from claimcheck.screen.values import Chunk, Row

ROWS = 256
_LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a screening reads, how it judges and what it writes; all of it but `engine` decides the result.

    `chunk` rows are judged and recorded together. `source` replaces the files by other
    rows (for a run again), which `digest` names.
    """

    reading: Reading
    recipe: Recipe = field(default_factory=Recipe)
    engine: engines.Engine = field(default_factory=engines.Engine)
    format: str = "jsonl"
    chunk: int = ROWS
    source: Callable[[], Iterator[Row]] | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """What a run added up to: rows, documents with findings, rows that are faults, sources that gave no row."""

    rows: int
    flagged: int
    faults: int
    unread: int


def _silent(_: object) -> None:
    return


def screen(plan: Plan, out: Path, *, tell: Tell = _silent, show: Callable[[Progress], None] = _silent) -> Total:
    """Screens the sources into a folder; the same call goes on with a run that was stopped or killed.

    `tell` hears what a person should know, `show` how far it is. Raises UsageError where the folder holds something
    else: another run, another version, other files.
    """
    total = listing(plan.reading.names) if plan.source is None else Listing(0, 0, plan.digest)
    facts = _facts(plan, total)
    export.check(plan.format)
    with _locked(out):
        ledger = _opened(out, facts)
        try:
            if not ledger.facts().get("complete"):
                _screened(plan, ledger, total, tell, show)
                group(ledger)
                ledger.note("complete", True)
            export.write(ledger, out, plan.format)
            return _total(ledger)
        finally:
            ledger.close()


def _facts(plan: Plan, total: Listing) -> dict[str, Any]:
    reading, recipe = plan.reading, plan.recipe
    settings = {
        "sources": list(reading.names),
        "columns": {name: list(getattr(reading.columns, name)) for name in reading.columns.__slots__},
        "preset": reading.preset,
        "text_format": reading.text_format,
        "page_type": recipe.page_type,
        "jurisdictions": list(recipe.jurisdictions),
        "keep": recipe.keep,
        "chunk": plan.chunk,
    }
    return {**checker_of(recipe).versions, "settings": settings, "files": total.digest}


def _opened(out: Path, facts: dict[str, Any]) -> Ledger:
    """The ledger in the folder, new or begun; raises UsageError where it is not this run's."""
    path = out / NAME
    begun = path.exists() and _begun(path)
    if not begun:
        if others := sorted(each.name for each in out.iterdir() if not each.name.startswith((NAME, _LOCK))):
            raise UsageError(f"{out} holds something else ({others[0]}).", "Name a new or empty folder as --out.")
        for each in out.glob(f"{NAME}*"):
            each.unlink()
        return Ledger.create(path, facts)
    ledger = Ledger(path)
    held = ledger.facts()
    differing = [name for name, value in {"schema": SCHEMA, **facts}.items() if held.get(name) != value]
    if differing:
        ledger.close()
        raise UsageError(f"{out} holds another run: {_difference(differing[0], held, facts)}.", _other(differing[0]))
    return ledger


def _begun(path: Path) -> bool:
    ledger = Ledger(path)
    try:
        return bool(ledger.facts())
    finally:
        ledger.close()


def _difference(name: str, held: dict[str, Any], facts: dict[str, Any]) -> str:
    if name == "files":
        return "its sources have changed since"
    if name != "settings":
        return f"{name} was {held.get(name)!r} and is {facts.get(name)!r}"
    before, now = held["settings"], facts["settings"]
    key = next(key for key in now if before.get(key) != now[key])
    if isinstance(now[key], dict):
        before, now = before[key], now[key]
        key = next(key for key in now if before.get(key) != now[key])
    return f"{key} was {before.get(key)!r} and is {now[key]!r}"


def _other(name: str) -> str:
    again = name in ("tool", "model", "knowledge")
    return "Judge it again with claimcheck screen rerun." if again else "Name another folder as --out."


def _screened(plan: Plan, ledger: Ledger, total: Listing, tell: Tell, show: Callable[[Progress], None]) -> None:
    meter = Meter()
    source = plan.source() if plan.source else rows(plan.reading, meter, tell)
    progress = Progress(total.bytes, meter)
    numbers = _Missing(ledger, progress)
    with engines.opened(plan.engine, plan.recipe) as pool:
        for chunk, outcomes in judged(numbers.of(chunked(source, plan.chunk)), pool):
            ledger.record(chunk, outcomes)
            progress.add(outcomes)
            show(progress)
    if (ledger.one("SELECT MAX(chunk) FROM chunks") or 0) > max(0, numbers.last):
        raise _changed(ledger)


class _Missing:
    """The chunks that the ledger has not; those that it has are compared with what is read now."""

    def __init__(self, ledger: Ledger, progress: Progress) -> None:
        self.last = -1
        self._ledger = ledger
        self._progress = progress

    def of(self, chunks: Iterator[Chunk]) -> Iterator[Chunk]:
        for chunk in chunks:
            self.last = chunk.number
            recorded = self._ledger.recorded(chunk.number)
            if recorded is None:
                yield chunk
            elif recorded != chunk.digest:
                raise _changed(self._ledger)
            else:
                self._progress.skip(len(chunk.rows))


def _changed(ledger: Ledger) -> UsageError:
    return UsageError(f"The sources are not those that {ledger.path} was begun with.", "Name another folder as --out.")


def _total(ledger: Ledger) -> Total:
    query = "SELECT COUNT(*), COALESCE(SUM(severity > 0), 0), COALESCE(SUM(1 - judged), 0) FROM documents"
    count, flagged, faults = next(ledger.rows(query))
    unread = ledger.one("SELECT COUNT(*) FROM coverage WHERE judged = 0")
    return Total(count, flagged, faults, unread)


@contextmanager
def _locked(out: Path) -> Iterator[None]:
    """Holds the folder against a second run; the system lets go of it when this process ends in any way."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(out / _LOCK, os.O_CREAT | os.O_RDWR)
    except OSError as error:
        raise UsageError(f"{out} cannot be written to: {error.strerror}.", "Name another folder as --out.") from None
    try:
        with suppress(ImportError):  # There is no fcntl on Windows; SQLite's own lock holds there.
            import fcntl

            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise UsageError(f"Another run is writing to {out}.", "Wait for it, or stop it.") from None
        yield
    finally:
        os.close(descriptor)
