"""Files checked by several processes, results in the order of the sources: the same bytes in any number of workers."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from claimcheck.faces.plan import Plan
from claimcheck.faces.sources import STANDARD_INPUT, Checks, Examined, examine, is_url
from claimcheck.finding import Fault
from claimcheck.settings import Settings

_FEWEST = 8
_BATCH = 4
_calls = count()
# What a worker holds between files: the plan of the run that it works for.
_held: dict[str, Plan] = {}


@dataclass(frozen=True)
class Parallel:
    """Examines files with `jobs` processes; what is no file, and too few files to be worth it, with this one."""

    settings: Settings
    today: str
    jobs: int
    suggest: bool = False
    max_growth: int | None = None

    def __call__(
        self,
        checker: Checks,
        sources: Iterable[str | Fault],
        standard_input: Callable[[], bytes],
        format: str | None,
    ) -> Iterator[Examined]:
        """Each source's result, in order, and whether the program itself failed at it."""
        named = list(sources)
        files = [each for each in named if _is_file(each)]
        if self.jobs == 1 or len(files) < _FEWEST:
            for each in named:
                yield examine(checker, each, standard_input, format)
            return
        import joblib

        token = f"{os.getpid()}-{next(_calls)}"
        tasks = (joblib.delayed(_examine)(token, self, file, format) for file in files)
        workers = joblib.Parallel(n_jobs=self.jobs, return_as="generator", batch_size=_BATCH, pre_dispatch="4*n_jobs")
        examined = workers(tasks)
        for each in named:
            yield next(examined) if _is_file(each) else examine(checker, each, standard_input, format)


def _is_file(source: str | Fault) -> bool:
    return isinstance(source, str) and source != STANDARD_INPUT and not is_url(source)


def _examine(token: str, run: Parallel, file: str, format: str | None) -> Examined:
    if token not in _held:
        _held.clear()
        _held[token] = Plan(run.settings, run.today, suggest=run.suggest, max_growth=run.max_growth)
    return examine(_held[token], file, bytes, format)
