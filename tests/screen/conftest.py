"""Sources by hand and a quick checker, so that screening is tested without a model."""

import json
import sqlite3
import sys
from pathlib import Path

import pytest

from claimcheck.screen import Columns, Engine, Plan, Reading, Recipe, screen

# Workers are other processes, which find the module `stub` by its folder.
sys.path.insert(0, str(Path(__file__).parent))
import stub as stubs


@pytest.fixture(scope="session")
def stub():
    return stubs


@pytest.fixture(autouse=True)
def stub_for_workers(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", f"{Path(__file__).parent}:{Path(__file__).parents[2]}")


@pytest.fixture
def table(tmp_path):
    """Writes records as JSON lines and names the file."""

    def write(*records, name="ads.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(json.dumps(each) + "\n" for each in records))
        return path

    return write


@pytest.fixture
def screened(tmp_path):
    """Screens sources with the stub; gives what the run added up to, and the folder."""

    def call(*names, out="out", make=None, tell=lambda said: None, engine=None, **rest):
        reading = {key: rest.pop(key) for key in ("columns", "preset", "text_format") if key in rest}
        recipe = Recipe(make=make or stubs.stub, **{key: rest.pop(key) for key in ("keep",) if key in rest})
        plan = Plan(
            Reading(tuple(map(str, names)), reading.pop("columns", Columns()), **reading),
            recipe,
            engine or Engine(workers=1),
            **rest,
        )
        return screen(plan, tmp_path / out, tell=tell), tmp_path / out

    return call


def rows_of(folder, table, order="1"):
    """All rows of a table of a ledger, as dictionaries."""
    connection = sqlite3.connect(folder / "ledger.sqlite")
    connection.row_factory = sqlite3.Row
    try:
        return [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY {order}")]
    finally:
        connection.close()


@pytest.fixture
def rows():
    return rows_of


def everything_of(folder):
    """All that a run says: every table, and every exported file, byte for byte."""
    tables = ("run", "chunks", "documents", "texts", "findings", "faults", "groups", "coverage")
    files = {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.glob("*/part-*"))}
    return {table: rows_of(folder, table, "1, 2") for table in tables}, files


@pytest.fixture
def everything():
    return everything_of
