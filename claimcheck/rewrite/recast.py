"""A claim said anew in the frame of its topic: what is known of it, or where to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.finding import Citation
from claimcheck.rewrite.evidence import Evidence, Support
from claimcheck.rewrite.grammar import agreement, capitalized, is_title_case, titled
from claimcheck.rewrite.shape import Shape, Style
from claimcheck.rewrite.slots import Slots
from claimcheck.rewrite.tables import frames, listed

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Recast:
    """A filled frame, with the record that it rests on, if it speaks of the evidence."""

    frame: str
    text: str
    citations: tuple[Citation, ...] = ()
    fact: str = ""


def recasts(slots: Slots, shape: Shape, evidence: Evidence, text: str, page: str) -> Iterator[Recast]:
    """The frames that fit a segment, filled, by topic and the best first."""
    if shape.style is Style.SENTENCE:
        for topic in slots.topics:
            yield from _sentences(topic, slots, shape, list(evidence.supports(topic, slots, text, page)))
    elif shape.style is Style.ITEM:
        for topic in slots.topics:
            for frame in frames()["fragment"]["item"].get(topic, ()):
                filled = _filled(frame, slots)
                if filled and (shape.ours or not listed("signs", "ours").search(frame)):
                    yield Recast(frame, shape.finished(filled))
    elif shape.style is Style.LEAD:
        for frame in (*frames()["lead"]["conditions"], *frames()["lead"]["benefits"]):
            if shape.ours or not listed("signs", "ours").search(frame):
                yield Recast(frame, shape.finished(frame))
    elif shape.style in (Style.HEADING, Style.BUTTON):
        yield from _headings(slots, shape)


def _sentences(topic: str, slots: Slots, shape: Shape, supports: Sequence[Support]) -> Iterator[Recast]:
    table = frames()["sentence"].get(topic)
    if table is None:
        return
    lent = [support for support in supports if support.fact.text]
    for frame in table["known"] if supports else ():
        for support in lent if "{fact}" in frame else supports[:1]:
            filled = _filled(frame, slots, support.fact.text)
            if filled:
                yield Recast(
                    frame, shape.finished(filled), (support.citation,), support.fact.text if "{fact}" in frame else ""
                )
    for frame in table["open"]:
        filled = _filled(frame, slots)
        if filled and (shape.ours or not listed("signs", "ours").search(frame)):
            yield Recast(frame, shape.finished(filled))


def _headings(slots: Slots, shape: Shape) -> Iterator[Recast]:
    table = frames()["fragment"]["button" if shape.style is Style.BUTTON else "heading"]
    named = table.get("named", ()) if slots.condition else ()
    for frame in (*named, *table["plain"]):
        filled = _filled(frame, slots)
        if filled:
            yield Recast(frame, shape.finished(filled))


def _filled(frame: str, slots: Slots, fact: str = "") -> str:
    """The frame with its slots filled, or "" where the segment has nothing for one of them."""
    agrees = agreement(slots.treatment.plural)
    given = {
        **agrees,
        "T": slots.treatment.text,
        "C": slots.condition,
        "O": slots.object,
        "fact": fact.format_map(agrees),
    }
    if not all(given[name] for name in _SLOT.findall(frame)):
        return ""
    return capitalized(frame.format_map(given))


def leads(kind: str, shape: Shape) -> Iterator[str]:
    """What may stand above a list in place of words that make its items claims."""
    for frame in frames()["lead"][kind]:
        yield shape.finished(titled(frame) if is_title_case(shape.text) else frame)
