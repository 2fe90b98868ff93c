"""Fitting, compiling and reading back: the runtime must say what scikit-learn said."""

import numpy as np
import pytest

from claimcheck.claim import PageType, Strength
from claimcheck.corpus import load
from claimcheck.errors import ModelError
from claimcheck.judge import Judge
from claimcheck.judge.first import UNIT
from claimcheck.judge.model import FILES
from claimcheck.learn.compile import compile_model, quantise
from claimcheck.learn.examples import Examples
from claimcheck.learn.fit import fit, second_inputs
from claimcheck.learn.words import Words


@pytest.fixture(scope="module")
def examples(corpus):
    return Examples.of(load(corpus / "pages"), Words.shipped().reader())


@pytest.fixture(scope="module")
def fitted(examples):
    return fit(examples)


@pytest.fixture(scope="module")
def folder(fitted, tmp_path_factory):
    folder = tmp_path_factory.mktemp("model")
    compile_model(fitted, Words.shipped(), "hash", folder)
    return folder


def test_a_learnable_rule_is_learnt(corpus, folder):
    judge = Judge.from_folder(folder)
    pages = load(corpus / "pages")
    pairs = [
        (label.strength, judged.strength)
        for page in pages
        for label, judged in zip(page.labels, judge.judge(page.segments), strict=True)
    ]
    assert sum(a is b for a, b in pairs) > 0.97 * len(pairs)
    assert {b for _, b in pairs} == set(Strength)


def test_the_runtime_scores_as_scikit_learn_does(corpus, examples, fitted, folder):
    judge = Judge.from_folder(folder)
    quantum, weights = quantise(fitted.heads)
    biases = np.round(fitted.heads.biases, 6)
    expected = np.rint((fitted.heads.vocabulary.matrix(examples.features) @ (weights * quantum) + biases) * UNIT)
    first, second = [], []
    for page in load(corpus / "pages"):
        one, two = judge.scores(page.segments, PageType.AUTO)
        first += one
        second += two
    assert np.abs(np.array(first) - expected).max() <= 1
    boosted = fitted.trees.decision_function(second_inputs(examples, np.array(first))) * UNIT
    assert np.abs(np.array(second) - boosted).max() < 0.51 * (fitted.trees.n_iter_ + 1)


def test_the_same_corpus_gives_the_same_bytes(examples, folder, tmp_path):
    compile_model(fit(examples), Words.shipped(), "hash", tmp_path)
    for name in (*FILES, "manifest.json"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_refused(folder, tmp_path, name):
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    content = bytearray((tmp_path / name).read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ModelError, match="not the one that its manifest describes"):
        Judge.from_folder(tmp_path)


def test_a_folder_without_a_model_is_refused_with_a_remedy(tmp_path):
    with pytest.raises(ModelError, match="claimcheck train"):
        Judge.from_folder(tmp_path)
