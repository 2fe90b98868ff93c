"""The shape of the corpus's records, field by field: what is wrong with one, and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from claimcheck.claim import About, Category, Role, Strength
from claimcheck.codebook import cases
from claimcheck.corpus.pages import GENRES, ORIGINS

Fault = tuple[str, str]

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SOURCE = re.compile(r"[0-9a-f]{16}")
_LEVELS = range(1, 7)
_SEE = "corpus/README.md has the format."
_ABOUTS = tuple(about.value for about in About)
_CATEGORIES = tuple(category.value for category in Category)
_ROLES = tuple(role.value for role in Role)
_STRENGTHS = tuple(strength.label for strength in Strength)
_FLAGGED = frozenset(strength.label for strength in Strength if strength.flagged)
_PAGE = "id advertiser genre seller origin source author reader segments".split()
_PAGE_MORE = frozenset({"adjudicator"})
_PLACE = ("text", "role")
_PLACE_MORE = frozenset({"level", "block", "list"})
_LABEL = ("about", "form", "strength", "categories")
_LABEL_MORE = frozenset({"form_categories", "cue"})
_PAIR = "id case edit author reader sides".split()
_SECOND = "id reader first labels".split()


def page_faults(record: Any) -> Iterator[Fault]:
    """What is wrong with a page's record; nothing where it is well formed."""
    yield from _fields(record, _PAGE, _PAGE_MORE, "the page")
    if not _whole(record, _PAGE):
        return
    yield from _names(record, "id", "advertiser")
    yield from _people(record)
    yield from _member(record["genre"], GENRES, "genre")
    yield from _member(record["origin"], ORIGINS, "origin")
    if not isinstance(record["seller"], bool):
        yield "seller is neither true nor false", "Write true where the publisher sells a treatment in scope."
    source = record["source"]
    if (record["origin"] == "free") != (source is None) or (source is not None and not _matches(_SOURCE, source)):
        yield (
            f"the source {source!r} does not fit the origin {record['origin']!r}",
            "A reworded page has the first 16 hex digits of the SHA-256 of its model's address, a free one null.",
        )
    yield from _numbered(record["segments"], lambda part: (*_place_faults(part, True), *_label_faults(part)))
    yield from _blocks(record["segments"])


def pair_faults(record: Any) -> Iterator[Fault]:
    """What is wrong with a contrast pair's record."""
    yield from _fields(record, _PAIR, frozenset(), "the pair")
    if not _whole(record, _PAIR):
        return
    yield from _names(record, "id")
    yield from _people(record)
    if record["case"] not in _cases():
        yield f"the codebook has no case {record['case']!r}", f"Its cases are 1 to {len(_cases())}."
    sides = record["sides"]
    if not isinstance(sides, list) or len(sides) != 2:
        yield "a pair has two sides", "Give sides as a list of two."
        return
    for number, side in enumerate(sides, 1):
        yield from ((f"side {number}: {reason}", cure) for reason, cure in _side_faults(side))


def second_faults(record: Any) -> Iterator[Fault]:
    """What is wrong with a second reading's record."""
    yield from _fields(record, _SECOND, frozenset(), "the second reading")
    if not _whole(record, _SECOND):
        return
    if not isinstance(record["first"], list) or not isinstance(record["labels"], list):
        yield "first and labels are lists, one entry a segment", _SEE
    elif len(record["first"]) != len(record["labels"]):
        yield (
            f"the first reader labelled {len(record['first'])} segments, the second {len(record['labels'])}",
            "Both label every segment of the page.",
        )
    else:
        for name in ("first", "labels"):
            yield from _numbered(record[name], _reading_faults, f"{name}, segment")


def _side_faults(side: Any) -> Iterator[Fault]:
    yield from _fields(side, ["seller", "page"], frozenset(), "it")
    if not _whole(side, ["seller", "page"]):
        return
    if not isinstance(side["seller"], bool):
        yield "seller is neither true nor false", "Write true where the publisher sells a treatment in scope."
    yield from _numbered(side["page"], _part_faults)
    targets = [part for part in side["page"] if isinstance(part, dict) and part.get("target") is True]
    if len(targets) != 1:
        yield f"it has {len(targets)} targets", 'Mark exactly one segment with "target": true.'


def _part_faults(part: Any) -> Iterator[Fault]:
    if isinstance(part, dict) and part.get("target") is True:
        rest = {key: value for key, value in part.items() if key != "target"}
        yield from _place_faults(rest, False)
        yield from _label_faults(rest)
        return
    yield from _fields(part, _PLACE, _PLACE_MORE, "it")
    yield from _place_faults(part, False)


def _reading_faults(reading: Any) -> Iterator[Fault]:
    if not isinstance(reading, list) or len(reading) != 3 or not isinstance(reading[2], list):
        yield f"{reading!r} is not [about, form, [categories]]", _SEE
        return
    about, form, categories = reading
    yield from _member(about, _ABOUTS, "about")
    yield from _member(form, _STRENGTHS, "form")
    yield from _categories(categories, form)


