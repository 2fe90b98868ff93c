import json
from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck.errors import TableError
from claimcheck.learn import Columns, LabelledTable, cross_validate, read_table, table_markdown

STRENGTH = Path(__file__).with_name("strength.csv")
SMALL = LabelledTable(
    "small.csv",
    tuple(f"{thing} {words}." for thing in ("Zinc", "Iron", "A walk", "The tax") for words in ("may help", "helps")),
    ("open", "sure") * 4,
    (),
)


@pytest.fixture(scope="module")
def table():
    return read_table(STRENGTH, Columns("sentence", "strength", "study"))


@pytest.fixture(scope="module")
def scores(table):
    return cross_validate(table, folds=4)


def test_the_strength_of_causal_claims_is_learnt_far_better_than_by_words_alone(scores):
    # Sentences of our own, four on each of fifty topics; a topic never straddles folds.
    ours, usual = scores.values["macro_f1"], scores.values["comparison"]["TF-IDF + linear SVM"]["macro_f1"]
    assert ours > 0.82 and ours > usual > scores.values["comparison"]["the commonest label"]["macro_f1"]


def test_the_scores_are_plain_json_and_add_up(scores, table):
    values = scores.values
    assert json.loads(json.dumps(values)) == values
    assert (
        values["rows"] == sum(map(sum, values["confusion"]["rows"])) == sum(each["rows"] for each in values["by_fold"])
    )
    right = sum(row[at] for at, row in enumerate(values["confusion"]["rows"]))
    assert values["accuracy"] == pytest.approx(right / values["rows"], abs=1e-4)
    assert values["macro_f1"] == pytest.approx(sum(row["f1"] for row in values["classes"].values()) / 4, abs=1e-4)
    assert values["groups"] == 50 and len(values["chosen"]) == values["folds"] == 4
    assert {name: row["support"] for name, row in values["classes"].items()} == table.counts


def test_the_scores_are_told_with_every_label(scores, table):
    told = table_markdown(scores)
    assert told.startswith(f"Macro-F1 {scores.values['macro_f1']:.3f}")
    assert all(f"| {label} |" in told for label in table.counts)
    assert "50 groups kept whole" in told and "TF-IDF + linear SVM" in told


def test_the_same_seed_gives_the_same_scores():
    one, two = (cross_validate(SMALL, folds=2, compare=False).values for _ in range(2))
    assert one == two and "comparison" not in one


def test_progress_is_told_and_repeated_texts_are_counted():
    steps = []
    double = replace(SMALL, texts=SMALL.texts * 2, labels=SMALL.labels * 2)
    scores = cross_validate(double, folds=2, compare=False, progress=steps.append)
    assert steps == ["fold 1 of 2", "fold 2 of 2"]
    assert scores.values["repeated_texts"] == 8 and "8 rows repeat" in table_markdown(scores)


@pytest.mark.parametrize(
    ("folds", "groups", "told"),
    [
        (1, (), "1 folds leave nothing"),
        (5, (), "label 'open' has 4 rows; 5 folds"),
        (3, ("a", "b") * 4, "2 groups, fewer than the 3 folds"),
        (2, ("a", "b") * 4, "learn from one label only"),
    ],
)
def test_folds_that_cannot_be_filled_are_told(folds, groups, told):
    with pytest.raises(TableError, match=told):
        cross_validate(replace(SMALL, groups=groups), folds=folds)
