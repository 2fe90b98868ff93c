import random

import pytest

from claimcheck.screen.group import SIMILAR, _shingles, bands, jaccard
from claimcheck.screen.mask import mask, words

BASE = (
    "Our stem cells cure back pain for good and patients walk again after one visit to the spine clinic in the city of"
)


def group_of(rows, out):
    return {row["document"]: row["representative"] for row in rows(out, "groups")}


def test_the_same_words_come_together(table, screened, rows):
    ads = ["We cure it for $499!", "We cure it for $1,499", "we cure IT for $0.99.", "They cure it for $499."]
    assert group_of(rows, screened(table(*({"body": ad} for ad in ads)))[1]) == {0: 0, 1: 0, 2: 0, 3: 3}


def test_nearly_the_same_words_come_together_by_representative(table, screened, rows):
    ads = [f"{BASE} {town}." for town in ("Leeds", "Bath", "York")]
    _, out = screened(table(*({"body": ad} for ad in ads)))
    assert group_of(rows, out) == {0: 0, 1: 0, 2: 0}
    assert all(SIMILAR <= row["similarity"] <= 1 for row in rows(out, "groups"))


def test_a_claim_and_its_denial_never_come_together(table, screened, rows):
    ads = [BASE, BASE.replace("cells cure", "cells do not cure"), BASE.replace("cells cure", "cells don't cure")]
    assert len(set(group_of(rows, screened(table(*({"body": ad} for ad in ads)))[1]).values())) == 3


def test_only_flagged_documents_are_grouped_and_each_keeps_its_findings(table, screened, rows):
    _, out = screened(table({"body": "We cure it."}, {"body": "We open at nine."}, {"body": "we cure it"}))
    assert group_of(rows, out) == {0: 0, 2: 0}
    assert [row["document"] for row in rows(out, "findings")] == [0, 2]


def test_without_texts_exact_copies_still_come_together(table, screened, rows):
    ads = ["We cure it for $1.", "We cure it for $2.", f"{BASE} Leeds.", f"{BASE} Bath."]
    _, out = screened(table(*({"body": ad} for ad in ads)), keep="none")
    assert group_of(rows, out) == {0: 0, 1: 0, 2: 2, 3: 3}


def test_bands_find_what_is_similar():
    """By the arithmetic of eight bands of four rows, 98 % at a Jaccard of 0.8, and more above."""
    draw = random.Random(5)
    vocabulary = [f"w{n}" for n in range(500)]
    found = tried = 0
    for _ in range(300):
        one = draw.choices(vocabulary, k=60)
        other = [*one]
        other[draw.randrange(60)] = "changed"
        first, second = _shingles(one), _shingles(other)
        if jaccard(first, second) >= SIMILAR:
            tried += 1
            found += bool(set(bands(first)) & set(bands(second)))
    assert tried > 200
    assert found / tried > 0.97


@pytest.mark.parametrize("text", ["", "...", "123"])
def test_texts_without_words(text):
    assert mask(text)
    assert words(text) in ([], ["0"])
