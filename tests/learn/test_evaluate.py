import json

import numpy as np
import pytest

from claimcheck.claim import Strength
from claimcheck.corpus import TEST, contrast_pairs, load, part
from claimcheck.errors import UsageError
from claimcheck.learn import Scorecard, drops, evaluate, leave_genre_out, markdown, train, write
from claimcheck.learn import baselines as rows
from claimcheck.learn.baselines import embedding_regression, keyword_list, tfidf_regression


@pytest.fixture(scope="module")
def model(corpus, nets, tmp_path_factory):
    steps = []
    folder = tmp_path_factory.mktemp("model")
    train(corpus, folder, nets, progress=steps.append)
    assert steps
    return folder


@pytest.fixture(scope="module")
def card(corpus, model):
    return evaluate(corpus, model)


def side(text, form, about="ours"):
    kinds = {"categories": ["regeneration"]} if form == "asserted" else {"categories": []}
    target = {"text": text, "role": "paragraph", "about": about, "form": form, "strength": form, **kinds}
    return {"seller": True, "page": [{"text": "Our care", "role": "heading", "level": 1}, {**target, "target": True}]}


@pytest.fixture(scope="module")
def full(records, model, tmp_path_factory):
    """The same corpus with contrast pairs and second readings, the second reader flagging nothing."""
    folder = tmp_path_factory.mktemp("full")
    for name in ("pages", "contrast", "agreement"):
        (folder / name).mkdir()
    (folder / "pages" / "clinic.jsonl").write_text("".join(json.dumps(each) + "\n" for each in records))
    sides = [side("Stem cells heal your disc.", "asserted"), side("The disc has many nerves.", "none", "body")]
    pairs = [
        {"id": f"{case}-{number}", "case": case, "edit": "topic", "author": "a", "reader": "b", "sides": sides}
        for case in (1, 2)
        for number in range(12)
    ]
    (folder / "contrast" / "case-01.jsonl").write_text("".join(json.dumps(each) + "\n" for each in pairs))
    (folder / "agreement" / "second.jsonl").write_text(
        "".join(json.dumps(second(each)) + "\n" for each in records[:60])
    )
    return folder


def second(record):
    first = [[s["about"], s["form"], s.get("form_categories") or s["categories"]] for s in record["segments"]]
    return {"id": record["id"], "reader": "second", "labels": [["business", "none", []]] * len(first), "first": first}


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


def test_every_score_has_an_interval_around_it(card):
    lines = [*card.values["strength"].values(), *card.values["categories"].values(), *card.values["genres"].values()]
    for row in lines:
        for name, (low, high) in row["intervals"].items():
            assert 0 <= low <= row[name] <= high <= 1


def test_a_corpus_without_second_readings_and_pairs_has_no_such_scores(card):
    assert "readers" not in card.values and "hard cases" not in card.values


def test_hard_cases_and_readers_are_scored_on_what_training_left_out(full, model, tmp_path):
    card = evaluate(full, model, compare=False)
    hard, pairs = card.values["hard cases"], contrast_pairs(full / "contrast", TEST)
    assert hard["all"]["pairs"] == len(pairs) > 0 and set(hard["cases"]) == {str(pair.case) for pair in pairs}
    assert hard["all"]["both"] == hard["all"]["flag"] == 1.0
    readers = card.values["readers"]
    tested = {page.id for page in part(load(full / "pages"), TEST)}
    read = [json.loads(line)["id"] for line in (full / "agreement" / "second.jsonl").read_text().splitlines()]
    assert readers["first reader"]["pages"] == len(tested.intersection(read)) > 0
    assert readers["first reader"]["f1"] > 0.95 and readers["second reader"]["f1"] == 0.0
    assert readers["between the readers"]["kappa"] == 0.0
    told = markdown(card)
    assert "| 1, Negation |" in told and "| first reader |" in told and "| all |" in told


def test_a_drop_below_the_committed_scorecard_is_told(card, tmp_path):
    path = tmp_path / "scorecard.json"
    path.write_text(json.dumps(card.values))
    assert drops(card, path) == []
    worse = json.loads(json.dumps(card.values))
    worse["strength"]["flag"]["f1"] -= 0.02
    worse["kappa"]["value"] -= 0.005
    assert drops(Scorecard(worse), path) == [
        f"flag F1 fell from {card.values['strength']['flag']['f1']:.3f} to {worse['strength']['flag']['f1']:.3f}, by more than 0.01"
    ]
    assert drops(Scorecard(worse), path, 0.03) == [] and len(drops(Scorecard(worse), path, 0.001)) == 2
    for broken in ("{}", "no json"):
        path.write_text(broken)
        with pytest.raises(UsageError, match="no scorecard"):
            drops(card, path)


def test_a_genre_is_judged_by_what_the_other_genres_taught(records, nets, tmp_path):
    (tmp_path / "pages").mkdir()
    genres = {0: "clinic", 1: "article"}
    lines = [{**each, "genre": genres[number % 30 % 2]} for number, each in enumerate(records)]
    (tmp_path / "pages" / "all.jsonl").write_text("".join(json.dumps(each) + "\n" for each in lines))
    steps = []
    card = leave_genre_out(tmp_path, nets, progress=steps.append)
    assert steps[3:] == [
        "without clinic: 45 pages to learn from, 45 to judge",
        "without article: 45 pages to learn from, 45 to judge",
    ]
    assert card.values["size"]["pages"] == 90 and set(card.values["genres"]) == {"clinic", "article"}
    assert card.values["strength"]["flag"]["f1"] > 0.9
    assert "one for each genre left out" in markdown(card)


def test_sentence_vectors_are_compared_only_where_an_encoder_is_installed(corpus, monkeypatch):
    pages = load(corpus / "pages")[:20]
    texts = ["Call us on 44 to book."]

    def embed(given):
        return np.array(
            [[len(text), "guarantee" in text, "may" in text, "Call" in text] for text in given], dtype=float
        )

    assert len(embedding_regression(pages, texts, embed)) == 1
    monkeypatch.setattr(rows, "embedder", lambda: None)
    assert len(dict(rows.baselines(pages, texts))) == 2
    monkeypatch.setattr(rows, "embedder", lambda: embed)
    assert "sentence embeddings + logistic regression" in dict(rows.baselines(pages, texts))
