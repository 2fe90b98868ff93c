"""A page as its segments, with one text exchanged or taken out: what a reader would see around each of them then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.claim import Context, Role, Segment
from claimcheck.text import OffsetMap

_HEAD = (Role.TITLE, Role.META)


def exchanged(segments: Sequence[Segment], at: int, text: str) -> tuple[Segment, ...]:
    """The page with another text at an index; its neighbours and what stands below it see the new one."""
    old, changed = segments[at], list(segments)
    changed[at] = replace(old, text=text, offsets=OffsetMap.identity(0, len(text)))
    if old.role not in _HEAD:
        before, after = _neighbour(segments, at, -1), _neighbour(segments, at, 1)
        if before is not None:
            changed[before] = _seen(changed[before], after=text)
        if after is not None:
            changed[after] = _seen(changed[after], before=text)
    if old.role in _HEAD or old.role is Role.HEADING:
        changed = [_titled(segment, old.text, text) for segment in changed]
    return tuple(changed[: at + 1]) + tuple(_below(segment, old, text) for segment in changed[at + 1 :])


def _neighbour(segments: Sequence[Segment], at: int, step: int) -> int | None:
    at += step
    while 0 <= at < len(segments) and segments[at].role in _HEAD:
        at += step
    return at if 0 <= at < len(segments) else None


def _seen(segment: Segment, **change: str) -> Segment:
    context = segment.context
    seen = Context(
        context.headings,
        context.lead_in,
        change.get("before", context.before),
        change.get("after", context.after),
        context.page_title,
    )
    return replace(segment, context=seen)


def _titled(segment: Segment, old: str, new: str) -> Segment:
    context = segment.context
    if old not in context.page_title:
        return segment
    title = context.page_title.replace(old, new, 1)
    return replace(segment, context=replace(context, page_title=title))


def _below(segment: Segment, old: Segment, new: str) -> Segment:
    context = segment.context
    headings, lead_in = context.headings, context.lead_in
    if old.role is Role.HEADING:
        headings = tuple(each.replace(old.text, new, 1) if old.text in each else each for each in headings)
    elif lead_in == old.text:
        lead_in = new
    if headings == context.headings and lead_in == context.lead_in:
        return segment
    return replace(segment, context=replace(context, headings=headings, lead_in=lead_in))
