"""A document that kills or hangs a worker is set aside; everything else is judged."""

import pytest

from claimcheck.screen import Engine


@pytest.mark.parametrize(("deadly", "patience"), [("KILLS", 600), ("HANGS", 8)])
def test_what_kills_is_set_aside(table, screened, rows, deadly, patience):
    ads = [{"id": str(n), "body": f"We cure it {n}."} for n in range(24)]
    ads[13]["body"] = f"This one {deadly}."
    total, out = screened(table(*ads), chunk=4, engine=Engine(workers=2, patience=patience))
    assert (total.rows, total.flagged, total.faults) == (24, 23, 1)
    (fault,) = rows(out, "faults")
    assert (fault["document"], fault["stage"]) == (13, "worker")
    assert "died or did not end" in fault["problem"]


def test_many_that_kill(table, screened, rows):
    ads = [{"id": str(n), "body": "This KILLS." if n in (0, 1, 5) else f"We cure it {n}."} for n in range(6)]
    total, out = screened(table(*ads), chunk=2)
    assert [fault["document"] for fault in rows(out, "faults")] == [0, 1, 5]
    assert total.flagged == 3
