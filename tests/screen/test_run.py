"""A run from end to end: what is refused, what becomes a fault, and that nothing is overwritten."""

import gzip
import sqlite3

import pytest

from claimcheck.errors import UsageError
from claimcheck.screen import Columns, Engine
from claimcheck.screen.ledger import Ledger

ADS = [{"id": f"a{n}", "page_name": "Clinic", "body": f"We cure it {n}. It may help {n}."} for n in range(10)]


def test_rows_and_findings_are_recorded(table, screened, rows):
    total, out = screened(table(*ADS), chunk=3)
    assert (total.rows, total.flagged, total.faults, total.unread) == (10, 10, 0, 0)
    document = rows(out, "documents")[4]
    assert (document["id"], document["place"], document["advertiser"]) == ("a4", "line 5", "Clinic")
    assert (document["findings"], document["severity"], document["characters"]) == (2, 3, 28)
    finding = rows(out, "findings")[8]
    assert (finding["text"], finding["strength"], finding["categories"]) == ("We cure it 4", "absolute", "cure")
    assert len(rows(out, "chunks")) == 4


def test_the_same_command_again_changes_nothing(table, screened, everything):
    source = table(*ADS)
    _, out = screened(source)
    before = everything(out)
    assert screened(source)[0].rows == 10
    assert everything(out) == before


def test_the_number_of_workers_changes_nothing(table, screened, everything):
    source = table(*ADS)
    _, one = screened(source, out="one", chunk=2)
    _, two = screened(source, out="two", chunk=2, engine=Engine(workers=2))
    assert everything(one) == everything(two)


def test_bad_input_of_every_kind_becomes_faults(table, screened, rows, tmp_path):
    good = table(ADS[0], {"id": "x", "body": None}, {"id": "y", "body": "This FAILS."}, name="in/ads.jsonl")
    with good.open("ab") as file:
        file.write(b"{bad\n\xff\xfe{}\n")
    (tmp_path / "in/no_text.csv").write_text("id,spend\n1,3\n")
    (tmp_path / "in/cut.csv.gz").write_bytes(gzip.compress(b"id,body\n" + b"1,We cure it.\n" * 9)[:-8])
    (tmp_path / "in/broken.parquet").write_bytes(b"PAR1 no more")
    (tmp_path / "in/image.html").write_bytes(b"%PDF-1.4")
    total, out = screened(tmp_path / "in", tmp_path / "gone.csv")
    faults = {(fault["source"].rpartition("/")[2], fault["place"]): fault for fault in rows(out, "faults")}
    assert faults["ads.jsonl", "line 2"]["problem"] == "There is no text in it."
    assert faults["ads.jsonl", "line 3"]["stage"] == "judge"
    assert "no JSON" in faults["ads.jsonl", "line 4"]["problem"]
    assert "--text" in faults["no_text.csv", ""]["remedy"]
    assert [row["judged"] for row in rows(out, "documents") if row["source"].endswith("cut.csv.gz")] == [1] * 9 + [0]
    assert "binary" in faults["image.html", ""]["problem"]
    assert "No such file" in faults["gone.csv", ""]["problem"]
    assert ("broken.parquet", "") in faults
    assert total.unread == 4
    assert total.rows == len(rows(out, "documents")) == total.faults + sum(r["judged"] for r in rows(out, "documents"))


def test_zero_rows_are_a_complete_run(screened, rows, tmp_path):
    (tmp_path / "none.csv").write_text("id,body\n")
    total, out = screened(tmp_path / "none.csv")
    assert total.rows == 0
    assert rows(out, "documents") == []
    assert (out / "documents" / "part-00000.jsonl").read_bytes() == b""


