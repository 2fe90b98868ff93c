"""What needs an extra that is not installed says so, with the line that installs it."""

import sys

import pytest

from claimcheck.errors import UsageError
from claimcheck.screen import Engine


@pytest.mark.parametrize(("engine", "module"), [("dask", "distributed"), ("spark", "pyspark")])
def test_an_engine(table, screened, monkeypatch, engine, module):
    for name in [name for name in sys.modules if name.partition(".")[0] == module]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UsageError, match="not installed") as caught:
        screened(table({"body": "Text of an ad."}), engine=Engine(engine))
    assert f"claimcheck-health[{engine}]" in caught.value.remedy


def test_a_parquet_source_among_others_is_a_fault_of_its_own(table, screened, rows, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "ads.parquet").write_bytes(b"PAR1")
    total, out = screened(tmp_path / "ads.parquet", table({"body": "We cure it."}))
    assert (total.rows, total.flagged, total.unread) == (2, 1, 1)
    assert "claimcheck-health[batch]" in rows(out, "faults")[0]["remedy"]
