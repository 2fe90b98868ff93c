import json
import warnings

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError, SkipTestWarning
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import FunctionTransformer
from sklearn.utils import estimator_checks as checks
from sklearn.utils import get_tags

from claimcheck.errors import ModelError, TableError
from claimcheck.learn import TextClassifier

TEXTS = [f"{thing} {words}." for thing in ("Zinc", "A walk", "The tax", "Blue light") for words in ("may help", "might help", "helps", "surely helps", "was linked to age", "went along with age")]  # fmt: skip
LABELS = ["open", "open", "sure", "sure", "tied", "tied"] * 4
ASKED = ["Iron may help.", "Iron surely helps.", "Iron was linked to age."]


@pytest.fixture(scope="module")
def fitted():
    return TextClassifier().fit(TEXTS, LABELS)


@pytest.mark.filterwarnings("ignore::sklearn.exceptions.SkipTestWarning")
@checks.parametrize_with_checks([TextClassifier(), TextClassifier(model="logistic", C=1.0)])
def test_scikit_learns_checks_pass(estimator, check):
    check(estimator)


@pytest.mark.parametrize(
    "check",
    [
        checks.check_do_not_raise_errors_in_init_or_set_params,
        checks.check_estimator_repr,
        checks.check_get_params_invariance,
        checks.check_mixin_order,
        checks.check_no_attributes_set_in_init,
        checks.check_parameters_default_constructible,
        checks.check_set_params,
        checks.check_valid_tag_types,
    ],
    ids=lambda check: check.__name__,
)
def test_checks_that_scikit_learn_leaves_out_for_text_but_that_hold(check):
    check("TextClassifier", TextClassifier())


def test_check_estimator_fails_nothing():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SkipTestWarning)
        results = checks.check_estimator(TextClassifier(), on_fail=None)
    assert results and {each["status"] for each in results} == {"passed"}


def test_it_says_that_it_takes_strings():
    tags = get_tags(TextClassifier())
    assert tags.input_tags.string and not tags.input_tags.two_d_array
    assert tags.estimator_type == "classifier" and tags.target_tags.required


def test_a_learnable_rule_is_learnt(fitted):
    assert fitted.predict(ASKED).tolist() == ["open", "sure", "tied"]
    assert fitted.classes_.tolist() == ["open", "sure", "tied"]
    assert fitted.decision_function(ASKED).shape == (3, 3)
    assert fitted.score(TEXTS, LABELS) == 1.0
    assert fitted.choice_.macro_f1 > 0.9


def test_lists_arrays_and_the_same_seed_give_the_same(fitted):
    again = clone(fitted).fit(np.array(TEXTS, dtype=object), np.array(LABELS))
    assert np.array_equal(again.decision_function(np.array(ASKED)), fitted.decision_function(ASKED))


def test_numbers_are_labels_too_and_two_classes_have_one_score():
    model = TextClassifier(C=1.0, model="svm").fit(TEXTS[:4] * 2, [0, 0, 1, 1] * 2)
    assert model.predict(ASKED[:2]).tolist() == [0, 1]
    assert model.decision_function(ASKED).shape == (3,)
    assert np.array_equal(model.scores(ASKED)[:, 1], model.decision_function(ASKED))


def test_probabilities_come_with_the_model_that_has_them(fitted):
    for labels in (LABELS, [label == "open" for label in LABELS]):
        model = TextClassifier(model="logistic").fit(TEXTS, labels)
        shares = model.predict_proba(ASKED)
        assert np.allclose(shares.sum(axis=1), 1) and (shares >= 0).all()
        assert (model.classes_[shares.argmax(axis=1)] == model.predict(ASKED)).all()
    with pytest.raises(AttributeError):
        TextClassifier(model="svm").fit(TEXTS, LABELS).predict_proba(ASKED)


def test_it_works_in_a_pipeline_and_a_grid_search():
    lower = FunctionTransformer(lambda texts: [text.lower() for text in texts])
    search = GridSearchCV(
        Pipeline([("lower", lower), ("classify", TextClassifier(model="svm"))]),
        {"classify__C": [0.1, 1.0], "classify__min_count": [1, 2]},
        cv=2,
        error_score="raise",
    )
    search.fit(TEXTS, LABELS)
    assert search.best_score_ > 0.9 and search.predict(ASKED).tolist() == ["open", "sure", "tied"]
    assert cross_val_score(TextClassifier(C=1.0, model="svm"), np.array(TEXTS), LABELS, cv=2).mean() > 0.9


