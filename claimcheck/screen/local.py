"""The engine for one machine: joblib's worker processes."""

from __future__ import annotations

import os
import threading
import time
from concurrent.futures import Future
from functools import partial

from claimcheck.screen.judging import Recipe, screen_rows
from claimcheck.screen.values import Outcome, Row

_AHEAD = 2
# Idle workers leave by themselves after a while, so that none outlives a run that was killed.
_IDLE = 60


class LocalPool:
    """`workers` processes; with one, too, judging happens outside the program's own process, which so outlives it."""

    def __init__(self, recipe: Recipe, workers: int, patience: float) -> None:
        # Imported here: only a run needs it, not what reads a ledger.
        from joblib.externals.loky.process_executor import (
            ProcessPoolExecutor,
            ShutdownExecutorError,
            TerminatedWorkerError,
        )

        self.deaths: tuple[type[BaseException], ...] = (TerminatedWorkerError, ShutdownExecutorError)
        self.width = workers * (1 + _AHEAD)
        self.patience = patience
        self._make = partial(ProcessPoolExecutor, workers, timeout=_IDLE, initializer=_stay, initargs=(os.getpid(),))
        self._executor = self._make()
        self._task = partial(screen_rows, recipe=recipe)

    def submit(self, rows: tuple[Row, ...]) -> Future[list[Outcome]]:
        """Starts judging rows in a worker; raises one of `deaths` where the pool has broken."""
        future: Future[list[Outcome]] = self._executor.submit(self._task, rows)
        return future

    def restart(self, *, hung: bool) -> None:  # noqa: ARG002 (all the same here)
        """Ends the workers and starts others, whether they died or hang."""
        self._executor.shutdown(wait=True, kill_workers=True)
        self._executor = self._make()

    def close(self) -> None:
        """Ends the workers."""
        self._executor.shutdown(wait=True, kill_workers=True)


def _stay(parent: int) -> None:
    """Ends this worker as soon as its parent is gone, however that ended."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    if hasattr(os, "getppid"):
        threading.Thread(target=watch, daemon=True).start()
