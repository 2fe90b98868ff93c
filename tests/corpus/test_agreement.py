import json
import re
from pathlib import Path

import pytest

from claimcheck.corpus import agreement

CORPUS = Path(__file__).parents[2] / "corpus"
SAME = [
    ["ours", "absolute", ["cure"]],
    ["ours", "vague", ["efficacy"]],
    ["body", "none", []],
    ["other", "asserted", ["cure"]],
]


def write(folder, first, second):
    (folder / "second.jsonl").write_text(json.dumps({"id": "a-1", "first": first, "labels": second}) + "\n")
    return agreement(folder)


def test_readers_who_say_the_same_agree_wholly(tmp_path):
    result = write(tmp_path, SAME, SAME)
    assert (result.segments, result.flag, result.strength, result.categories, result.flag_f1) == (4, 1, 1, 1, 1)


def test_a_near_miss_on_the_strength_costs_less_than_a_far_one(tmp_path):
    near = write(tmp_path, SAME, [["ours", "asserted", ["cure"]], *SAME[1:]])
    far = write(tmp_path, SAME, [["ours", "none", []], *SAME[1:]])
    assert far.strength < near.strength < 1
    assert near.flag == 1
    assert far.flag_f1 == pytest.approx(2 / 3)


def test_a_shared_category_counts_in_part(tmp_path):
    part = write(tmp_path, SAME, [["ours", "absolute", ["cure", "guarantee"]], *SAME[1:]])
    assert 0 < part.categories < 1


def test_the_readers_of_the_corpus_agree_as_the_datasheet_says():
    result = agreement(CORPUS / "agreement")
    text = (CORPUS / "README.md").read_text(encoding="utf-8")
    told = re.search(r"alpha ([\d.]+) on the flag, ([\d.]+) on the strength, ([\d.]+) on the categories", text)
    assert told.groups() == tuple(f"{value:.2f}" for value in (result.flag, result.strength, result.categories))
    assert result.flag >= 0.85
    assert result.strength >= 0.80
