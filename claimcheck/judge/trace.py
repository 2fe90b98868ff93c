"""The account of a segment's judgement: focus, claim words and what reaches them, weights, hard cases, reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck import codebook
from claimcheck.claim import About, Cue, Judgement, PageType, Segment, Strength
from claimcheck.judge.features import features
from claimcheck.judge.focus import focus
from claimcheck.judge.model import Model
from claimcheck.judge.reading import Reading
from claimcheck.judge.scope import AIMED, CLAIMS, DENIED, FREE, HEDGED, LIMITED, claim_states
from claimcheck.judge.triggers import Seen, applied
from claimcheck.judge.weighing import group_sums, loudest, weigh
from claimcheck.text import Span
from claimcheck.trace import Focus, Reach, Trace

_MOST = 6
_REACHES = {HEDGED: "hedge", DENIED: "negation", LIMITED: "limit", AIMED: "study"}
_UNDER = {HEDGED: "softened", DENIED: "denied", LIMITED: "under a limit of the evidence", AIMED: "what a study asks"}


def trace(
    segments: Sequence[Segment],
    at: int,
    judgement: Judgement,
    scores: Sequence[int],
    model: Model,
    page_type: PageType,
) -> Trace:
    """The account of a page's segment number `at`, whose judgement and first scores are given."""
    segment = segments[at]
    page = model.reader.page()
    reading = page.read(segment.text)
    about = focus(segments, at, judgement.about, scores, page)
    claims = tuple(_reaches(segment.text, reading))
    seller = about.seller > 0.5 if page_type is PageType.AUTO else page_type is PageType.SELLER
    weights = weigh(features(segment.text, page), reading.tokens, model.first)
    threshold = model.decision.flag
    return Trace(
        segment,
        judgement,
        "alone" if len(segments) == 1 else "found",
        about,
        claims,
        tuple(_cue(segment.text, reading, number) for number in range(len(reading.matches))),
        loudest(weights, 1, _MOST),
        loudest(weights, -1, _MOST),
        group_sums(weights, model.first),
        threshold,
        applied(Seen(segment, reading, [claim.state for claim in claims], judgement.about, seller)),
        tuple(_reasons(judgement, about, claims, threshold, reading)),
    )


def _reaches(text: str, reading: Reading) -> Iterator[Reach]:
    places = [at for at, match in enumerate(reading.matches) if match.kind.upper() in CLAIMS]
    for at, state in zip(places, claim_states(reading), strict=True):
        own = _cue(text, reading, at)
        yield Reach(own.span, own.text, own.kind, state, _reaching(text, reading, at, state))


def _reaching(text: str, reading: Reading, at: int, state: str) -> Cue | None:
    """The nearest word of the class that puts a claim word into its state; a limit may also come after it."""
    kind = _REACHES.get(state)
    before = [each for each in range(at - 1, -1, -1) if reading.matches[each].kind == kind]
    after = [each for each in range(at + 1, len(reading.matches)) if reading.matches[each].kind == kind]
    found = next(iter(before + after), None)
    return None if found is None else _cue(text, reading, found)


def _cue(text: str, reading: Reading, number: int) -> Cue:
    match = reading.matches[number]
    span = Span(reading.tokens[match.first].start, reading.tokens[match.last - 1].end)
    return Cue(span, match.kind, text[span.start : span.end])


def _reasons(
    judgement: Judgement, about: Focus, claims: Sequence[Reach], threshold: float, reading: Reading
) -> Iterator[str]:
    sure = f"The probability of a flag is {judgement.confidence:.2f}; the least that is flagged is {threshold:.2f}."
    if judgement.flagged:
        yield codebook.message(judgement)
        yield sure
        return
    if judgement.strength is Strength.QUALIFIED:
        yield "Qualified: the claim is read as carrying the state of its evidence with it."
    if judgement.about is not About.OURS:
        yield f"It is read as about {about.because}."
        if judgement.form.flagged:
            yield f"The same words would be {judgement.form.label} if they were about the treatment in scope."
    states = {claim.state for claim in claims}
    if not claims:
        yield "It has no word of effect, repair, safety or totality that the judge's word classes know."
    elif FREE not in states:
        told = ", ".join(f"{each.text!r} is {_UNDER[each.state]}{_by(each)}" for each in claims)
        yield f"No claim word stands free: {told}."
    if reading.asks:
        yield "It is a question."
    yield sure


def _by(claim: Reach) -> str:
    return f" by {claim.by.text!r}" if claim.by else ""