def test_huge_documents_are_faults_and_large_ones_are_read(table, screened, monkeypatch, rows):
    from claimcheck.screen.judging import LIMIT

    total, out = screened(table({"body": "word " * (LIMIT // 5 + 1)}, {"body": "We cure it. " * 100_000}))
    assert (total.faults, total.flagged) == (1, 1)
    assert "longer than" in rows(out, "faults")[0]["problem"]


def test_a_folder_with_something_else_is_left_alone(table, screened, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"holds something else \(thesis.txt\)"):
        screened(table(*ADS))
    assert (tmp_path / "out" / "thesis.txt").read_text() == "mine"


@pytest.mark.parametrize("change", ["chunk", "columns", "model"])
def test_another_runs_folder_is_refused(table, screened, everything, stub, change):
    source = table(*ADS)
    _, out = screened(source)
    before = everything(out)
    rest = {"chunk": {"chunk": 7}, "columns": {"columns": Columns(("body",))}, "model": {"make": stub.other_stub}}[
        change
    ]
    with pytest.raises(UsageError, match="holds another run") as caught:
        screened(source, **rest)
    assert ("rerun" in caught.value.remedy) == (change == "model")
    assert everything(out) == before


def test_changed_sources_are_refused(table, screened, tmp_path):
    source = table(*ADS)
    screened(source)
    table(*ADS, ADS[0])
    with pytest.raises(UsageError, match="sources have changed"):
        screened(source)


def test_changed_content_of_equal_size_is_noticed_when_going_on(table, screened, tmp_path):
    source = table(*ADS)
    _, out = screened(source, chunk=2)
    with sqlite3.connect(out / "ledger.sqlite") as connection:
        connection.execute("DELETE FROM run WHERE name = 'complete'")
    source.write_text(source.read_text().replace("cure it 3", "cure it 8"))
    with pytest.raises(UsageError, match="not those"):
        screened(source, chunk=2)


def test_a_second_run_at_the_same_time_is_refused(table, screened, tmp_path):
    fcntl = pytest.importorskip("fcntl")
    source = table(*ADS)
    (tmp_path / "out").mkdir()
    with (tmp_path / "out" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(UsageError, match="Another run"):
            screened(source)


def test_a_full_disk_stops_with_what_was_recorded_and_goes_on(table, screened, everything, monkeypatch):
    source = table(*({"body": f"We cure it {n}. " * 50} for n in range(400)))
    _, whole = screened(source, out="whole", chunk=20)
    opened = Ledger.__init__

    def small(self, path):
        opened(self, path)
        self.connection.execute("PRAGMA max_page_count = 60")

    monkeypatch.setattr(Ledger, "__init__", small)
    with pytest.raises(UsageError, match="full") as caught:
        screened(source, chunk=20)
    assert "same command again" in caught.value.remedy
    monkeypatch.setattr(Ledger, "__init__", opened)
    _, out = screened(source, chunk=20)
    assert everything(out) == everything(whole)


def test_an_empty_ledger_left_by_a_kill_at_birth_is_begun_anew(table, screened, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "ledger.sqlite").touch()
    assert screened(table(*ADS))[0].rows == 10


def test_a_damaged_ledger_is_refused(table, screened, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "ledger.sqlite").write_bytes(b"no database at all " * 100)
    with pytest.raises(UsageError, match="cannot be used"):
        screened(table(*ADS))


def test_texts_are_kept_as_asked(table, screened, rows):
    source = table(ADS[0], {"body": "Nothing is claimed."}, {"body": "We cure it. " * 200})
    assert [len(rows(screened(source, out=keep, keep=keep)[1], "texts")) for keep in ("all", "flagged", "none")] == [
        3,
        2,
        0,
    ]


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_exports_hold_the_tables(table, screened, rows, format):
    if format == "parquet":
        pytest.importorskip("pyarrow", reason="the extra batch")
    _, out = screened(table(*ADS, {"body": ""}), format=format)
    for name, count in {"documents": 11, "findings": 20, "faults": 1, "coverage": 1}.items():
        path = out / name / f"part-00000.{format}"
        if format == "csv":
            assert path.read_text().count("\n") == count + 1
        else:
            from pyarrow import parquet

            assert parquet.read_table(path).num_rows == count


def test_parquet_in_gives_the_same_as_json_lines(table, screened, rows, tmp_path):
    pyarrow = pytest.importorskip("pyarrow", reason="the extra batch")
    from pyarrow import parquet

    path = tmp_path / "ads.parquet"
    parquet.write_table(pyarrow.Table.from_pylist(ADS), path, row_group_size=3)
    _, lines = screened(table(*ADS), out="lines")
    _, columns = screened(path, out="columns")
    assert rows(lines, "findings") == rows(columns, "findings")
    assert [row["id"] for row in rows(columns, "documents")] == [ad["id"] for ad in ADS]


def test_halves_of_characters_stop_nothing(screened, rows, tmp_path):
    (tmp_path / "ads.jsonl").write_text('{"id": "\\ud83d", "body": "We cure \\ud83d it."}\n')
    total, out = screened(tmp_path / "ads.jsonl")
    assert (total.rows, total.flagged) == (1, 1)
    assert "\ufffd" in rows(out, "texts")[0]["text"]
