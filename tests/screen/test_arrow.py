import pytest

from claimcheck.screen import Recipe, Row, screen_rows

pyarrow = pytest.importorskip("pyarrow", reason="the extra batch")

from claimcheck.screen.arrow import (  # noqa: E402
    batch_to_rows,
    outcomes_to_batch,
    row_schema,
    rows_to_batch,
    screen_batch,
    table_to_outcomes,
)

ROWS = [
    Row(0, "a.csv", "line 2", "We cure it.", "a", "Clinic", "https://www.example.org/x", "2026-01-02", 12.0),
    Row(1, "a.html", "", b"<p>We cure it.</p>", format=None),
    Row(2, "b.csv", "line 3", problem="It is bad.", remedy="Mend it."),
]


def test_rows_and_outcomes_survive_the_way_through_arrow(stub):
    assert batch_to_rows(rows_to_batch(ROWS)) == ROWS
    outcomes = screen_rows(ROWS, Recipe(make=stub.stub))
    assert table_to_outcomes(outcomes_to_batch(outcomes)) == outcomes


def test_a_batch_gives_what_rows_give(stub):
    recipe = Recipe(make=stub.stub)
    assert table_to_outcomes(screen_batch(rows_to_batch(ROWS), recipe)) == screen_rows(ROWS, recipe)


def test_only_text_has_to_be_there(stub):
    batch = pyarrow.RecordBatch.from_pylist([{"content": "We cure it.", "other": 1}, {"content": None, "other": 2}])
    first, second = table_to_outcomes(screen_batch(batch, Recipe(make=stub.stub)))
    assert (first.document, first.severity, first.format) == (0, 3, "text")
    assert second.problem


def test_an_empty_batch(stub):
    batch = pyarrow.RecordBatch.from_pylist([], row_schema())
    assert screen_batch(batch, Recipe(make=stub.stub)).num_rows == 0
