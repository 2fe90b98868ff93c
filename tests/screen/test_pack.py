import json
import shutil
import subprocess

import pytest

from claimcheck.errors import UsageError
from claimcheck.screen import Ledger, pack, review
from claimcheck.screen.review import Label

EVIL = "<script>alert(1)</script> We cure it & more."


@pytest.fixture
def run(table, screened):
    _, out = screened(
        table(
            {"id": "a1", "page_name": "Clinic", "body": EVIL, "date": "2026-03-04", "url": "https://example.org/1"},
            {"id": "a2", "page_name": "Clinic", "body": "We open at nine."},
            {"id": "a3", "page_name": "Clinic", "body": "It may help. We cure it."},
        )
    )
    ledger = Ledger.open(out)
    review.record(
        ledger, [Label(0, "violating", "cure", "R. Singh", "2026-11-28", ledger.one("SELECT hash FROM documents"))]
    )
    yield ledger
    ledger.close()


def test_a_pack_holds_the_evidence(run, tmp_path):
    assert pack.write(run, tmp_path / "pack", ["a1"], None) == ["SHA256SUMS", "pack.html", "pack.json"]
    (document,) = json.loads((tmp_path / "pack/pack.json").read_text())["documents"]
    assert (document["text"], document["captured"], document["place"]) == (EVIL, "2026-03-04", "line 1")
    (finding,) = document["findings"]
    assert document["text"][finding["start"] : finding["end"]] == finding["text"]
    assert finding["citations"][0]["record"] == "respine-2024"
    assert document["verdicts"][0]["reviewer"] == "R. Singh"
    assert pack.verify(tmp_path / "pack") == []


def test_the_page_is_self_contained_and_escaped(run, tmp_path):
    pack.write(run, tmp_path / "pack", ["a1"], None)
    page = (tmp_path / "pack/pack.html").read_text()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not any(mark in page for mark in ("src=", "<link", "@import", "url("))
    assert '<mark class="error">' in page
    assert "R. Singh" in page


def test_the_same_bytes_whenever_it_is_made(run, tmp_path):
    for name in ("one", "two"):
        pack.write(run, tmp_path / name, ["a1", "a3"], None)
    for file in ("SHA256SUMS", "pack.html", "pack.json"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_an_advertisers_pack_holds_what_is_flagged(run, tmp_path):
    pack.write(run, tmp_path / "pack", (), "Clinic")
    content = json.loads((tmp_path / "pack/pack.json").read_text())
    assert [document["id"] for document in content["documents"]] == ["a1", "a3"]
    assert content["run"]["model"] == "stub"


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="sha256sum is not installed")
def test_sha256sum_reads_the_manifest(run, tmp_path):
    pack.write(run, tmp_path / "pack", ["a1"], None)
    process = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path / "pack", capture_output=True, check=False)
    assert process.returncode == 0


@pytest.mark.parametrize("harm", ["change", "remove", "add", "unlist", "retext", "escape"])
def test_what_was_changed_is_found(run, tmp_path, harm):
    folder = tmp_path / "pack"
    pack.write(run, folder, ["a1"], None)
    sums = folder / "SHA256SUMS"
    if harm == "change":
        (folder / "pack.html").write_text("nothing")
    elif harm == "remove":
        (folder / "pack.json").unlink()
    elif harm == "add":
        (folder / "more.html").write_text("more")
    elif harm == "unlist":
        sums.write_text("".join(line for line in sums.read_text().splitlines(True) if "json" not in line))
    elif harm == "escape":
        sums.write_text(sums.read_text() + f"{'0' * 64}  ../secret\n")
    else:
        data = (folder / "pack.json").read_text().replace("We cure it", "We like it")
        (folder / "pack.json").write_text(data)
        from hashlib import sha256

        lines = [line for line in sums.read_text().splitlines() if "json" not in line]
        sums.write_text("\n".join([*lines, f"{sha256(data.encode()).hexdigest()}  pack.json"]) + "\n")
    assert pack.verify(folder)


def test_nothing_is_overwritten(run, tmp_path):
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="not empty"):
        pack.write(run, tmp_path / "pack", ["a1"], None)
    assert [path.name for path in (tmp_path / "pack").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(("ids", "advertiser"), [((), None), (("a1",), "Clinic"), (("gone",), None), ((), "Gone")])
def test_what_is_not_there_is_told(run, tmp_path, ids, advertiser):
    with pytest.raises(UsageError):
        pack.write(run, tmp_path / "pack", ids, advertiser)
    assert not (tmp_path / "pack").exists()


def test_what_is_no_pack_is_told(tmp_path):
    with pytest.raises(UsageError, match="no evidence pack"):
        pack.verify(tmp_path)


def test_a_pdf_is_the_same_bytes_too(run, tmp_path):
    pytest.importorskip("weasyprint", reason="the extra pdf", exc_type=(ImportError, OSError))
    for name in ("one", "two"):
        pack.write(run, tmp_path / name, ["a1"], None, pdf=True)
    assert (tmp_path / "one/pack.pdf").read_bytes() == (tmp_path / "two/pack.pdf").read_bytes()
    assert pack.verify(tmp_path / "one") == []
