"""What we claim to do beside our peers, held to the tests that show it."""

import ast
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FEATURES = tomllib.loads((ROOT / "tests" / "features.toml").read_text("utf-8"))["feature"]


@cache
def named_in(path):
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


def test_every_row_is_there_once_and_in_order():
    assert [feature["row"] for feature in FEATURES] == list(range(1, 68))


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: str(feature["row"]))
def test_a_row_says_what_it_claims_and_what_is_missing(feature):
    assert feature.keys() <= {"row", "name", "ours", "tests", "note"} and feature["name"]
    assert feature["ours"] in ("yes", "partly", "no")
    assert bool(feature.get("tests")) is (feature["ours"] != "no")
    assert bool(feature.get("note")) is (feature["ours"] != "yes")


@pytest.mark.parametrize("feature", [each for each in FEATURES if "tests" in each], ids=lambda each: str(each["row"]))
def test_the_tests_that_a_row_names_exist(feature):
    for name in feature["tests"]:
        path, _, test = name.partition("::")
        assert test in named_in(path), name
