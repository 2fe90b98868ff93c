"""Hand-made results, so that reports are tested without a model."""

from dataclasses import replace

import pytest

from claimcheck import codebook
from claimcheck.claim import About, Category, Cue, Judgement, Role, Segment, Strength
from claimcheck.finding import (
    Applicability,
    Citation,
    Coverage,
    Edit,
    Fault,
    Finding,
    Notice,
    Result,
    Rewrite,
    Suppression,
)
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


def make_site():
    """Two pages with everything that a report can show, and a source that could not be read."""
    text = (
        "<h1>Stem cells</h1>\n<p>Our cells <b>cure</b> pain & cost < $9. See us.</p>\n<p>Guaranteed.\nPRP heals.</p>\n"
    )
    page = make_result(
        text,
        ("Our cells <b>cure</b> pain & cost < $9.", "absolute", "cure efficacy", ("cure",)),
        ("Guaranteed.", "absolute", "guarantee", ("Guaranteed",)),
        ("PRP heals.", "asserted", "regeneration", ("heals",)),
    )
    cure, sure, heals = page.findings
    evidence = Citation("trial-1", "evidence", "A trial of 40 people", "doi:10.1/x")
    rule = Citation("rule-1", "regulation", "A rule on cures", "s. 1")
    swap = Edit(Span(text.index("cure"), text.index("cure") + 4), "were tested against")
    rewrite = Rewrite("Our cells were tested against pain.", Applicability.CONFIRM, (swap,), (evidence,), "One trial.")
    heading = Segment("Stem cells", OffsetMap.identity(4, 10), Role.HEADING, 1, 0)
    see = Segment("See us.", OffsetMap.identity(text.index("See us."), 7), block=1)
    parts = (
        heading,
        replace(cure.segment, block=1),
        see,
        replace(sure.segment, block=2),
        replace(heals.segment, block=2),
    )
    aside = Suppression("Cleared by legal | 2026-03", "M. B.", "2027-01-01")
    first = replace(
        page,
        findings=(replace(cure, segment=parts[1], citations=(evidence, rule), rewrite=rewrite, news="rules"),),
        suppressed=(replace(sure, segment=parts[3], suppression=aside),),
        known=(replace(heals, segment=parts[4], fingerprint="fedcba9876543210"),),
        notices=(Notice("Not to be advertised.", "au", rule), Notice("The suppression in line 9 (old) ended.")),
        segments=parts,
        coverage=Coverage(len(text), 60, len(text) - 71, 11, 0, 5),
    )
    second = make_result(
        "PRP heals. PRP heals.\n",
        ("PRP heals.", "asserted", "regeneration", ("heals",)),
        name="b,c:d%.txt",
        format="text",
    )
    second = replace(second, findings=(replace(second.findings[0], fingerprint="00000000ffffffff"),))
    return [first, second, make_unread()]


@pytest.fixture
def site():
    return make_site()


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
