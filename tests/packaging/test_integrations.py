"""The pre-commit hook and the GitHub Action: their scripts run here as the services would run them."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / ".github" / "actions" / "claimcheck" / "action.yml").read_text("utf-8"))
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


@pytest.fixture
def environment(tmp_path):
    """A PATH on which `claimcheck` is this tree's, and the files that GitHub hands to a step."""
    command = tmp_path / "bin" / "claimcheck"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m claimcheck "$@"\n')
    command.chmod(0o755)
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("CLAIMCHECK_")}
    return {
        **inherited,
        "PATH": f"{command.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "FOLDER": str(tmp_path / "temp folder"),
        "FAIL_ON": "",
        "BASELINE": "",
        "CHANGED_SINCE": "",
        "PATHS": ".",
    }


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "a page.html").write_text("<p>Our stem cells cure back pain, guaranteed.</p>")
    return folder


def step(name):
    return next(step for step in ACTION["runs"]["steps"] if step.get("name") == name)


def run_check(environment, folder, **inputs):
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step("Check")["run"]]
    process = subprocess.run(command, cwd=folder, env={**environment, **inputs}, capture_output=True, check=False)
    lines = Path(environment["GITHUB_OUTPUT"]).read_text().splitlines()
    return process, dict(line.split("=", 1) for line in lines)


def test_the_action_marks_findings_sums_up_and_writes_sarif(environment, site):
    process, outputs = run_check(environment, site, PATHS="\na page.html\n")
    assert process.returncode == 0 and outputs["exit-code"] == "1"
    assert b"::error file=a page.html,line=1" in process.stdout
    assert "# Claims report" in Path(environment["GITHUB_STEP_SUMMARY"]).read_text()
    assert json.loads(Path(outputs["sarif"]).read_text())["runs"][0]["results"]


def test_the_inputs_of_the_action_reach_the_program(environment, site):
    assert run_check(environment, site, FAIL_ON="never")[1]["exit-code"] == "0"


def test_an_input_is_never_run_as_a_command(environment, site):
    _, outputs = run_check(environment, site, PATHS='$(touch taken); `touch taken`; "; touch taken')
    assert outputs["exit-code"] == "2"
    assert not (site / "taken").exists()
    for each in ACTION["runs"]["steps"]:
        assert "${{" not in each.get("run", "")


def test_the_action_installs_the_tree_that_it_stands_in_and_fails_as_the_check_does():
    assert (ROOT / ".github/actions/claimcheck/../../..").resolve() == ROOT
    assert "../../.." in step("Install")["env"]["PACKAGE"]
    done = subprocess.run(["bash", "-c", step("Result")["run"]], env={**os.environ, "CODE": "1"}, check=False)
    assert done.returncode == 1


def test_the_action_uploads_sarif_unless_it_is_told_not_to():
    upload = step("Upload")
    assert upload["uses"].startswith("github/codeql-action/upload-sarif@")
    assert upload["with"]["sarif_file"] == "${{ steps.check.outputs.sarif }}"
    assert "inputs.upload-sarif == 'true'" in upload["if"]


def test_every_input_of_the_action_is_used():
    text = (ROOT / ".github" / "actions" / "claimcheck" / "action.yml").read_text("utf-8")
    for name in ACTION["inputs"]:
        assert f"inputs.{name}" in text


def test_the_hook_fails_on_findings_and_passes_without(environment, site):
    assert {"html", "markdown", "plain-text"} == set(HOOK["types_or"]) and HOOK["language"] == "python"
    (site / "clean.txt").write_text("We are open on Mondays.\n")
    for name, code in (("a page.html", 1), ("clean.txt", 0)):
        done = subprocess.run(
            [*shlex.split(HOOK["entry"]), name], cwd=site, env=environment, capture_output=True, check=False
        )
        assert done.returncode == code, done.stdout
