"""A judge made for tests: it flags by a few words, so that what stands on a judgement is tested without the model.

And the option `--rebuild`, which has the tests that train the shipped model anew run.
"""

import pytest

from claimcheck.claim import About, Category, Cue, Judgement, PageType, Strength
from claimcheck.text import Span

WORDS = {
    "cure": (Strength.ABSOLUTE, (Category.CURE,)),
    "guarantee": (Strength.ABSOLUTE, (Category.GUARANTEE,)),
    "regrow": (Strength.ASSERTED, (Category.REGENERATION,)),
    "may ease": (Strength.VAGUE, (Category.EFFICACY,)),
}


def pytest_addoption(parser):
    parser.addoption("--rebuild", action="store_true", help="train the shipped model anew and compare: some minutes")


class KeywordJudge:
    """Flags what holds one of WORDS; counts the segments that it was given."""

    version = "words"

    def __init__(self, words=None):
        self.words = words or WORDS
        self.judged = 0

    def judge(self, segments, page_type=PageType.AUTO):
        self.judged += len(segments)
        return [self._one(segment.text.lower()) for segment in segments]

    def _one(self, text):
        found = [(text.index(word), word) for word in self.words if word in text]
        strength = max((self.words[word][0] for _, word in found), default=Strength.NONE)
        kinds = tuple(c for c in Category if any(c in self.words[word][1] for _, word in found))
        cues = tuple(Cue(Span(at, at + len(word)), "word", word) for at, word in sorted(found))
        strengths = {each: float(each is strength) for each in Strength}
        shares = {each: float(each in kinds) for each in Category}
        flagged = float(strength.flagged)
        return Judgement(About.OURS, strength, strength, kinds, flagged, strengths, shares, cues)


@pytest.fixture
def judge():
    return KeywordJudge()
