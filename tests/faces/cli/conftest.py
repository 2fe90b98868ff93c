"""Runs the real program in a process of its own."""

import os
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
