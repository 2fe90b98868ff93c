import pytest

from claimcheck.errors import UsageError
from claimcheck.screen.files import Meter, expand, kind_of, listing


def test_kinds_by_name():
    assert kind_of("a/ADS.CSV.gz") == "csv"
    assert kind_of("x.warc.gz") == kind_of("x.warc.wet.gz") == "warc"
    assert kind_of("page.htm") == "page"
    assert kind_of("photo.png") is None


def test_folders_and_patterns_in_a_fixed_order_and_each_once(tmp_path):
    for name in ("b.csv", "a.csv", "sub/c.jsonl", "photo.png", ".hidden/d.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    files = list(expand([f"{tmp_path}/*.csv", str(tmp_path)]))
    assert [file.path.removeprefix(f"{tmp_path}/") for file in files] == ["a.csv", "b.csv", "sub/c.jsonl"]
    assert not any(file.problem for file in files)


def test_names_that_lead_nowhere_come_with_a_problem(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "photo.png").write_text("x")
    names = ("gone.csv", "*.csv", "empty", "photo.png")
    assert all(file.problem for file in expand(f"{tmp_path}/{name}" for name in names))


def test_the_listing_names_files_and_sizes(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("12345")
    before = listing([str(path)])
    assert (before.files, before.bytes) == (1, 5)
    path.write_text("123456")
    assert listing([str(path)]).digest != before.digest
    with pytest.raises(UsageError, match="Nothing is named"):
        listing([])


def test_the_meter_counts_bytes_on_disk(tmp_path):
    import gzip

    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(b"x" * 100_000))
    meter = Meter()
    with meter.open(str(path)) as file:
        assert file.read() == b"x" * 100_000
    assert meter.bytes == path.stat().st_size
