"""No accuracy is traded for speed: on the whole corpus the judge says, bit for bit, what `plainly.py` says."""

from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck.claim import PageType
from claimcheck.corpus import load
from claimcheck.judge import default_judge, keys
from claimcheck.judge.features import GROUPS, features
from claimcheck.judge.model import default_folder
from claimcheck.judge.model import load as load_model
from claimcheck.judge.scope import claim_states, counts
from claimcheck.judge.second import inputs
from claimcheck.judge.table import key_of
from tests.judge.plainly import Plainly

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def pages(request):
    """The segments of every page; without `--rebuild`, which CI sets, those of every tenth."""
    every = 1 if request.config.getoption("rebuild") else 10
    return [page.segments for folder in ("pages", "boost") for page in load(CORPUS / folder)[::every]]


@pytest.mark.slow
def test_every_judgement_of_the_corpus_is_what_the_plain_judge_says(pages):
    plain, judge, model = Plainly(default_folder()), default_judge(), load_model(default_folder())
    known = {}
    judged, expected, rows, firsts = [], [], [], []
    for segments in pages:
        page = model.reader.page()
        for segment in segments:
            if segment.text not in known:
                known[segment.text] = plain.first(segment.text, page)
        first = [known[segment.text] for segment in segments]
        reaches = [counts(claim_states(page.read(segment.text))) for segment in segments]
        nets = [plain.phrases(segment, page) for segment in segments]
        rows += inputs(segments, first, reaches, nets, PageType.AUTO)
        firsts += first
        judged += judge.judge(segments)
    for start in range(0, len(rows), 2_000):
        expected += plain.second(rows[start : start + 2_000])
    texts = [segment.text for segments in pages for segment in segments]
    for text, first, second, judgement in zip(texts, firsts, expected, judged, strict=True):
        decided = model.decision.decide(first, second)
        if decided.flagged:
            decided = replace(decided, cues=plain.cues(text, decided))
        assert judgement == decided, text


def test_keys_are_those_of_the_features_names(pages):
    page = load_model(default_folder()).reader.page()
    odd = ["", "!!!", "Zero RISK. Zero risk!", "\ud83d cures", "naïve “cells” — 50 % (2024) …", "ALL CAPITALS HERE"]
    for text in [*odd, *{segment.text for segments in pages[::5] for segment in segments}]:
        reading = page.read(text)
        states = claim_states(reading)
        found = {
            "words": keys.words(reading),
            "chars": {key for word in reading.norms for key in keys.chars(word)},
            "shape": keys.shape(reading),
            "scope": keys.scope(reading, states),
            "senses": keys.senses(reading),
        }
        named = dict(zip(GROUPS, features(text, page).groups(), strict=True))
        assert found == {group: set(map(key_of, names)) for group, names in named.items()}, text
