"""The one suggestion for each finding of a page: trimmed, put under "whether", said anew, taken out, or refused with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.claim import Judgement, PageType, Segment
from claimcheck.finding import Applicability, Citation, Rewrite
from claimcheck.judge import Judge
from claimcheck.know import Ledger, ledger
from claimcheck.rewrite.evidence import Evidence
from claimcheck.rewrite.lists import Lead, leads_of
from claimcheck.rewrite.memory import Memory
from claimcheck.rewrite.page import exchanged
from claimcheck.rewrite.place import Place, Unplaceable
from claimcheck.rewrite.reasons import CUT, DELETE, WEAKENED, hold, under_lead, with_evidence
from claimcheck.rewrite.recast import recasts
from claimcheck.rewrite.shape import Shape, Style, is_testimony, shape, speaks_of_animals, speaks_of_us
from claimcheck.rewrite.slots import Slots, slots
from claimcheck.rewrite.trims import trims
from claimcheck.rewrite.verify import objections
from claimcheck.rewrite.wraps import wraps
from claimcheck.text import Source

_MOST_JUDGED = 24


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that could take a segment's place; `cut` where it only leaves words out."""

    text: str
    cut: bool = False
    frame: str = ""
    citations: tuple[Citation, ...] = ()
    fact: str = ""


class Page:
    """One page's segments and judgements, with what its suggestions share."""

    def __init__(
        self, source: Source, segments: Sequence[Segment], judgements: Sequence[Judgement], judge: Judge, page_type: PageType
    ) -> None:
        self.segments = segments
        self.judgements = judgements
        self.place = Place(source)
        self.again = judge.again(page_type)
        self.known: Ledger = ledger()
        self.evidence = Evidence(self.known)
        self.memory = Memory(segments)
        self.vet = speaks_of_animals(segments)
        self.ours = speaks_of_us(segments)
        self.flagged = [at for at, judgement in enumerate(judgements) if judgement.flagged]

    def is_below(self, at: int, text: str) -> bool:
        """True where the judge, on the page with this text in its place, does not flag it."""
        return not self.again.judge(exchanged(self.segments, at, text), (at,))[0].flagged


def suggest(
    source: Source,
    segments: Sequence[Segment],
    judgements: Sequence[Judgement],
    judge: Judge,
    page_type: PageType = PageType.AUTO,
    *,
    max_growth: int | None = None,
) -> Mapping[int, Rewrite]:
    """A rewrite for every flagged segment of a page, by index; `max_growth` is the most characters that one may add."""
    page = Page(source, segments, judgements, judge, page_type)
    leads = leads_of(page)
    return {at: _rewrite(page, at, leads, max_growth) for at in page.flagged}


def _rewrite(page: Page, at: int, leads: Mapping[int, Lead], max_growth: int | None) -> Rewrite:
    segment, judgement = page.segments[at], page.judgements[at]
    if is_testimony(segment, judgement.categories):
        return _removed(page, at, "A person's words are not reworded, since that would forge them.")
    if at in leads:
        lead = leads[at]
        if lead.at == at:
            return Rewrite(lead.text, Applicability.CONFIRM, lead.edits, (), WEAKENED)
        return Rewrite(segment.text, Applicability.CONFIRM, lead.edits, (), under_lead(lead.text))
    found = slots(segment, judgement)
    form = shape(segment, ours=page.ours, vet=page.vet)
    problems: list[str] = []
    for candidate in _ordered(page, at, found, form):
        problem = _problem(page, at, candidate, max_growth)
        if not problem:
            try:
                edits = page.place.edits(segment, candidate.text)
            except Unplaceable as error:
                problem = str(error)
            else:
                return _accepted(page, candidate, edits, found)
        problems.append(problem)
    return _removed(page, at, hold(segment, judgement, page.known, problems))


def _ordered(page: Page, at: int, found: Slots, form: Shape) -> Iterator[Candidate]:
    """Cuts first; then the text's own clause under "whether" and the frames, those least used on the page before the rest."""
    segment = page.segments[at]
    yield from (Candidate(text, cut=True) for text in trims(segment.text))
    around = _around(segment)
    said: list[Candidate] = []
    if form.style is Style.SENTENCE:
        supports = list(page.evidence.supports(found.topics[0], found, segment.text, around))
        cited = (supports[0].citation,) if supports else ()
        for frame, text in wraps(segment.text, known=bool(supports)):
            said.append(Candidate(text, frame=frame, citations=cited if frame not in ("",) else ()))
    for one in recasts(found, form, page.evidence, segment.text, around):
        said.append(Candidate(one.text, False, one.frame, one.citations, one.fact))
    yield from sorted(said, key=lambda each: page.memory.wear(each.frame))


def _problem(page: Page, at: int, candidate: Candidate, max_growth: int | None) -> str:
    segment = page.segments[at]
    if not page.memory.allows(candidate.text, candidate.fact):
        return "the page says so already"
    if max_growth is not None and len(candidate.text) - len(segment.text) > max_growth:
        return f"it would be {len(candidate.text) - len(segment.text)} characters longer"
    objection = objections(
        segment.text, candidate.text, around=_around(segment), cited=candidate.citations, known=page.known, cut=candidate.cut
    )
    if objection:
        return objection
    return "" if page.is_below(at, candidate.text) else "the judge still reads a claim in it"


def _accepted(page: Page, candidate: Candidate, edits: tuple, found: Slots) -> Rewrite:
    page.memory.note(candidate.text, frame=candidate.frame, fact=candidate.fact)
    if candidate.cut:
        return Rewrite(candidate.text, Applicability.APPLY, edits, (), CUT)
    return Rewrite(candidate.text, Applicability.CONFIRM, edits, candidate.citations, with_evidence(candidate.citations))


def _removed(page: Page, at: int, reason: str) -> Rewrite:
    segment = page.segments[at]
    block = [each for each in page.segments if each.block == segment.block]
    taken = block if is_testimony(segment, page.judgements[at].categories) else [segment]
    try:
        edits = page.place.removal(taken, block)
    except Unplaceable as error:
        return Rewrite("", Applicability.SHOW, (), (), f"{reason} Remove it by hand: {error}.")
    return Rewrite("", Applicability.SHOW, edits, (), f"{reason} {DELETE}")


def _around(segment: Segment) -> str:
    context = segment.context
    return " ".join((context.page_title, *context.headings, context.lead_in, context.before, context.after))
