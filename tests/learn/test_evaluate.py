import json

import pytest

from claimcheck.claim import Strength
from claimcheck.corpus import load
from claimcheck.learn import evaluate, markdown, train, write
from claimcheck.learn.baselines import keyword_list, tfidf_regression


@pytest.fixture(scope="module")
def model(corpus, tmp_path_factory):
    steps = []
    folder = tmp_path_factory.mktemp("model")
    train(corpus, folder, progress=steps.append)
    assert steps
    return folder


@pytest.fixture(scope="module")
def card(corpus, model):
    return evaluate(corpus, model)


def test_the_scorecard_scores_only_advertisers_that_training_left_out(card, corpus):
    assert 0 < card.values["size"]["segments"] < sum(len(page.segments) for page in load(corpus / "pages"))


def test_a_learnable_rule_scores_high_and_beside_it_stand_simpler_methods(card):
    assert card.values["strength"]["flag"]["f1"] > 0.95
    assert set(card.values["comparison"]) == {"claimcheck", "TF-IDF + logistic regression", "keyword list"}


def test_the_scorecard_is_plain_json(card):
    assert json.loads(json.dumps(card.values)) == card.values


def test_the_card_names_every_category_and_strength(card, tmp_path):
    write(card, tmp_path / "README.md")
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert markdown(card) in text
    assert all(name in text for name in card.values["categories"])
    assert all(f"| {name} |" in text for name in ("flag", "warning and up", "error"))


def test_the_keyword_list_reads_words_only():
    assert keyword_list(["A guaranteed cure", "It may heal", "It heals", "Call us"]) == [
        Strength.ABSOLUTE,
        Strength.VAGUE,
        Strength.ASSERTED,
        Strength.NONE,
    ]


def test_the_usual_text_classifier_learns_the_strengths(corpus):
    pages = load(corpus / "pages")
    judged = tfidf_regression(pages, ["We guarantee that exosomes heal every disc.", "Call us on 44 to book."])
    assert judged == [Strength.ABSOLUTE, Strength.NONE]