def _place_faults(part: Any, blocks: bool) -> Iterator[Fault]:
    if not _whole(part, [*_PLACE, *(["block"] if blocks else [])]):
        return
    text = part["text"]
    if not isinstance(text, str) or not text or text != " ".join(text.split()):
        yield f"the text {text!r} is empty or has white space to spare", "Write it as claimcheck reads it."
    yield from _member(part["role"], _ROLES, "role")
    level = part.get("level", 0)
    if (part["role"] == "heading") != (level in _LEVELS):
        yield f"level {level!r} does not fit the role {part['role']!r}", "A heading has a level from 1 to 6, else none."


def _label_faults(part: Any) -> Iterator[Fault]:
    yield from _fields(part, (*_PLACE, *_LABEL), _PLACE_MORE | _LABEL_MORE, "it")
    if not _whole(part, [*_PLACE, *_LABEL]):
        return
    about, form = part["about"], part["form"]
    yield from _member(about, _ABOUTS, "about")
    yield from _member(form, _STRENGTHS, "form")
    due = form if about == "ours" else "none"
    if part["strength"] != due:
        yield (
            f"strength {part['strength']!r} does not follow from about {about!r} and form {form!r}",
            f"The strength is the form where the segment is about ours, else none: write {due!r}.",
        )
    ours, theirs = part["categories"], part.get("form_categories", [])
    if theirs and about == "ours":
        yield "form_categories stand beside about 'ours'", "Put them into categories."
    if ours and about != "ours":
        yield f"categories stand beside about {about!r}", "Put the categories of another's claim into form_categories."
    yield from _categories([*ours, *theirs] if isinstance(ours, list) and isinstance(theirs, list) else ours, form)
    yield from _cue(part)


def _categories(categories: Any, form: Any) -> Iterator[Fault]:
    if not isinstance(categories, list):
        yield f"the categories {categories!r} are no list", _SEE
        return
    for category in categories:
        yield from _member(category, _CATEGORIES, "category")
    if len(set(map(str, categories))) < len(categories):
        yield f"a category stands twice in {categories}", "Name each once."
    if (form in _FLAGGED) != bool(categories):
        yield (
            f"form {form!r} with categories {categories}",
            "A form of vague and stronger has at least one category, a weaker one none.",
        )


def _cue(part: Mapping[str, Any]) -> Iterator[Fault]:
    cue = part.get("cue")
    if cue is None:
        return
    if part["form"] == "none":
        yield "a cue stands beside form 'none'", "Take it out: only a claim has deciding words."
    numbers = isinstance(cue, list) and len(cue) == 2 and all(type(each) is int for each in cue)
    if not numbers or not 0 <= cue[0] < cue[1] <= len(part["text"]):
        yield f"the cue {cue} lies outside the text", "Give [start, end), counted in the segment's text."


def _blocks(segments: Any) -> Iterator[Fault]:
    blocks = [part.get("block", -1) for part in segments if isinstance(part, dict)] if isinstance(segments, list) else []
    if not all(type(block) is int and block >= 0 for block in blocks) or blocks != sorted(blocks):
        yield "the blocks do not count upwards", "Number the page's blocks from 0 in page order."


def _numbered(parts: Any, faults: Callable[[Any], Any], name: str = "segment") -> Iterator[Fault]:
    if not isinstance(parts, list) or not parts:
        yield "it holds no segments", _SEE
        return
    for number, part in enumerate(parts):
        if isinstance(part, dict | list):
            yield from ((f"{name} {number}: {reason}", cure) for reason, cure in faults(part))
        else:
            yield f"{name} {number} is no record", _SEE


def _names(record: Mapping[str, Any], *fields: str) -> Iterator[Fault]:
    for field in fields:
        if not _matches(_SLUG, record[field]):
            yield f"{field} {record[field]!r} is no name", "Use lower-case letters, digits and hyphens between them."


def _people(record: Mapping[str, Any]) -> Iterator[Fault]:
    author, reader = record["author"], record["reader"]
    if not all(isinstance(each, str) and each for each in (author, reader)):
        yield "author or reader is no name", "Say who wrote it and who labelled it."
    elif author == reader:
        yield f"{author} labelled their own writing", "Have it labelled by somebody else."


def _fields(record: Any, must: Any, may: frozenset[str], what: str) -> Iterator[Fault]:
    if not isinstance(record, dict):
        yield f"{what} is no record", _SEE
        return
    for field in must:
        if field not in record:
            yield f"{what} lacks the field {field!r}", _SEE
    for field in record:
        if field not in must and field not in may:
            yield f"{what} has the unknown field {field!r}", _SEE


def _whole(record: Any, fields: Any) -> bool:
    return isinstance(record, dict) and all(field in record for field in fields)


def _member(value: Any, known: Any, what: str) -> Iterator[Fault]:
    if value not in known:
        yield f"unknown {what} {value!r}", f"Known: {', '.join(known)}."


@cache
def _cases() -> tuple[int, ...]:
    return tuple(case.number for case in cases())


def _matches(pattern: re.Pattern[str], value: Any) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None
