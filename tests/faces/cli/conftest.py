"""Runs the real program in a process of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture
def run(tmp_path):
    """Calls `claimcheck` with arguments, in an empty folder; gives the finished process."""

    def call(*arguments, stdin=b"", environment=None, folder=tmp_path):
        inherited = {key: value for key, value in os.environ.items() if not key.startswith("CLAIMCHECK_")}
        return subprocess.run(
            [sys.executable, "-m", "claimcheck", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=folder,
            env={**inherited, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **(environment or {})},
            timeout=120,
            check=False,
        )

    return call


@pytest.fixture
def own_ledger(tmp_path):
    """A ledger of one's own with a rule that the shipped one lacks."""
    path = tmp_path / "own.toml"
    path.write_text(
        '[[regulation]]\nid = "uk-house-rule"\njurisdiction = "uk"\nbody = "House"\ninstrument = "House rules"\n'
        'section = "1"\nforce = "guidance"\ntitle = "House rule"\ndemand = "No claim goes out without its trial."\n'
        'categories = ["all"]\nleads = ["cure", "guarantee", "regeneration"]\nstrengths = ["absolute"]\n'
        'when = ["guaranteed"]\nstatus = "verified"\nas_of = 2026-11-25\nseen = ["example.org/rules"]\n'
    )
    return path


@pytest.fixture
def page(tmp_path):
    """A page that no model should let pass: absolute claims, and one sentence that claims nothing."""
    path = tmp_path / "page.html"
    path.write_text(
        "<h1>Our stem cells cure back pain, guaranteed.</h1>\n"
        "<p>Guaranteed to regrow your discs 100 %.</p>\n"
        "<p>Our stem cells always work, permanently and with no side effects.</p>\n"
        "<p>We are open on Mondays.</p>\n"
    )
    return path


ADS = """\
ad_id,page_name,body,landing_page,impressions,date
a1,Spine Clinic,"Our stem cells cure back pain, guaranteed. No side effects, ever.",https://spine.example/,10k-20k,2026-02-03
a2,Spine Clinic,"Our stem cells cure back pain, guaranteed. No side effects, ever!",https://spine.example/,100,2026-02-04
a3,Bakery,We bake fresh bread every morning. Come and see us.,https://bread.example/,50,2026-03-01
a4,Other Clinic,Stem cell therapy regrows your worn discs. Book today.,https://other.example/,900,2026-03-05
a5,Bakery,,https://bread.example/,7,2026-03-06
"""


@pytest.fixture(scope="session")
def _screened(tmp_path_factory):
    folder = tmp_path_factory.mktemp("screened")
    (folder / "ads.csv").write_text(ADS)
    command = [sys.executable, "-m", "claimcheck", "screen", "ads.csv", "--out", "results", "--workers", "1"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    process = subprocess.run(command, capture_output=True, cwd=folder, env=environment, timeout=120, check=False)
    return folder, process


@pytest.fixture
def results(_screened, tmp_path):
    """The folder of a small screening by the shipped judge, the test's own copy."""
    folder, process = _screened
    assert process.returncode == 0, process.stderr
    shutil.copytree(folder / "results", tmp_path / "results")
    return tmp_path / "results"


@pytest.fixture
def screening(_screened):
    """The finished process of that screening."""
    return _screened[1]
