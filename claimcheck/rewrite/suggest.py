"""One suggestion for each finding of a page: trimmed, put under "whether", said anew, taken out, or refused and why.

Each is read again on the page as it stands. What no wording puts below the flag there is tried on the page with the
other suggestions made, since a claim can come from what stands around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.claim import Judgement, Role, Segment
from claimcheck.finding import Applicability, Citation, Rewrite
from claimcheck.judge import JudgingAgain
from claimcheck.know import Ledger, ledger
from claimcheck.rewrite.exchange import exchanged
from claimcheck.rewrite.lists import Listed, is_bare, lists, warns
from claimcheck.rewrite.page import Page
from claimcheck.rewrite.place import UnplaceableError
from claimcheck.rewrite.quotes import quotation, runs_on
from claimcheck.rewrite.reasons import (
    BARE,
    CUT,
    DENIAL,
    FORGED,
    IN_FORM,
    LIMITED,
    NOTHING,
    STORY,
    TOGETHER,
    WARNS,
    WEAKENED,
    hold,
    under_lead,
    with_evidence,
)
from claimcheck.rewrite.recast import recasts
from claimcheck.rewrite.shape import Shape, Style, is_limited, is_quoted, is_story, says_nothing, shape
from claimcheck.rewrite.slots import Slots, slots
from claimcheck.rewrite.trims import captions, keywords, trims
from claimcheck.rewrite.verify import objections, told
from claimcheck.rewrite.wraps import wraps
from claimcheck.text import Source

_SURE = 0.55
_HEADED = (Role.HEADING, Role.TITLE, Role.ALT, Role.META, Role.BUTTON, Role.LINK, Role.LIST_ITEM, Role.TABLE_CELL)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that could take a segment's place; `cut` where it only leaves words out."""

    text: str
    cut: bool = False
    frame: str = ""
    citations: tuple[Citation, ...] = ()
    fact: str = ""


def suggest(
    source: Source,
    segments: Sequence[Segment],
    flagged: Mapping[int, Judgement],
    again: JudgingAgain,
    *,
    known: Ledger | None = None,
    max_growth: int | None = None,
) -> Mapping[int, Rewrite]:
    """A rewrite for every flagged segment of a page; both are keyed by the segments' places in `segments`.

    `again` judges the page as it would be, `known` has the records to speak from (without it those that ship), and
    `max_growth` is the most characters that a rewrite may add.
    """
    page = Page(source, segments, flagged, again, known=known or ledger(), max_growth=max_growth)
    found: dict[int, Rewrite] = {}
    problems: dict[int, list[str]] = {}
    for at in page.flagged:
        if is_quoted(segments[at], flagged[at].categories):
            found[at] = _removed(page, at, FORGED)
        elif is_story(segments[at], flagged[at].categories):
            found[at] = _removed(page, at, STORY)
        elif (reason := _needless(segments[at], flagged[at])) is not None:
            found[at] = Rewrite("", Applicability.SHOW, (), (), reason)
        else:
            rewrite, problems[at] = _worded(page, at, segments)
            if rewrite:
                found[at] = rewrite
    _together(page, found, problems)
    for at in page.flagged:
        if at not in found:
            found[at] = _removed(page, at, hold(flagged[at], problems[at]))
    return {at: found[at] for at in page.flagged}


def _needless(segment: Segment, judgement: Judgement) -> str | None:
    """Why a segment had better stay as it is, though it is flagged; None for all others."""
    if segment.text.strip(" .!").casefold() == "no":
        return DENIAL
    if is_limited(segment.text):
        return LIMITED
    context = segment.context
    if is_bare(segment) and any(map(warns, (context.lead_in, *context.headings[-1:]))):
        return WARNS
    answers = segment.context.before.rstrip().endswith("?")
    if judgement.confidence < _SURE and not is_bare(segment) and not answers and says_nothing(segment.text):
        return NOTHING
    return None


