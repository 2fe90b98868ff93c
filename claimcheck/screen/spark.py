"""The engine for Spark: rows through `mapInArrow`, on a master, in a session that is there, or on this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from claimcheck.errors import UsageError
from claimcheck.screen.arrow import outcome_schema, rows_to_batch, screen_batch, table_to_outcomes
from claimcheck.screen.judging import Recipe
from claimcheck.screen.parquet import arrow
from claimcheck.screen.values import Outcome, Row


def screen_frame(frame: Any, recipe: Recipe) -> Any:
    """A Spark data frame of outcomes for one of rows: where rows by the thousand million stay on the cluster.

    `frame` has the column `content` (text) or `data` (bytes) and any other field of a row.
    """
    from pyspark.sql.pandas.types import from_arrow_schema

    def screened(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            yield screen_batch(batch, recipe)

    return frame.mapInArrow(screened, from_arrow_schema(outcome_schema()))


class SparkPool:
    """Each chunk is a Spark job of one task; as many are on their way as Spark has cores."""

    def __init__(self, recipe: Recipe, workers: int, address: str | None, patience: float) -> None:
        self._session, self._own = _session(workers, address)
        from py4j.protocol import Py4JError

        self.deaths: tuple[type[BaseException], ...] = (Py4JError, *_spark_errors())
        self.width = max(1, int(self._session.sparkContext.defaultParallelism)) * 2
        self.patience = patience
        self._recipe = recipe
        self._threads = ThreadPoolExecutor(self.width)

    def submit(self, rows: tuple[Row, ...]) -> Future[list[Outcome]]:
        """Starts a job for these rows."""
        return self._threads.submit(self._job, rows)

    def restart(self, *, hung: bool) -> None:
        """Gives up the jobs that hang; Spark replaces Python workers that died by itself."""
        if hung:
            self._session.sparkContext.cancelAllJobs()

    def close(self) -> None:
        """Waits for the last jobs and ends a session that was made here."""
        self._threads.shutdown(wait=True, cancel_futures=True)
        if self._own:
            self._session.stop()

    def _job(self, rows: tuple[Row, ...]) -> list[Outcome]:
        table = arrow().Table.from_batches([rows_to_batch(rows)])
        frame = self._session.createDataFrame(table).coalesce(1)
        return sorted(table_to_outcomes(screen_frame(frame, self._recipe).toArrow()))


def _session(workers: int, address: str | None) -> tuple[Any, bool]:
    """The session that runs in this process, or a new one; the latter is ours to stop."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise UsageError("Spark is not installed.", "Run: pip install 'claimcheck-health[spark]'") from None
    if (running := SparkSession.getActiveSession()) is not None:
        return running, False
    # Without this, workers run the first python3 on the path, which may be another one.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("claimcheck screen").master(address or f"local[{workers}]")
    builder = builder.config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
    try:
        session = builder.getOrCreate()
    except Exception as error:
        raise UsageError(
            f"No Spark session can be had: {error}.", "Install Java 17 or later, or name a master."
        ) from error
    session.sparkContext.setLogLevel("OFF")
    return session, True


def _spark_errors() -> tuple[type[BaseException], ...]:
    from pyspark.errors import PySparkException

    return (PySparkException,)
