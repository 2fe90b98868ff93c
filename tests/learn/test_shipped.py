"""The model that ships: rebuilt it is the same, it runs as it was fitted, and its card says what it scores."""

import json
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pytest

from claimcheck.claim import PageType, Strength
from claimcheck.corpus import TEST, load, part
from claimcheck.judge import Judge
from claimcheck.judge.first import UNIT
from claimcheck.judge.table import key_of
from claimcheck.learn import evaluate
from claimcheck.learn.compile import compile_model, quantise
from claimcheck.learn.examples import Examples
from claimcheck.learn.fit import fit, second_inputs
from claimcheck.learn.matrix import Vocabulary
from claimcheck.learn.phrases import ALL, Nets
from claimcheck.learn.train import Lessons
from claimcheck.learn.words import Words

ROOT = Path(__file__).parents[2]
CORPUS, MODEL, NETS = ROOT / "corpus", ROOT / "models" / "default", ROOT / "models" / "phrases"


@pytest.fixture(scope="module")
def pages():
    return load(CORPUS / "pages")


@pytest.fixture(scope="module")
def manifest():
    return json.loads((MODEL / "manifest.json").read_text(encoding="utf-8"))


def test_the_model_was_trained_on_the_corpus_as_it_is(manifest):
    assert Lessons.of(CORPUS).hash == manifest["corpus"]
    assert Nets.read(NETS).version == manifest["nets"]


@pytest.fixture(scope="module")
def rebuilt(request, tmp_path_factory):
    """What `train` does, with the fitted scikit-learn estimators kept."""
    if not request.config.getoption("--rebuild"):
        pytest.skip("trains the model anew, which takes minutes: pytest --rebuild tests/learn/test_shipped.py")
    lessons, words, nets = Lessons.of(CORPUS), Words.shipped(), Nets.read(NETS)
    fitted = fit(lessons.examples(words.reader(), nets))
    folder = tmp_path_factory.mktemp("rebuilt")
    compile_model(fitted, words, nets, lessons.hash, folder)
    return fitted, folder


def test_a_rebuilt_model_equals_the_shipped_one(pages, manifest, rebuilt):
    if manifest["made_with"] == {name: version(name) for name in manifest["made_with"]}:
        assert json.loads((rebuilt[1] / "manifest.json").read_text(encoding="utf-8")) == manifest
    ours, theirs = (
        [
            (j.strength, j.categories)
            for page in part(pages, TEST)
            for j in Judge.from_folder(folder).judge(page.segments)
        ]
        for folder in (rebuilt[1], MODEL)
    )
    assert sum(a == b for a, b in zip(ours, theirs, strict=True)) >= 0.999 * len(ours)


class ByKey(dict):
    """Columns found by a feature's key: at run time two names with one CRC-32 are one feature."""

    def __init__(self, columns):
        super().__init__({key_of(name): column for name, column in columns.items()})

    def __contains__(self, name):
        return super().__contains__(key_of(name))

    def __getitem__(self, name):
        return super().__getitem__(key_of(name))


def test_the_runtime_scores_the_whole_corpus_as_scikit_learn_does(pages, rebuilt):
    fitted, folder = rebuilt
    judge, net = Judge.from_folder(folder), Nets.read(NETS).net(ALL)
    examples = Examples.of(pages, Words.shipped().reader(), lambda _: net)
    quantum, weights = quantise(fitted.heads)
    vocabulary = Vocabulary(ByKey(fitted.heads.vocabulary.columns))
    logits = vocabulary.matrix(examples.features) @ (weights * quantum)
    first, second = [], []
    for page in pages:
        one, two = judge.scores(page.segments, PageType.AUTO)
        first += one
        second += two
    assert np.abs(np.rint((logits + np.round(fitted.heads.biases, 6)) * UNIT) - np.array(first)).max() <= 1
    boosted = fitted.trees.decision_function(second_inputs(examples, np.array(first))) * UNIT
    assert np.abs(boosted - np.array(second)).max() <= 0.51 * (fitted.trees.n_iter_ + 1)


def test_the_card_has_the_scores_of_this_model():
    card = evaluate(CORPUS, MODEL, compare=False)
    text = (ROOT / "models" / "README.md").read_text(encoding="utf-8")
    assert f"Model `{card.values['model']}`" in text
    assert f"| flag | {card.values['strength']['flag']['precision']:.3f} [" in text


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


def test_the_committed_scorecard_is_of_the_shipped_model(manifest):
    committed = json.loads((ROOT / "models" / "scorecard.json").read_text(encoding="utf-8"))
    assert committed["model"] == manifest["version"]
    assert f"| flag | {committed['strength']['flag']['precision']:.3f} [" in (ROOT / "models" / "README.md").read_text(
        encoding="utf-8"
    )
