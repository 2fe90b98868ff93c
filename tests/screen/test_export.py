import json

import pytest

from claimcheck.errors import UsageError
from claimcheck.screen import export


def test_parts_are_cut_and_stale_ones_removed(table, screened, monkeypatch):
    monkeypatch.setattr(export, "_ROWS", 4)
    source = table(*({"id": f"a{n}", "body": f"We cure it {n}."} for n in range(8)))
    _, out = screened(source)
    parts = sorted(path.name for path in (out / "documents").iterdir())
    assert parts == ["part-00000.jsonl", "part-00001.jsonl"]
    (out / "documents" / "part-00007.jsonl").write_text("stale")
    screened(source)
    assert sorted(path.name for path in (out / "documents").iterdir()) == parts
    lines = [json.loads(line) for part in parts for line in (out / "documents" / part).read_text().splitlines()]
    assert [line["id"] for line in lines] == [f"a{n}" for n in range(8)]


def test_lists_stay_lists(table, screened):
    _, out = screened(table({"body": "We cure it."}))
    (line,) = (out / "findings/part-00000.jsonl").read_text().splitlines()
    assert json.loads(line)["citations"][0]["record"] == "respine-2024"


def test_parquet_in_groups(table, screened, monkeypatch):
    pytest.importorskip("pyarrow", reason="the extra batch")
    from pyarrow import parquet

    monkeypatch.setattr(export, "_GROUP", 3)
    source = table(*({"id": f"a{n}", "body": f"We cure {n}."} for n in range(8)), {"body": ""})
    _, out = screened(source, format="parquet")
    table_read = parquet.read_table(out / "documents/part-00000.parquet")
    assert table_read.column("id").to_pylist() == [*(f"a{n}" for n in range(8)), f"{source}:line 9"]
    assert table_read.column("reach").null_count == 9
    assert parquet.read_table(out / "faults/part-00000.parquet").num_rows == 1


def test_an_unknown_format_is_refused_before_anything_is_read(table, screened, tmp_path):
    with pytest.raises(UsageError, match="no export format 'xlsx'"):
        screened(table({"body": "Text of an ad."}), format="xlsx")
    assert not (tmp_path / "out" / "ledger.sqlite").exists()


def test_parquet_without_the_extra_tells_the_install_line(table, screened, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match="not installed") as caught:
        screened(table({"body": "Text of an ad."}), format="parquet")
    assert "claimcheck-health[batch]" in caught.value.remedy
