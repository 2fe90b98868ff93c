"""The model that ships: rebuilt it is the same, it runs as it was fitted, and its card says what it scores."""

import json
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pytest

from claimcheck.claim import PageType, Strength
from claimcheck.judge import Judge
from claimcheck.judge.first import UNIT
from claimcheck.learn import evaluate, train
from claimcheck.learn.corpus import load
from claimcheck.learn.split import TEST, TRAIN, VALIDATION, part
from claimcheck.learn.train import corpus_hash

ROOT = Path(__file__).parents[2]
CORPUS, MODEL = ROOT / "corpus", ROOT / "models" / "default"


@pytest.fixture(scope="module")
def pages():
    return load(CORPUS / "pages")


@pytest.fixture(scope="module")
def manifest():
    return json.loads((MODEL / "manifest.json").read_text(encoding="utf-8"))


def boost():
    folder = CORPUS / "boost"
    return load(folder) if folder.is_dir() else []


def test_the_model_was_trained_on_the_corpus_as_it_is(pages, manifest):
    assert corpus_hash([*part(pages, TRAIN, VALIDATION), *boost()]) == manifest["corpus"]


def test_a_rebuilt_model_equals_the_shipped_one(pages, manifest, tmp_path):
    train(CORPUS, tmp_path)
    rebuilt, shipped = Judge.from_folder(tmp_path), Judge.from_folder(MODEL)
    if manifest["made_with"] == {name: version(name) for name in manifest["made_with"]}:
        assert json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8")) == manifest
    test = part(pages, TEST)
    judged = [
        [(j.strength, j.categories) for page in test for j in judge.judge(page.segments)]
        for judge in (rebuilt, shipped)
    ]
    same = sum(a == b for a, b in zip(*judged, strict=True))
    assert same >= 0.999 * len(judged[0])


def test_the_runtime_scores_the_whole_corpus_as_plain_matrix_arithmetic_does(pages, manifest):
    """The compiled table against the same weights in numpy, over the features that scikit-learn was given."""
    from claimcheck.learn.examples import Examples
    from claimcheck.learn.matrix import SCALES
    from claimcheck.learn.words import Words

    judge = Judge.from_folder(MODEL)
    table = judge.table
    examples = Examples.of(pages, Words.shipped().reader())
    names = sorted({name for each in examples.features for group in each.groups() for name in group})
    weights = {name: np.array(row) for name in names if (row := table.weights(name)) is not None}
    expected = []
    for each in examples.features:
        total = np.array(manifest["biases"])
        for scale, group in zip(SCALES, each.groups(), strict=True):
            rows = [weights[name] for name in group if name in weights]
            total = (
                total + (scale * manifest["quantum"] / np.sqrt(len(group) or 1)) * np.sum(rows, axis=0)
                if rows
                else total
            )
        expected.append(np.rint(total * UNIT))
    first = [row for page in pages for row in judge.scores(page.segments, PageType.AUTO)[0]]
    assert np.abs(np.array(first) - np.array(expected)).max() <= 1


def test_the_card_has_the_scores_of_this_model():
    card = evaluate(CORPUS, MODEL, compare=False)
    text = (ROOT / "models" / "README.md").read_text(encoding="utf-8")
    assert f"Model `{card.values['model']}`" in text
    assert f"| flag | {card.values['strength']['flag']['precision']:.3f} |" in text


def test_the_corpus_is_as_large_as_promised(pages):
    assert sum(len(page.segments) for page in pages) >= 3000
    assert len(pages) >= 200
    assert len({page.advertiser for page in pages}) >= 60
    assert len({page.genre for page in pages}) >= 8
    assert {label.strength for page in pages for label in page.labels} == set(Strength)


def test_no_author_labelled_their_own_pages():
    for file in sorted((CORPUS / "pages").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            assert record["author"] != record["reader"]
