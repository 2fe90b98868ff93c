"""The judge with the model that ships: what must hold whatever its accuracy."""

import pytest

from claimcheck.claim import PageType, Segment, Strength
from claimcheck.judge import default_judge

PLAIN = "The lumbar spine has five vertebrae."
CLAIM = "Our stem cell injections regenerate damaged discs and relieve back pain."


@pytest.fixture(scope="module")
def judge():
    return default_judge()


def test_a_claim_is_flagged_and_anatomy_is_not(judge):
    assert judge.judge([Segment.of(CLAIM)])[0].flagged
    assert judge.judge([Segment.of(PLAIN)])[0].strength is Strength.NONE


def test_cues_are_words_of_the_segment_and_only_findings_have_them(judge):
    claim, plain = (judge.judge([Segment.of(text)])[0] for text in (CLAIM, PLAIN))
    assert claim.cues
    assert not plain.cues
    for cue in claim.cues:
        assert CLAIM[cue.span.start : cue.span.end] == cue.text


def test_the_same_page_is_judged_alike_twice(judge):
    page = [Segment.of(CLAIM), Segment.of(PLAIN)]
    assert judge.judge(page) == judge.judge(page)


def test_a_neutral_page_is_never_surer_than_a_seller(judge):
    page = [Segment.of(CLAIM)]
    seller, neutral = (judge.judge(page, kind)[0].confidence for kind in (PageType.SELLER, PageType.NEUTRAL))
    assert neutral <= seller


def test_no_segments_no_judgements(judge):
    assert judge.judge([]) == []


@pytest.mark.parametrize("text", ["☃", "a" * 50_000, "!!!", "1 2 3", "\N{BLACK STAR} cures \N{BLACK STAR}" * 500])
def test_odd_texts_are_judged_without_complaint(judge, text):
    assert len(judge.judge([Segment.of(text)])) == 1
