"""Which hard cases bear on a segment: those of whose forms in the codebook one holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimcheck import codebook
from claimcheck.claim import About, Segment
from claimcheck.codebook import Case
from claimcheck.judge.reading import Reading
from claimcheck.trace import AppliedCase

_SHORT = 8
_STOPS = (".", "!", "?", "…", '"', "”")


@dataclass(frozen=True, slots=True)
class When:
    """A form by which a program can see that a hard case bears on a segment: every condition that is given has to hold.

    `codebook.toml` says what each condition looks at.
    """

    says: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    lead_in: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    kinds_none: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    states_none: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    page: str = ""
    asks: bool = False
    near_asks: bool = False
    short: bool = False
    fragment: bool = False
    digits: bool = False
    match_case: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What the forms look at: a segment, its reading, its claim words' states, its subject, whether its page sells."""

    segment: Segment
    reading: Reading
    states: Sequence[str]
    about: About
    seller: bool


def applied(seen: Seen) -> tuple[AppliedCase, ...]:
    """The cases of which a form holds, in order, each with the conditions that held."""
    found = []
    for case, whens in _book():
        because = next(filter(None, (_holds(when, seen) for when in whens)), "")
        if because:
            found.append(_told(case, because))
    return tuple(found)


def forms(case: Case) -> tuple[When, ...]:
    """The forms by which a case can be seen."""
    return tuple(When(**_frozen(entry)) for entry in case.when)


def _frozen(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}


@cache
def _book() -> tuple[tuple[Case, tuple[When, ...]], ...]:
    return tuple((case, forms(case)) for case in codebook.cases())


def _told(case: Case, because: str) -> AppliedCase:
    return AppliedCase(case.number, case.title, case.rule, because)


def _holds(when: When, seen: Seen) -> str:
    """What held, in words, or "" where a condition fails."""
    told = []
    for condition in (_by_words, _by_classes, _by_form):
        for each in condition(when, seen):
            if not each:
                return ""
            told.append(each)
    return ", ".join(told)


def _by_words(when: When, seen: Seen) -> Iterator[str]:
    for name, places in _places(seen.segment).items():
        patterns: tuple[str, ...] = getattr(when, name)
        if patterns:
            hit = _first(patterns, places(), when.match_case)
            yield f"{name.replace('_', '-')} {hit!r}" if hit else ""
    if when.lacks and _first(when.lacks, [seen.segment.text], when.match_case):
        yield ""


def _by_classes(when: When, seen: Seen) -> Iterator[str]:
    kinds = set(seen.reading.kinds)
    if when.kinds:
        yield f"names {' and '.join(when.kinds)}" if kinds.issuperset(when.kinds) else ""
    if kinds.intersection(when.kinds_none):
        yield ""
    if when.states:
        hit = next((state for state in when.states if state in seen.states), "")
        yield f"a claim word is {hit}" if hit else ""
    if set(seen.states).intersection(when.states_none):
        yield ""
    if when.about:
        yield f"about {seen.about.value}" if seen.about.value in when.about else ""
    if when.page:
        yield f"the page is read as {when.page}" if when.page == ("seller" if seen.seller else "neutral") else ""


def _by_form(when: When, seen: Seen) -> Iterator[str]:
    segment, text = seen.segment, seen.segment.text.rstrip()
    forms = (
        (when.asks, text.endswith("?"), "it asks"),
        (when.near_asks, any(each.rstrip().endswith("?") for each in _near(segment)), "a question stands before it"),
        (when.short, len(seen.reading.norms) <= _SHORT, "it is short"),
        (when.fragment, not text.endswith(_STOPS), "it has no full stop"),
        (when.digits, any(character.isdigit() for character in text), "it has a number"),
    )
    yield from (told if holds else "" for asked, holds, told in forms if asked)
    if when.roles:
        yield f"it is a {segment.role.value}" if segment.role.value in when.roles else ""


def _places(segment: Segment) -> dict[str, Callable[[], list[str]]]:
    context = segment.context
    return {
        "says": lambda: [segment.text],
        "heading": lambda: list(context.headings[-1:]),
        "lead_in": lambda: [context.lead_in],
        "before": lambda: [context.before],
        "after": lambda: [context.after],
        "near": lambda: _near(segment),
        "around": lambda: [*_near(segment), *context.headings, context.after, context.page_title],
    }


def _near(segment: Segment) -> list[str]:
    context = segment.context
    return [context.lead_in, *context.headings[-1:], context.before]


def _first(patterns: Sequence[str], texts: Sequence[str], match_case: bool) -> str:
    for text in texts:
        for pattern in patterns:
            match = _compiled(pattern, match_case).search(text)
            if match:
                return match[0].strip() or text[-20:]
    return ""


@cache
def _compiled(pattern: str, match_case: bool) -> re.Pattern[str]:
    return re.compile(pattern, 0 if match_case else re.IGNORECASE)
