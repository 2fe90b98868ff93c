"""The rules of the house that no single room can keep: floors and doors, sizes, and that nothing escapes its test."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from claimcheck import report
from claimcheck.faces.cli.app import COMMANDS as NAMES
from claimcheck.faces.cli.app import module

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "claimcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))

# What the design allows at the top level, beside dot-files and what tools leave behind (which git ignores).
TOP_LEVEL = {
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "claimcheck",
    "corpus",
    "models",
    "pyproject.toml",
    "tests",
}
LONGEST_MODULE = 250
LONGEST_FUNCTION = 40


def named(path):
    return path.relative_to(ROOT).as_posix()


def test_imports_keep_to_floors_and_doors():
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    process = subprocess.run(
        [sys.executable, "-c", command, "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 0, process.stdout


def test_the_top_level_holds_what_the_design_allows():
    ignored = {line.strip("/") for line in (ROOT / ".gitignore").read_text().splitlines()}
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert {name for name in found - ignored if not name.endswith(".egg-info")} == TOP_LEVEL


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_is_short_and_says_what_it_is(path):
    source = path.read_text("utf-8")
    assert source.count("\n") < LONGEST_MODULE
    assert ast.get_docstring(ast.parse(source))


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_function_is_short(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            statements = node.body[1:] if ast.get_docstring(node) else node.body
            length = node.end_lineno - statements[0].lineno + 1 if statements else 0
            assert length < LONGEST_FUNCTION, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", [path for path in MODULES if path.name != "__init__.py"], ids=named)
def test_a_module_prints_nothing(path):
    calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    assert not [call for call in calls if isinstance(call, ast.Name) and call.id == "print"]


@pytest.mark.parametrize("path", [path for path in MODULES if path.name == "__init__.py"], ids=named)
def test_a_door_only_opens(path):
    if path.parent == PACKAGE:
        pytest.skip("the front door looks its names up when they are first used")
    body = ast.parse(path.read_text("utf-8")).body
    assert all(isinstance(node, ast.Expr | ast.ImportFrom | ast.Import | ast.Assign) for node in body)


COMMANDS = [getattr(module(name), name) for name in NAMES]
# The commands of a group that have a file of their own, GROUP_COMMAND.py.
IN_OWN_FILES = [
    info.callback
    for name in NAMES
    for info in getattr(module(name), "group", typer.Typer()).registered_commands
    if info.callback.__module__ != module(name).__name__
]


@pytest.mark.parametrize("command", [*COMMANDS, *IN_OWN_FILES], ids=lambda command: command.__name__)
def test_a_command_has_a_test_file_and_an_example(command):
    assert (ROOT / "tests" / "faces" / "cli" / f"test_{command.__name__}.py").is_file()
    assert f"Example: claimcheck {command.__name__.replace('_', ' ')}" in command.__doc__


def test_every_command_file_is_a_registered_command():
    helpers = {"__init__", "app", "checking", "exits", "options", "output"}
    files = {path.stem for path in (PACKAGE / "faces" / "cli").glob("*.py")}
    assert files - helpers == {command.__name__ for command in [*COMMANDS, *IN_OWN_FILES]}


@pytest.mark.parametrize("format", report.FORMATS)
def test_a_report_format_has_a_module_and_a_test_file(format):
    assert (PACKAGE / "report" / f"{format}.py").is_file()
    assert (ROOT / "tests" / "report" / f"test_{format}.py").is_file()


def test_tests_mirror_the_package():
    rooms = {path.relative_to(PACKAGE) for path in PACKAGE.rglob("*") if (path / "__init__.py").is_file()}
    for room in rooms:
        assert (ROOT / "tests" / room).is_dir(), f"no tests for {room}"