def _together(page: Page, found: dict[int, Rewrite], problems: dict[int, list[str]]) -> None:
    """What is still open, tried with the suggestions of the rest of the page made: lists first, then one by one."""
    segments = page.segments
    for at, rewrite in found.items():
        if rewrite.text:
            segments = exchanged(segments, at, rewrite.text)
    open_ = [at for at in page.flagged if at not in found]
    for at, listed in lists(page, open_, segments).items():
        found[at] = _listed(page, at, listed)
        segments = exchanged(segments, at, listed.text)
    for at in [at for at in open_ if at not in found]:
        worded, more = _worded(page, at, segments)
        problems[at] += more if more != problems[at] else []
        if worded:
            found[at] = replace(worded, applicability=Applicability.CONFIRM, reason=f"{worded.reason} {TOGETHER}")
            segments = exchanged(segments, at, worded.text)


def _worded(page: Page, at: int, segments: Sequence[Segment]) -> tuple[Rewrite | None, list[str]]:
    """The first candidate that passes on the page of these segments, or the problems of all."""
    segment = page.segments[at]
    found = slots(segment, page.judgements[at])
    problems: list[str] = []
    if is_bare(segment):
        return None, [BARE]
    for candidate in _ordered(page, at, found, shape(segment, ours=page.ours, vet=page.vet)):
        problem = _problem(page, at, candidate, segments)
        if not problem:
            try:
                edits = page.place.edits(segment, candidate.text)
            except UnplaceableError as error:
                problem = str(error)
            else:
                page.memory.note(candidate.text, frame=candidate.frame, fact=candidate.fact)
                how = Applicability.APPLY if candidate.cut else Applicability.CONFIRM
                why = CUT if candidate.cut else with_evidence(candidate.citations)
                return Rewrite(candidate.text, how, edits, candidate.citations, why), problems
        problems.append(problem)
    return None, problems


def _ordered(page: Page, at: int, found: Slots, form: Shape) -> Iterator[Candidate]:
    """Cuts first; then the text's own clause under "whether" and the frames, those least used on the page first."""
    text, around = page.segments[at].text, page.around(at)
    cutting = {Style.PICTURE: captions, Style.HEADING: keywords}.get(form.style, trims)
    yield from (Candidate(shorter, cut=True) for shorter in cutting(text))
    said: list[Candidate] = []
    if form.style is Style.SENTENCE:
        support = next(page.evidence.supports(found.topics[0], found, text, around), None)
        for frame, wrapped, known in wraps(text, known=support is not None, ours=form.ours):
            said.append(Candidate(wrapped, False, frame, (support.citation,) if known and support else ()))
    for one in recasts(found, form, page.evidence, text, around):
        said.append(Candidate(one.text, False, one.frame, one.citations, one.fact))
    yield from sorted(said, key=lambda each: page.memory.wear(each.frame))


def _problem(page: Page, at: int, candidate: Candidate, segments: Sequence[Segment]) -> str:
    old = page.segments[at].text
    if not page.memory.allows(candidate.text, candidate.fact):
        return "the page says so already"
    if page.max_growth is not None and len(candidate.text) - len(old) > page.max_growth:
        return f"it would be {len(candidate.text) - len(old)} characters longer"
    objection = objections(
        old,
        candidate.text,
        around=page.around(at),
        told=told(page.known, candidate.citations),
        cut=candidate.cut,
        headed=page.segments[at].role in _HEADED,
    )
    if objection:
        return objection
    return "" if page.is_below(at, candidate.text, segments) else "the judge still reads a claim in it"


def _listed(page: Page, at: int, listed: Listed) -> Rewrite:
    above = page.segments[listed.above].text
    reason = WEAKENED if at == listed.above else IN_FORM if listed.lead == above else under_lead(listed.lead)
    page.memory.note(listed.text)
    return Rewrite(listed.text, Applicability.CONFIRM, listed.edits, (), reason)


def _removed(page: Page, at: int, reason: str) -> Rewrite:
    segment = page.segments[at]
    block = [each for each in page.segments if each.block == segment.block]
    taken = quotation(block, block.index(segment)) if is_quoted(segment, page.judgements[at].categories) else [segment]
    try:
        if runs_on(segment.text):
            raise UnplaceableError("it runs on from other words")
        edits = page.place.removal(taken, block)
    except UnplaceableError as error:
        return Rewrite("", Applicability.SHOW, (), (), f"{reason} That is left to you: {error}.")
    return Rewrite("", Applicability.SHOW, edits, (), reason)
