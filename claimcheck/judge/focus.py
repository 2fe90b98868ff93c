"""What a segment is about, and what speaks for that: treatments named in and around it, what "it" points to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.claim import About, Segment
from claimcheck.judge.decide import sigmoid
from claimcheck.judge.first import ABOUT, ABOUTS, SELLER, UNIT
from claimcheck.judge.reading import PageReader
from claimcheck.trace import Focus, Mention

_TREATMENTS = {"ours": About.OURS, "surgery": About.OTHER, "drugs": About.OTHER, "conservative": About.OTHER}
_POINTERS = frozenset({"it", "this", "these", "they", "them", "its", "their", "such"})
_FIRST_WORDS = 3
_WORDS = {
    About.OURS: "the treatment in scope",
    About.OTHER: "another treatment or product",
    About.CELLS: "cells in general",
    About.BODY: "the body or the disease",
    About.BUSINESS: "the business",
    About.FIELD: "the field",
}


def focus(segments: Sequence[Segment], at: int, about: About, scores: Sequence[int], page: PageReader) -> Focus:
    """The focus of a page's segment number `at`; `scores` are its first scores."""
    segment = segments[at]
    mentions = tuple(_mentions(segment, page))
    antecedent = _antecedent(segments, at, page)
    tokens = page.read(segment.text).tokens[:_FIRST_WORDS]
    pointer = next((segment.text[t.start : t.end] for t in tokens if t.norm in _POINTERS), "")
    likelihoods = {each: sigmoid(score / UNIT) for each, score in zip(ABOUTS, scores[ABOUT], strict=True)}
    seller = sigmoid(scores[SELLER] / UNIT)
    because = _because(about, mentions, antecedent, pointer)
    return Focus(about, likelihoods, seller, mentions, antecedent, pointer, because)


def _mentions(segment: Segment, page: PageReader) -> Iterator[Mention]:
    context = segment.context
    yield from _named(segment.text, "segment", page)
    yield from _named(context.lead_in, "lead-in", page)
    for heading in reversed(context.headings):
        yield from _named(heading, "heading", page)
    yield from _named(context.page_title, "title", page)


def _named(text: str, where: str, page: PageReader, back: int = 0) -> Iterator[Mention]:
    reading = page.read(text)
    for match in reading.matches:
        about = _TREATMENTS.get(match.kind)
        if about is not None:
            words = text[reading.tokens[match.first].start : reading.tokens[match.last - 1].end]
            yield Mention(words, match.kind, about, where, text, back)


def _antecedent(segments: Sequence[Segment], at: int, page: PageReader) -> Mention | None:
    for earlier in range(at - 1, -1, -1):
        named = list(_named(segments[earlier].text, "earlier", page, at - earlier))
        if named:
            return named[-1]
    return None


def _because(about: About, mentions: Sequence[Mention], antecedent: Mention | None, pointer: str) -> str:
    words = _WORDS[about]
    fitting = [mention for mention in mentions if mention.about is about]
    if fitting:
        first = fitting[0]
        where = "the segment itself" if first.where == "segment" else f"the {first.where} {first.inside!r}"
        return f"{words}: {where} names {first.text!r}"
    if antecedent and antecedent.about is about:
        points = f", to which {pointer!r} can point" if pointer else ""
        return f"{words}: {antecedent.text!r} was named last, {_back(antecedent.back)} before{points}"
    if about in {About.OURS, About.OTHER}:
        return f"{words}: nothing around it names one; its words and its page speak for it"
    named = f", although {mentions[0].text!r} is named in the {mentions[0].where}" if mentions else ""
    return f"{words}: its words speak for it{named}"


def _back(segments: int) -> str:
    return "one segment" if segments == 1 else f"{segments} segments"
