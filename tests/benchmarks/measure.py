"""CPU seconds and peak memory of whole processes, in turn, so that drift of a shared machine falls on all alike."""

import os
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Cost:
    """The medians of some runs, and the ratios to the first command's runs, pair by pair."""

    cpu: float
    memory: float
    ratio: float


def once(command):
    """CPU seconds (user and system) and peak megabytes of one run."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
    # As installed: Python keeps compiled modules, and the first run, which is not counted, writes them.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with subprocess.Popen(
        list(map(str, command)), cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    return used.ru_utime + used.ru_stime, used.ru_maxrss / (1 if sys.platform == "darwin" else 1024)


def in_turn(commands, runs=7):
    """The cost of each named command; the first is what the others are compared with."""
    for command in commands.values():
        once(command)
    rounds = [{name: once(command) for name, command in commands.items()} for _ in range(runs)]
    first = next(iter(commands))
    return {
        name: Cost(
            statistics.median(each[name][0] for each in rounds),
            statistics.median(each[name][1] for each in rounds),
            statistics.median(each[name][0] / each[first][0] for each in rounds),
        )
        for name in commands
    }
