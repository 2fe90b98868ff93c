"""Sends chunks to workers and gets them back, whatever dies meanwhile; the same for every engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import Protocol

from claimcheck.screen.judging import fault
from claimcheck.screen.values import Chunk, Outcome, Row

Judged = tuple[Chunk, list[Outcome]]
_TRIES = 2
_REMEDY = "It was set aside and the rest was judged; check it alone to see what happens."


class Pool(Protocol):
    """What an engine has to offer. `deaths` are the errors that say that a worker died under its task."""

    deaths: tuple[type[BaseException], ...]
    width: int
    patience: float

    def submit(self, rows: tuple[Row, ...]) -> Future[list[Outcome]]:
        """Starts judging rows in some worker."""

    def restart(self, *, hung: bool) -> None:
        """Replaces workers that died, or hang."""

    def close(self) -> None:
        """Lets the workers go."""


def judged(chunks: Iterable[Chunk], pool: Pool) -> Iterator[Judged]:
    """Every chunk with its outcomes, as they come; at most `pool.width` are on their way at a time.

    Where a worker dies, the chunks that were on their way are judged again one by one, and one that kills again is
    halved until the rows that kill are found; these become faults.
    """
    pending: dict[Future[list[Outcome]], Chunk] = {}
    for chunk in chunks:
        try:
            pending[pool.submit(chunk.rows)] = chunk
        except pool.deaths:
            pool.restart(hung=False)
            yield chunk, _alone(chunk.rows, pool)
        while len(pending) >= pool.width:
            yield from _collected(pending, pool)
    while pending:
        yield from _collected(pending, pool)


def _collected(pending: dict[Future[list[Outcome]], Chunk], pool: Pool) -> Iterator[Judged]:
    """What has become ready; after a death, or where nothing becomes ready for too long, everything on its way."""
    ready, waiting = wait(pending, pool.patience, FIRST_COMPLETED)
    suspects: list[Chunk] = []
    for future in [each for each in pending if each in ready]:
        chunk = pending.pop(future)
        outcomes = _result(future, pool)
        if outcomes is None:
            suspects.append(chunk)
        else:
            yield chunk, outcomes
    if ready and not suspects:
        return
    if ready:
        wait(waiting, pool.patience)
    else:
        pool.restart(hung=True)
    for future, chunk in pending.items():
        outcomes = _result(future, pool) if future.done() else None
        if outcomes is None:
            suspects.append(chunk)
        else:
            yield chunk, outcomes
    pending.clear()
    pool.restart(hung=False)
    for chunk in suspects:
        yield chunk, _alone(chunk.rows, pool)


def _result(future: Future[list[Outcome]], pool: Pool) -> list[Outcome] | None:
    """The outcomes; None where the worker died under them, or the future was given up."""
    if future.cancelled():
        return None
    try:
        return future.result()
    except pool.deaths:
        return None


def _alone(rows: tuple[Row, ...], pool: Pool) -> list[Outcome]:
    """The outcomes of rows that may kill: nothing else is on its way meanwhile."""
    for _ in range(1 if len(rows) > 1 else _TRIES):
        outcomes = _tried(rows, pool)
        if outcomes is not None:
            return outcomes
    if len(rows) == 1:
        return [fault(rows[0], "worker", "The process that judged it died or did not end.", _REMEDY)]
    half = len(rows) // 2
    return _alone(rows[:half], pool) + _alone(rows[half:], pool)


def _tried(rows: tuple[Row, ...], pool: Pool) -> list[Outcome] | None:
    try:
        future = pool.submit(rows)
    except pool.deaths:
        pool.restart(hung=False)
        future = pool.submit(rows)
    wait([future], pool.patience)
    outcomes = _result(future, pool) if future.done() else None
    if outcomes is None:
        pool.restart(hung=not future.done())
    return outcomes