def test_groups_stay_whole_in_the_inner_folds(monkeypatch):
    from claimcheck.learn import classifier

    seen = []
    real = classifier.inner_folds
    monkeypatch.setattr(classifier, "inner_folds", lambda *given: seen.append(real(*given)) or seen[-1])
    groups = [f"g{at // 6}" for at in range(len(TEXTS))]
    TextClassifier().fit(TEXTS, LABELS, groups=groups)
    (folds,) = seen
    assert folds
    for train, test in folds:
        assert not {groups[at] for at in train} & {groups[at] for at in test}


@pytest.mark.parametrize(
    ("texts", "labels", "told"),
    [
        ("one text", ["a"], "several texts"),
        ([["a"], ["b"]], [1, 2], r"Text 0 is \['a'\] of type list"),
        (np.array([["a"], ["b"]]), [1, 2], "2 dimensions"),
        (["a", None], [1, 2], "Text 1 is None of type NoneType"),
        ([], [], "none"),
        (["a", "b"], [1], "inconsistent"),
        (["a", "b"], [1, 1], "one class only"),
        (["a", "b"], [0.5, 1.5], "label type"),
    ],
)
def test_bad_input_is_a_value_error_that_says_so(texts, labels, told):
    with pytest.raises(ValueError, match=told):
        TextClassifier(min_count=1).fit(texts, labels)


@pytest.mark.parametrize(
    "bad", [{"model": "tree"}, {"C": 0}, {"class_weight": "even"}, {"min_count": 0}, {"inner_folds": 0}]
)
def test_bad_parameters_are_told_when_fitting(bad):
    with pytest.raises(ValueError, match=next(iter(bad))):
        TextClassifier(**bad).fit(TEXTS, LABELS)


def test_nothing_is_predicted_before_fitting():
    with pytest.raises(NotFittedError):
        TextClassifier().predict(ASKED)


def test_one_row_of_a_class_leaves_no_inner_folds_and_is_learnt_all_the_same():
    model = TextClassifier(min_count=1).fit(["It may help.", "It helps.", "It helps me."], ["open", "sure", "sure"])
    assert model.choice_.macro_f1 is None
    assert model.predict(["It may."]).tolist() == ["open"]


@pytest.mark.parametrize(
    "labels", [LABELS, list(map("open sure tied".index, LABELS)), [label == "open" for label in LABELS]]
)
def test_a_saved_model_says_the_same_after_loading(tmp_path, labels):
    model = TextClassifier(model="logistic").fit(TEXTS, np.array(labels, dtype=object) if labels is LABELS else labels)
    model.save(tmp_path / "deep" / "model")
    again = TextClassifier.load(tmp_path / "deep" / "model")
    assert again.get_params() == model.get_params() and again.choice_ == model.choice_
    assert np.array_equal(again.decision_function(ASKED), model.decision_function(ASKED))
    assert again.predict(ASKED).tolist() == model.predict(ASKED).tolist()
    assert again.predict(ASKED).dtype == model.predict(ASKED).dtype


def test_the_same_texts_give_the_same_bytes_without_a_pickle(fitted, tmp_path):
    fitted.save(tmp_path / "a")
    clone(fitted).fit(TEXTS, LABELS).save(tmp_path / "b")
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()
    arrays = np.load(tmp_path / "a" / "weights.npz", allow_pickle=False)
    assert all(arrays[name].dtype == np.float64 for name in arrays)


def test_a_model_is_replaced_whole_and_nothing_else_is_overwritten(fitted, tmp_path):
    folder = tmp_path / "model"
    fitted.save(folder)
    before = sorted(path.name for path in tmp_path.rglob("*"))
    fitted.save(folder)
    assert sorted(path.name for path in tmp_path.rglob("*")) == before
    (folder / "notes.txt").write_text("mine")
    for other in (folder, tmp_path):
        with pytest.raises(TableError, match="holds something else"):
            fitted.save(other)
    assert (folder / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("name", ["terms.json", "weights.npz", "words.json", "manifest.json"])
def test_a_changed_or_missing_file_is_refused(fitted, tmp_path, name):
    fitted.save(tmp_path / "model")
    path = tmp_path / "model" / name
    path.write_bytes(path.read_bytes().replace(b"a", b"b", 1) + b"\n")
    if name == "manifest.json":
        path.write_text(json.dumps({"format": "other"}))
    with pytest.raises(ModelError):
        TextClassifier.load(tmp_path / "model")
    path.unlink()
    with pytest.raises(ModelError):
        TextClassifier.load(tmp_path / "model")
