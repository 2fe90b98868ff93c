"""Hand-made results, so that reports are tested without a model."""

import pytest

from claimcheck import codebook
from claimcheck.claim import About, Category, Cue, Judgement, Role, Segment, Strength
from claimcheck.finding import Coverage, Fault, Finding, Result
from claimcheck.text import OffsetMap, Source, Span

TOOL = {"tool": "0.0.0", "model": "test", "knowledge": ""}


def make_finding(source, text, strength="asserted", categories="efficacy", cues=(), role=Role.PARAGRAPH):
    """A finding on the first place where `text` stands in the source, word for word."""
    level, kinds = Strength[strength.upper()], tuple(Category(name) for name in categories.split())
    marks = tuple(Cue(Span(text.index(cue), text.index(cue) + len(cue)), kinds[0].value, cue) for cue in cues)
    shares = {each: 0.6 if each is level else 0.1 for each in Strength}
    kind_shares = {each: 0.9 if each in kinds else 0.01234567 for each in Category}
    judgement = Judgement(About.OURS, level, level, kinds, 0.87654321, shares, kind_shares, marks)
    segment = Segment(text, OffsetMap.identity(source.text.index(text), len(text)), role)
    return Finding(source, segment, judgement, level.severity, codebook.message(judgement), "0123456789abcdef")


def make_result(text, *findings, name="page.html", format="html"):
    """A result over `text`; each of `findings` holds the arguments of `make_finding` after the source."""
    source = Source(name, text, format)
    return Result(source, tuple(make_finding(source, *each) for each in findings), (), Coverage(len(text), len(text)))


def make_unread(name="gone.html"):
    """The result of a source that could not be read."""
    return Result(Source(name, "", ""), faults=(Fault(name, "There is no such file.", "Check the path."),))


@pytest.fixture
def results():
    page = "<h1>Stem cells</h1>\n<p>Our stem cells regrow your discs. Guaranteed.</p>\n<p>PRP may ease sciatica.</p>\n"
    return [
        make_result(
            page,
            ("Our stem cells regrow your discs.", "asserted", "regeneration", ("regrow your discs",)),
            ("Guaranteed.", "absolute", "guarantee", ("Guaranteed",)),
            ("PRP may ease sciatica.", "vague", "efficacy", ("may ease",)),
        ),
        make_result("Discs lose water with age.\n", name="facts.txt", format="text"),
        make_unread(),
    ]


@pytest.fixture(scope="session")
def result():
    return make_result


@pytest.fixture
def unread():
    return make_unread


@pytest.fixture
def tool():
    return TOOL
