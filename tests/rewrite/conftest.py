"""Pages judged by a plain rule in place of the model, so that rewrites are tested whatever the model says."""

import re
from dataclasses import replace

import pytest

from claimcheck.claim import About, Category, Judgement, PageType, Role, Strength
from claimcheck.read import Outline, outline
from claimcheck.rewrite import suggest
from claimcheck.text import OffsetMap, Source

CLAIMS = {
    Category.REGENERATION: r"\b(?:regrow|rebuil|repair|regenerat|heal)\w*",
    Category.EFFICACY: r"\b(?:reliev|eas|reduc)\w*|\bfor (?:back pain|sciatica)\b",
    Category.CURE: r"\bcure\w*|pain-free",
    Category.SAFETY: r"\bsafe\w*|no side effects",
    Category.COMPARISON: r"\b(?:without surgery|most advanced)\b",
    Category.TESTIMONIAL: r"\bI (?:walk|can|am)\b",
}
LIMITS = re.compile(r"\b(?:whether|not|nobody|no|unproven|uncertain|question|questions|ask|what|studied)\b", re.I)


def judged(text, strength=None, categories=None):
    """A judgement by the rule: flagged where a claim word stands and no limit does."""
    kinds = categories or tuple(
        kind for kind, words in CLAIMS.items() if re.search(words, text, re.I) and not LIMITS.search(text)
    )
    level = strength or (Strength.ASSERTED if kinds else Strength.NONE)
    shares = {each: 0.6 if each is level else 0.1 for each in Strength}
    kind_shares = {each: 0.9 if each in kinds else 0.1 for each in Category}
    return Judgement(About.OURS, level, level, kinds, 0.9 if kinds else 0.1, shares, kind_shares)


class Again:
    """What `Judge.again` gives: judges each wanted segment by its words alone."""

    def judge(self, segments, wanted):
        return [judged(segments[at].text) for at in wanted]


class Judge:
    """Judges each segment by its words alone."""

    version = "rule"

    def judge(self, segments, page_type=PageType.AUTO):
        return [judged(each.text) for each in segments]

    def again(self, page_type=PageType.AUTO):
        return Again()


def page_of(*parts):
    """Segments of (text, role) pairs or plain texts, each a block of its own, in a source that joins them by line."""
    pairs = [(part, Role.PARAGRAPH) if isinstance(part, str) else part for part in parts]
    outlines = [Outline(text, role, 2 if role is Role.HEADING else 0, at) for at, (text, role) in enumerate(pairs)]
    segments, at = [], 0
    for each in outline(outlines):
        segments.append(replace(each, offsets=OffsetMap.identity(at, len(each.text))))
        at += len(each.text) + 1
    return Source("page.txt", "\n".join(text for text, _ in pairs)), tuple(segments)


def checked(text, name="page.txt", format="text"):
    """A result by the rule, with rewrites, as the Checker would make it."""
    from claimcheck.checker import Checker

    return Checker(judge=Judge(), suggest=True).check(text, name=name, format=format)


@pytest.fixture
def judge():
    return Judge()


@pytest.fixture
def page():
    return page_of


@pytest.fixture
def check():
    return checked


@pytest.fixture
def judgement():
    return judged


def flagged(judgements):
    """The flagged ones, by their place."""
    return {at: judgement for at, judgement in enumerate(judgements) if judgement.flagged}


@pytest.fixture
def rewrites(judge):
    """The rewrites of a page's flagged segments, by text."""

    def make(*parts, max_growth=None):
        source, segments = page_of(*parts)
        found = suggest(source, segments, flagged(judge.judge(segments)), judge.again(), max_growth=max_growth)
        return {segments[at].text: rewrite for at, rewrite in found.items()}

    return make
