import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpus.conftest import corpus, drafts  # noqa: F401 (fixtures)


def test_a_sound_corpus_exits_0(run, corpus):  # noqa: F811
    process = run("corpus", "validate", "--corpus", str(corpus))
    assert process.returncode == 0
    assert b"keeps to its rules" in process.stdout and not process.stderr


def test_problems_are_printed_and_exit_1(run, corpus):  # noqa: F811
    with (corpus / "pages" / "clinic.jsonl").open("a") as file:
        file.write("{\n")
    process = run("corpus", "validate", "--corpus", str(corpus))
    assert process.returncode == 1
    assert process.stdout.startswith(b"pages/clinic.jsonl:2: it is no JSON: ")
    assert b"Write one record a line" in process.stdout and process.stderr == b"1 problem.\n"


@pytest.mark.parametrize("command", [("validate",), ("add", "."), ("freeze",)])
def test_a_folder_that_is_no_corpus_exits_2(run, tmp_path, command):
    process = run("corpus", *command, "--corpus", str(tmp_path))
    assert process.returncode == 2
    assert b"holds no folder 'pages'" in process.stderr and b"--corpus" in process.stderr


def test_drafts_are_added_frozen_and_sound(run, corpus, drafts):  # noqa: F811
    process = run("corpus", "add", str(drafts), "--corpus", str(corpus))
    assert process.returncode == 0, process.stdout
    assert b"Added 1 page with 6 segments" in process.stdout
    assert run("corpus", "validate", "--corpus", str(corpus)).returncode == 1
    assert run("corpus", "freeze", "--corpus", str(corpus)).returncode == 0
    assert run("corpus", "validate", "--corpus", str(corpus)).returncode == 0


def test_a_faulty_draft_exits_1_and_nothing_is_added(run, corpus, drafts):  # noqa: F811
    (drafts / "tern-lane-01.lab").write_text("reader: w1\n")
    before = (corpus / "pages" / "clinic.jsonl").read_bytes()
    process = run("corpus", "add", str(drafts), "--corpus", str(corpus))
    assert process.returncode == 1
    assert b"tern-lane-01.lab: of 6 segments these have no label" in process.stdout
    assert b"nothing was changed" in process.stderr
    assert (corpus / "pages" / "clinic.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("stats", b"Targets: "),
        ("agreement", b"Strength: first reader down, second across"),
        ("duplicates", b"0 pairs of different advertisers"),
    ],
)
def test_what_is_counted_is_told_as_text_and_as_json(run, corpus, command, says):  # noqa: F811
    process = run("corpus", command, "--corpus", str(corpus))
    assert process.returncode == 0 and says in process.stdout and not process.stderr
    process = run("corpus", command, "--corpus", str(corpus), "--format", "json")
    assert process.returncode == 0
    assert isinstance(json.loads(process.stdout), dict | list)


def test_disagreements_are_listed_when_asked_for(run, corpus):  # noqa: F811
    file = corpus / "agreement" / "second.jsonl"
    record = json.loads(file.read_text())
    record["labels"] = [["ours", "vague", ["cure"]], record["first"][1]]
    file.write_text(json.dumps(record) + "\n")
    process = run("corpus", "agreement", "--corpus", str(corpus), "--list")
    assert b"a-1, segment 0 (clinic): Our marrow cells" in process.stdout
    assert b"second: ours vague cure" in process.stdout
    assert b"a-1, segment 0" not in run("corpus", "agreement", "--corpus", str(corpus)).stdout


def test_validating_loads_neither_scikit_learn_nor_nltk(corpus):  # noqa: F811
    code = (
        "import sys; from pathlib import Path; from claimcheck.corpus.validate import validate;"
        f"assert validate(Path({str(corpus)!r})) == [];"
        "assert not {'sklearn', 'nltk', 'numpy', 'scipy'} & set(sys.modules)"
    )
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root, env={**os.environ, "PYTHONPATH": str(root)})


def test_pages_are_read_a_second_time_and_settled(run, corpus, tmp_path):  # noqa: F811
    (corpus / "agreement" / "second.jsonl").unlink()
    readings = tmp_path / "readings.txt"
    readings.write_text("### a-1\n0 ours vague regeneration\n1 other absolute cure\n")
    process = run("corpus", "second", str(readings), "--corpus", str(corpus))
    assert process.returncode == 1 and b"readings.txt:1: it does not name its reader" in process.stdout
    process = run("corpus", "second", str(readings), "--reader", "r2", "--corpus", str(corpus))
    assert process.returncode == 0 and process.stdout.startswith(b"1 page read a second time.\n")
    process = run("corpus", "settle", str(readings), "--reader", "r3", "--corpus", str(corpus))
    assert process.returncode == 0 and process.stdout.startswith(b"1 page settled.\n")
    assert run("corpus", "freeze", "--corpus", str(corpus)).returncode == 0
    assert run("corpus", "validate", "--corpus", str(corpus)).returncode == 0


def test_what_is_left_to_settle_is_laid_out(run, corpus):  # noqa: F811
    file = corpus / "agreement" / "second.jsonl"
    record = json.loads(file.read_text())
    record["labels"] = [["ours", "vague", ["cure"]], record["first"][1]]
    file.write_text(json.dumps(record) + "\n")
    process = run("corpus", "agreement", "--corpus", str(corpus), "--unsettled")
    assert process.returncode == 0 and process.stdout.startswith(b"### a-1\n# clinic, sells\n#> 0 [heading1] Our")
