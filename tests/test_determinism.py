"""The same input gives the same bytes, whatever the hash seed, the locale, the order of files and the number of workers."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "corpus" / "examples" / name for name in ("article.txt", "honest-clinic.html", "social-ads.md")]


def report(*options, pages=PAGES, format="json", **environment):
    command = [
        sys.executable,
        "-m",
        "claimcheck",
        "check",
        "--no-suggest",
        "--format",
        format,
        *options,
        *map(str, pages),
    ]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    process = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=False)
    assert process.returncode == 1, process.stderr
    return process.stdout


@pytest.fixture(scope="module")
def plain():
    return report(PYTHONHASHSEED="0")


@pytest.mark.parametrize(
    "environment", [{"PYTHONHASHSEED": "4242"}, {"LC_ALL": "C", "LANG": "C"}, {"TZ": "Asia/Tokyo"}]
)
def test_neither_hash_seed_nor_locale_changes_a_byte(plain, environment):
    assert report(**environment) == plain


def test_neither_does_the_number_of_workers(plain):
    assert report("--jobs", "2") == plain


def test_a_document_is_told_alike_in_any_order(plain):
    turned = json.loads(report(pages=PAGES[::-1]))["documents"]
    by_name = {each["source"]: each for each in json.loads(plain)["documents"]}
    assert {each["source"]: each for each in turned} == by_name
