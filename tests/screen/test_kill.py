"""Killed at any moment, a run goes on and ends as if nothing had happened: no row lost, none doubled."""

import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROWS = 12_000
CHUNK = 32
KILLS = {"worker": 10, "run": 12}

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds workers through /proc")


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "ads.csv"
    lines = [f"a{n},Clinic {n % 7},We cure backs {n}. It may help {n}." for n in range(ROWS)]
    path.write_text("id,advertiser,body\n" + "\n".join(lines) + "\nbroken,line,with,too,many\n")
    return path


def start(source, out):
    path = os.pathsep.join((str(HERE), str(HERE.parents[1])))
    return subprocess.Popen(
        [sys.executable, HERE / "killable.py", source, out],
        env={**os.environ, "PYTHONPATH": path},
        start_new_session=True,
        stderr=subprocess.DEVNULL,
    )


def recorded(out):
    with contextlib.suppress(sqlite3.Error):
        connection = sqlite3.connect(f"file:{out / 'ledger.sqlite'}?mode=ro", uri=True)
        with contextlib.closing(connection):
            return connection.execute("SELECT COUNT(*) FROM chunks").fetchone()[0]
    return 0


def workers_of(process):
    """The joblib workers of a run; its other helper process is left alone."""
    found = []
    with contextlib.suppress(OSError):
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        for child in children:
            with contextlib.suppress(OSError):
                if b"popen_loky" in Path(f"/proc/{child}/cmdline").read_bytes():
                    found.append(int(child))
    return found


def wait_for(process, condition):
    while process.poll() is None and not condition():
        time.sleep(0.01)


def kill(process, what, draw):
    """Kills a worker, or the run itself (its workers have to notice)."""
    victims = workers_of(process) if what == "worker" else [process.pid]
    if process.poll() is not None or not victims:
        return False
    with contextlib.suppress(ProcessLookupError):
        os.kill(draw.choice(victims), signal.SIGKILL)
    if what == "run":
        process.wait()
    return True


@pytest.mark.slow
def test_random_kills_change_nothing(source, tmp_path, everything):
    draw = random.Random(os.environ.get("CLAIMCHECK_TEST_SEED", "11"))
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    assert start(source, whole).wait() == 0
    left, process, early = dict(KILLS), start(source, killed), 0
    while any(left.values()):
        if process.poll() is not None:
            process = start(source, killed)
        before = recorded(killed)
        if draw.random() < 0.8:
            wait_for(process, lambda before=before: recorded(killed) > before)
            time.sleep(draw.random() * 0.15)
        else:
            early += 1
            time.sleep(draw.random() * 1.5)  # While it starts, reads on, or has just begun.
        what = draw.choice([each for each in left if left[each]])
        left[what] -= kill(process, what, draw)
        assert recorded(killed) * CHUNK < ROWS, "the run ended before it had been killed often enough"
    # Once more at the end, while groups and exports are written.
    for _ in range(3):
        if process.poll() is not None:
            process = start(source, killed)
        wait_for(process, lambda: recorded(killed) * CHUNK > ROWS)
        time.sleep(draw.random() * 0.05)
        kill(process, "run", draw)
    if process.poll() is None:
        process.kill()
        process.wait()
    assert start(source, killed).wait() == 0
    assert everything(killed) == everything(whole)
    assert len(everything(killed)[0]["documents"]) == ROWS + 1
    assert not list(killed.glob("*/*.writing"))


def test_workers_leave_when_their_run_is_killed(source, tmp_path):
    process = start(source, tmp_path / "out")
    wait_for(process, lambda: recorded(tmp_path / "out") > 2)
    workers = workers_of(process)
    assert workers
    process.kill()
    process.wait()
    deadline = time.monotonic() + 30
    while any(Path(f"/proc/{each}/cmdline").exists() for each in workers) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not [each for each in workers if Path(f"/proc/{each}/cmdline").exists()]
