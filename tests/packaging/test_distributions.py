"""What is shipped: sdist and wheel hold what they must, and an installed wheel checks a page."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.wheel

ROOT = Path(__file__).parents[2]
MODEL = sorted(path.relative_to(ROOT / "models").as_posix() for path in (ROOT / "models").rglob("*") if path.is_file())
DATA = ["py.typed", "codebook.toml", "messages.toml", "report/report-1.schema.json", "judge/lexicon.toml"]
DATA += ["language.txt", "report/page.css", "report/page.js"]


@pytest.fixture(scope="module")
def distributions(tmp_path_factory):
    """The sdist, and the wheel that is built from it, as an installer would build it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    process = subprocess.run(command, capture_output=True, text=True, check=False)
    assert process.returncode == 0, process.stdout + process.stderr
    (sdist,), (wheel,) = folder.glob("*.tar.gz"), folder.glob("*.whl")
    return sdist, wheel


@pytest.fixture(scope="module")
def installed(distributions, tmp_path_factory):
    """An environment with the wheel; its dependencies are borrowed from the environment that runs the tests."""
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    place = Path(_ask(python, "import sysconfig; print(sysconfig.get_path('purelib'))"))
    wheel = str(distributions[1])
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-deps", "--no-index", wheel]
    subprocess.run(command, check=True)
    (place / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


def _ask(python, program, folder=None):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    process = subprocess.run(
        [str(python), "-c", program], capture_output=True, text=True, check=True, cwd=folder, env=environment
    )
    return process.stdout.strip()


def test_the_wheel_holds_the_package_its_data_and_the_model(distributions):
    with zipfile.ZipFile(distributions[1]) as wheel:
        names = set(wheel.namelist())
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "claimcheck").rglob("*.py")}
    assert modules | {f"claimcheck/{name}" for name in DATA} <= names
    assert {f"claimcheck/_data/models/{name}" for name in MODEL} <= names
    assert "claimcheck/_data/models/default/manifest.json" in names


def test_the_wheel_holds_nothing_else(distributions):
    with zipfile.ZipFile(distributions[1]) as wheel:
        outside = {name.split("/")[0] for name in wheel.namelist()} - {"claimcheck"}
        assert not [name for name in wheel.namelist() if "__pycache__" in name or name.endswith(".pyc")]
    assert len(outside) == 1 and outside.pop().endswith(".dist-info")


def test_the_wheel_carries_the_licence(distributions):
    with zipfile.ZipFile(distributions[1]) as wheel:
        assert [name for name in wheel.namelist() if name.endswith(".dist-info/licenses/LICENSE")]


def test_the_sdist_holds_model_corpus_and_tests(distributions):
    with tarfile.open(distributions[0]) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"README.md", "LICENSE", "CHANGELOG.md", "pyproject.toml", "tests/test_house.py"} <= names
    assert {f"models/{name}" for name in MODEL} <= names
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / "corpus").rglob("*") if path.is_file()} <= names
    assert not [name for name in names if name.startswith((".venv", ".git/"))]


def test_an_installed_wheel_checks_a_page(installed, tmp_path):
    page = ROOT / "corpus" / "examples" / "elementor-landing.html"
    program = installed.with_name("claimcheck.exe" if os.name == "nt" else "claimcheck")
    process = subprocess.run(
        [str(program), "check", str(page)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert process.returncode == 1, process.stderr
    summary, versions = process.stdout.rstrip().splitlines()[-2:]
    assert summary.endswith("are text.") and versions.startswith("claimcheck ")


def test_an_installed_wheel_uses_its_own_files(installed, tmp_path):
    program = "import claimcheck; from claimcheck.judge.model import default_folder; print(claimcheck.__file__); print(default_folder())"
    package, model = _ask(installed, program, tmp_path).splitlines()
    assert ROOT not in Path(package).parents
    assert Path(model) == Path(package).parent / "_data" / "models" / "default"


def test_an_editable_install_uses_the_model_of_the_tree(tmp_path):
    program = "from claimcheck.judge.model import default_folder; print(default_folder())"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert Path(process.stdout.strip()) == ROOT / "models" / "default"
