"""The engine for a Dask cluster: one that runs already, by its scheduler's address, or one on this machine."""

from __future__ import annotations

from concurrent.futures import CancelledError, Future
from functools import partial
from typing import Any

from claimcheck.errors import UsageError
from claimcheck.screen.judging import Recipe, screen_rows
from claimcheck.screen.values import Outcome, Row

_AHEAD = 2
_SECONDS = 20
_START_SECONDS = 60


class DaskPool:
    """Sends rows to the workers of a cluster; Dask itself gives a dead worker's task to others a few times."""

    def __init__(self, recipe: Recipe, workers: int, address: str | None, patience: float) -> None:
        self._address, self._workers = address, workers
        self._task = partial(screen_rows, recipe=recipe)
        self._connect()
        from distributed import KilledWorker

        self.deaths: tuple[type[BaseException], ...] = (KilledWorker, CancelledError)
        self.width = max(1, sum(self._client.nthreads().values())) * (1 + _AHEAD)
        self.patience = patience

    def submit(self, rows: tuple[Row, ...]) -> Future[list[Outcome]]:
        """Starts judging rows on some worker."""
        future: Future[list[Outcome]] = self._executor.submit(self._task, rows)
        return future

    def restart(self, *, hung: bool) -> None:
        """In a cluster that was made here, ends workers that hang and waits for new ones."""
        if self._cluster is None:
            return
        try:
            if hung:
                self._client.restart(wait_for_workers=False)
            self._client.wait_for_workers(self._workers, timeout=_START_SECONDS)
        except (TimeoutError, OSError):
            # Dask gives up on workers that die too often while they start.
            self.close()
            self._connect()

    def close(self) -> None:
        """Leaves the cluster, and ends one that was made here."""
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()

    def _connect(self) -> None:
        self._client, self._cluster = _connected(self._address, self._workers)
        self._executor = self._client.get_executor(pure=False)


def _connected(address: str | None, workers: int) -> tuple[Any, Any]:
    try:
        import dask
        import distributed
    except ImportError:
        raise UsageError("Dask is not installed.", "Run: pip install 'claimcheck-health[dask]'") from None
    library: Any = distributed
    if address is not None:
        try:
            return library.Client(address, timeout=_SECONDS, set_as_default=False), None
        except (OSError, ValueError) as error:
            raise UsageError(f"No Dask scheduler answers at {address}: {error}.", "Check the address.") from error
    # A task under which a worker died comes back at once: which row it was is found out here.
    with dask.config.set({"distributed.scheduler.allowed-failures": 0}):
        cluster = library.LocalCluster(
            n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
        )
    return library.Client(cluster, set_as_default=False), cluster
