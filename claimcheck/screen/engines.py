"""Which engine judges: processes of this machine, a Dask cluster or Spark."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from claimcheck.errors import UsageError
from claimcheck.screen.judging import Recipe
from claimcheck.screen.pool import Pool

NAMES = ("local", "dask", "spark")
PATIENCE = 600.0


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine by name; the result does not depend on it.

    `address` is a Dask scheduler's or a Spark master's; without one a cluster of `workers` processes is made on this
    machine. `patience` is for how many seconds no chunk may become ready before the workers are replaced.
    """

    name: str = "local"
    workers: int = 0
    address: str | None = None
    patience: float = PATIENCE


@contextmanager
def opened(engine: Engine, recipe: Recipe) -> Iterator[Pool]:
    """The engine's workers, let go of at the end; raises UsageError where there is no such engine or extra."""
    pool = _pool(engine, recipe)
    try:
        yield pool
    finally:
        pool.close()


def _pool(engine: Engine, recipe: Recipe) -> Pool:
    workers = engine.workers or _processors()
    if engine.name == "local":
        from claimcheck.screen.local import LocalPool

        return LocalPool(recipe, workers, engine.patience)
    if engine.name == "dask":
        from claimcheck.screen.dask import DaskPool

        return DaskPool(recipe, workers, engine.address, engine.patience)
    if engine.name == "spark":
        from claimcheck.screen.spark import SparkPool

        return SparkPool(recipe, workers, engine.address, engine.patience)
    raise UsageError(f"There is no engine {engine.name!r}.", f"Use one of {', '.join(NAMES)}.")


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
