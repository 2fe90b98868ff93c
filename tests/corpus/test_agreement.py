import json
import re
from itertools import product
from pathlib import Path

import pytest

from claimcheck.claim import Strength
from claimcheck.corpus import agreement
from claimcheck.corpus.agreement import by_genre, confusion, disagreements, read_twice, values
from claimcheck.corpus.holdings import read_holdings
from claimcheck.errors import CorpusError
from tests.corpus.conftest import write as write_lines

CORPUS = Path(__file__).parents[2] / "corpus"
SAME = [
    ["ours", "absolute", ["cure"]],
    ["ours", "vague", ["efficacy"]],
    ["body", "none", []],
    ["other", "asserted", ["cure"]],
]


def write(folder, first, second):
    record = {"id": "a-1", "reader": "r2", "first": first, "labels": second}
    (folder / "second.jsonl").write_text(json.dumps(record) + "\n")
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


def test_the_strength_is_measured_with_krippendorffs_ordinal_distance(tmp_path):
    forms = ["none", "none", "vague", "asserted", "absolute", "qualified", "vague"]
    others = ["none", "vague", "vague", "absolute", "absolute", "none", "asserted"]
    kinds = {"vague": ["cure"], "asserted": ["cure"], "absolute": ["cure"]}
    result = write(tmp_path, *([["ours", form, kinds.get(form, [])] for form in each] for each in (forms, others)))
    names = [strength.label for strength in Strength]
    told = [names.index(form) for form in forms + others]
    counts = [told.count(level) for level in range(5)]

    def distance(one, two):
        low, high = min(one, two), max(one, two)
        return (sum(counts[low : high + 1]) - (counts[low] + counts[high]) / 2) ** 2

    pairs = list(zip(told[:7], told[7:], strict=True))
    observed = sum(distance(a, b) for a, b in pairs) / len(pairs)
    expected = sum(distance(a, b) for (i, a), (j, b) in product(enumerate(told), repeat=2) if i != j) / (14 * 13)
    assert result.strength == pytest.approx(1 - observed / expected)


def test_a_shared_category_counts_in_part(tmp_path):
    part = write(tmp_path, SAME, [["ours", "absolute", ["cure", "guarantee"]], *SAME[1:]])
    assert 0 < part.categories < 1


def test_where_no_label_varies_nothing_is_told(tmp_path):
    result = write(tmp_path, SAME[2:], SAME[2:])
    assert (result.segments, result.flag, result.strength, result.categories, result.flag_f1) == (2, None, None, None, None)


def test_a_malformed_line_is_named(tmp_path):
    with pytest.raises(CorpusError, match=r"second.jsonl:1: first, segment 0: unknown form 'huge'"):
        write(tmp_path, [["ours", "huge", []]], [["ours", "none", []]])


def test_disagreements_come_with_their_words_the_widest_first(corpus):
    first = [["ours", "absolute", ["regeneration"]], ["other", "absolute", ["cure"]]]
    second = [["ours", "asserted", ["regeneration"]], ["ours", "absolute", ["cure"]]]
    write_lines(corpus / "agreement" / "second.jsonl", {"id": "a-1", "reader": "r2", "first": first, "labels": second})
    pairs = read_twice(read_holdings(corpus))
    assert [(pair.number, pair.genre, pair.text[:6]) for pair in disagreements(pairs)] == [
        (1, "clinic", "Drills"),
        (0, "clinic", "Our ma"),
    ]
    assert confusion(pairs, lambda reading: reading.about.value) == {("ours", "ours"): 1, ("other", "ours"): 1}
    assert list(by_genre(pairs)) == ["clinic"]
    told = values(pairs, listed=True)
    assert told["disagreements"][1] == {
        "id": "a-1",
        "segment": 0,
        "genre": "clinic",
        "text": "Our marrow cells regrow every worn disc for good.",
        "first": "ours absolute regeneration",
        "second": "ours asserted regeneration",
    }
    assert "disagreements" not in values(pairs)


def test_the_readers_of_the_corpus_agree_as_the_datasheet_says():
    result = agreement(CORPUS / "agreement")
    text = (CORPUS / "README.md").read_text(encoding="utf-8")
    told = re.search(r"alpha ([\d.]+) on the flag, ([\d.]+) on the strength, ([\d.]+) on the categories", text)
    assert told.groups() == tuple(f"{value:.2f}" for value in (result.flag, result.strength, result.categories))
    assert result.flag >= 0.85
    assert result.strength >= 0.80
