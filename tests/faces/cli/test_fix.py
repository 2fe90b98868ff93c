import json
from pathlib import Path

import pytest

from claimcheck.checker import Checker
from claimcheck.faces.fixing import LEVELS, fixed_file
from tests.golden import MODULES

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted((ROOT / "corpus" / "examples").iterdir())
GOLDEN = ROOT / "tests" / "golden" / "fix"
COPY = "Our clinic is in Leeds. Our stem cells regrow your discs. Guaranteed. Book a visit.\n"


def goldens():
    """The diff that `claimcheck fix --all --diff` shows for each example page."""
    checker = Checker(suggest=True)
    diffs = {}
    for path in EXAMPLES:
        relative = path.relative_to(ROOT)
        file = fixed_file(path, checker, LEVELS["all"])
        diffs[GOLDEN / f"{path.name}.diff"] = "".join(file.diff()).replace(str(path), str(relative))
    return diffs


@pytest.fixture(scope="module")
def fixed():
    checker = Checker(suggest=True)
    return {path.name: fixed_file(path, checker, LEVELS["all"]) for path in EXAMPLES}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_diff_of_an_example_page_is_the_golden_one(path, fixed):
    found = "".join(fixed[path.name].diff()).replace(str(path), str(path.relative_to(ROOT)))
    assert found == (GOLDEN / f"{path.name}.diff").read_bytes().decode(), "run: python -m tests.golden fix"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_what_was_applied_is_below_the_flag_when_the_page_is_read_again(path, fixed):
    file = fixed[path.name]
    again = Checker().check(file.fixed.text, format=file.result.source.format)
    rewritten = {finding.rewrite.text for finding, _ in file.fixed.applied if finding.rewrite.text}
    left = {finding.text for finding, _ in (*file.fixed.left, *file.fixed.skipped)}
    assert not {finding.text for finding in again.findings} & rewritten - left


def test_the_goldens_can_be_written_anew():
    assert MODULES["fix"] == "tests.faces.cli.test_fix"
    assert {path.name for path in GOLDEN.iterdir()} == {f"{path.name}.diff" for path in EXAMPLES}


def test_nothing_is_written_without_being_asked(run, tmp_path):
    path = tmp_path / "copy.txt"
    path.write_text(COPY)
    process = run("fix", str(path), "--all")
    assert process.returncode == 1
    assert process.stdout.startswith(b"--- ")
    assert b"applied" in process.stderr
    assert path.read_text() == COPY


def test_what_is_written_is_clean(run, tmp_path):
    path = tmp_path / "copy.txt"
    path.write_text(COPY)
    assert run("fix", str(path), "--all", "--write").returncode in (0, 1)
    assert path.read_text() != COPY
    assert run("fix", str(path), "--all", "--write").stdout == b""


def test_the_account_as_json(run, tmp_path):
    path = tmp_path / "copy.txt"
    path.write_text(COPY)
    report = json.loads(run("fix", str(path), "--confirm", "--format", "json").stdout)
    (document,) = report["documents"]
    assert report["schema"] == "claimcheck/fix/1"
    assert {"source", "written", "diff", "applied", "left", "skipped"} == set(document)
    for entry in (*document["applied"], *document["left"]):
        assert entry["reason"]


def test_one_bad_file_does_not_hide_the_other(run, tmp_path):
    path = tmp_path / "copy.txt"
    path.write_text(COPY)
    process = run("fix", str(tmp_path / "gone.txt"), str(path), "--all")
    assert process.returncode == 2
    assert b"gone.txt" in process.stderr
    assert process.stdout.startswith(b"--- ")


def test_what_cannot_be_fixed_is_said(run):
    assert run("fix", "-").returncode == 2
    assert run("fix", "x.txt", "--diff", "--write").returncode == 2
    assert run("fix", "x.txt", "--apply", "--all").returncode == 2


def test_what_a_team_allows_stays(run, tmp_path):
    path = tmp_path / "copy.txt"
    path.write_text(COPY)
    (tmp_path / "own.toml").write_text('[[allow]]\nphrase = "regrow your discs"\nreason = "held by our counsel"\n')
    assert b"-Our clinic" in run("fix", str(path), "--all").stdout
    allowed = run("fix", str(path), "--all", "--phrases", "own.toml")
    assert b"regrow your discs" not in allowed.stderr
    assert run("fix", str(path), "--ledger", "gone.toml").returncode == 2
