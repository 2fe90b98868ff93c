"""Holds the README equal to the program. `python -m tests.test_readme` rewrites what is generated."""

import inspect
import os
import re
import subprocess
import sys
from enum import EnumMeta
from pathlib import Path

import pytest

import claimcheck

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
EXAMPLE = "corpus/examples/elementor-landing.html"
FIRST_FINDINGS = 4


def output():
    """The first findings and the summary line of the README's example."""
    process = subprocess.run(
        [sys.executable, "-m", "claimcheck", "check", EXAMPLE],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert process.returncode == 1, process.stderr
    *findings, summary = process.stdout.rstrip("\n").split("\n\n")
    return "\n\n".join(["```text", *findings[:FIRST_FINDINGS], "[...]", summary]).replace("\n\n", "\n", 1) + "\n```"


def api():
    """A table of everything public, from the first lines of the docstrings."""
    rows = [row for name in claimcheck.__all__ for row in _rows(name, getattr(claimcheck, name))]
    return "\n".join(["| name | what it gives |", "| --- | --- |", *(f"| `{name}` | {line} |" for name, line in rows)])


def _rows(name, value):
    yield name + (_arguments(value) if not isinstance(value, type) else ""), _first_line(value)
    if isinstance(value, type) and not isinstance(value, EnumMeta) and not issubclass(value, Exception):
        for key, member in vars(value).items():
            target = member.__func__ if isinstance(member, classmethod | staticmethod) else member
            if not key.startswith("_") and (inspect.isfunction(target) or isinstance(target, property)):
                arguments = "" if isinstance(target, property) else _arguments(target)
                yield f"{name}.{key}{arguments}", _first_line(target)


def _arguments(function):
    parameters = inspect.signature(function).parameters.values()
    shown = [parameter.replace(annotation=inspect.Parameter.empty) for parameter in parameters]
    kept = [parameter for parameter in shown if parameter.name not in ("self", "cls")]
    return str(inspect.Signature(kept))


def _first_line(value):
    return inspect.getdoc(value).splitlines()[0]


def between(mark, text):
    return re.search(rf"(?<=<!-- {mark} -->\n).*?(?=<!-- end -->)", text, re.DOTALL).group().strip("\n")


def rewrite():
    """Writes the generated parts anew."""
    text = README.read_text("utf-8")
    for mark, made in (("output", output()), ("api", api())):
        text = re.sub(
            rf"(?<=<!-- {mark} -->\n).*?(?=<!-- end -->)",
            lambda _, made=made: made + "\n",
            text,
            count=1,
            flags=re.DOTALL,
        )
    README.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def readme():
    return README.read_text("utf-8")


def test_the_output_is_that_of_a_run(readme):
    assert between("output", readme) == output()


def test_the_api_table_is_complete_and_in_step(readme):
    assert between("api", readme) == api()


def test_every_public_name_is_documented():
    for name in claimcheck.__all__:
        assert re.search(r"\w", _first_line(getattr(claimcheck, name)))


def test_the_library_example_runs(readme, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    (example,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    exec(example, {})
    assert "Our stem cells regrow your discs." in capsys.readouterr().out


def test_the_pipeline_runs_the_commands_of_the_readme(readme):
    commands = [
        line
        for block in re.findall(r"```sh\n(.*?)```", readme, re.DOTALL)
        for line in block.splitlines()
        if line.startswith("python3 -m venv")
    ]
    pipeline = (ROOT / ".ci" / "run").read_text("utf-8")
    assert len(commands) == 2
    assert all(command in pipeline for command in commands)


def test_the_toml_example_is_accepted(readme, tmp_path):
    from claimcheck.settings import Settings

    (tmp_path / "claimcheck.toml").write_text(re.search(r"```toml\n(.*?)```", readme, re.DOTALL).group(1))
    origins = Settings.load({}, folder=tmp_path, environment={}).origins
    assert origins.keys() == {"fail_on", "min_severity", "page_type", "jurisdiction"}


if __name__ == "__main__":
    rewrite()
