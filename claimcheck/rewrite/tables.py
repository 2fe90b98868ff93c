"""The rewrites' words, frames and facts, read when first asked for.

People write them in words.toml, frames.toml and facts.toml; `python -m tests.golden tables` makes them into
tables.json, which the program reads, since a check does without the TOML parser.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
NAMES = ("words", "frames", "facts")
COMPILED = "tables.json"


@dataclass(frozen=True, slots=True)
class Core:
    """A treatment's name: the kind of its cells ("stem" where only cells are named), and its number.

    The number is `head` where it needs a head, `kind` where it only tells the kind of cells.
    """

    cells: str
    number: str


@dataclass(frozen=True)
class Words:
    """The tables of words.toml, their phrases made into patterns."""

    treatment: re.Pattern[str]
    cores: Mapping[str, Core]
    heads: Mapping[str, str]
    pointers: re.Pattern[str]
    subject: re.Pattern[str]
    condition: re.Pattern[str]
    general: frozenset[str]
    topics: Mapping[str, re.Pattern[str]]
    objects: re.Pattern[str]
    plural_objects: frozenset[str]
    counted_objects: Mapping[str, str]
    claim_verbs: frozenset[str]
    finite: frozenset[str]
    modals: frozenset[str]
    praise: re.Pattern[str]
    adverbs: re.Pattern[str]
    openers: re.Pattern[str]
    hedges: re.Pattern[str]
    claims: re.Pattern[str]
    strong: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """A clause that a record lends ("" where it only supports), and the topics that it speaks to."""

    record: str
    topics: Sequence[str]
    text: str


@cache
def words() -> Words:
    """The words, with their patterns compiled."""
    table = _source()
    treatment, condition, verbs, praise = table["treatment"], table["condition"], table["verbs"], table["praise"]
    heads = {name.casefold(): number for name, number in treatment["heads"]}
    cores = {name.casefold(): Core(cells, number) for name, cells, number in treatment["cores"]}
    strong = {*_forms_of(table["claims"]["verbs"]), *table["claims"]["words"]}
    claim = frozenset(form for verb in verbs["claim"] for form in forms(verb, verbs["irregular"].get(verb, ())))
    return Words(
        treatment=_treatment(treatment, cores, heads),
        cores=cores,
        heads=heads,
        pointers=pattern(treatment["pointers"]),
        subject=_subject(treatment, cores, heads),
        condition=_condition(condition),
        general=frozenset(condition["general"]),
        topics={each["name"]: pattern(each["words"]) for each in table["topic"]},
        objects=pattern(table["objects"]["words"]),
        plural_objects=frozenset(table["objects"]["plural"]),
        counted_objects=table["objects"]["count"],
        claim_verbs=claim,
        finite=frozenset((*verbs["auxiliaries"], *verbs["plain"])),
        modals=frozenset(verbs["modals"]),
        praise=pattern(praise["adjectives"]),
        adverbs=pattern(praise["adverbs"]),
        openers=re.compile(rf"(?:{_any(praise['openers'])})\b(?:,|\s)\s*", re.I),
        hedges=pattern(praise["hedges"]),
        claims=pattern({*strong, *table["claims"]["weak"]}),
        strong=pattern(strong),
    )


def _forms_of(verbs: Iterable[str]) -> Iterator[str]:
    for verb in verbs:
        yield from forms(verb)


@cache
def listed(table: str, name: str, *, ends: bool = False) -> re.Pattern[str]:
    """A pattern for a list of `[cuts]` or `[signs]`: anywhere in a text, or only at its end."""
    phrases = _source()[table][name]
    return re.compile(rf"(?<![\w'’-])(?:{_any(phrases)})\W*$", re.I) if ends else pattern(phrases)


def alternatives(table: str, name: str) -> str:
    """The phrases of a list, to be put into a pattern."""
    return _any(_source()[table][name])


@cache
def frames() -> Mapping[str, Any]:
    """The frames by style and topic, as the files have them."""
    return _tables()["frames"]


@cache
def facts() -> tuple[Fact, ...]:
    """What records lend, in the order of facts.toml."""
    return tuple(Fact(each["record"], each["topics"], each["text"]) for each in _tables()["facts"]["fact"])


def forms(verb: str, irregular: Iterable[str] = ()) -> tuple[str, ...]:
    """The forms of a verb: base, third person, past and participles.

    >>> forms("ease")
    ('ease', 'eases', 'eased', 'easing')
    """
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        third = verb + "es"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        third = verb[:-1] + "ies"
    else:
        third = verb + "s"
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    past = verb[:-1] + "ied" if third.endswith("ies") else stem + "ed"
    return verb, third, past, stem + "ing", *irregular


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for phrases at word boundaries, the longest first; a final * matches any ending."""
    return re.compile(rf"(?<![\w-])(?:{_any(phrases)})(?![\w-])", re.I)


def _any(phrases: Iterable[str]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(each[:-1]) + r"\w*" if each[-1] == "*" else re.escape(each) for each in ordered)


def _treatment(table: Mapping[str, Any], cores: Mapping[str, Core], heads: Iterable[str]) -> re.Pattern[str]:
    alone = [name for name, core in cores.items() if core.number != "head"]
    core = rf"(?P<core>{_any(cores)})"
    headed = rf"{core}[ -](?P<head>{_any(heads)})"
    return re.compile(
        rf"(?<![\w-])(?P<determiner>(?:{_any(table['determiners'])}) )?(?:{headed}|(?P<alone>{_any(alone)}))(?![\w-])",
        re.I,
    )


def _subject(table: Mapping[str, Any], cores: Iterable[str], heads: Iterable[str]) -> re.Pattern[str]:
    """What a clause begins with whose subject is a treatment, or a word that points to one."""
    named = rf"(?:(?:our|these|the|your own|own) )?(?:{_any(cores)})(?: (?:{_any(heads)}))?"
    return re.compile(rf"(?:{named}|{_any(table['pointers'])})(?= [a-z])", re.I)


def _condition(table: Mapping[str, Any]) -> re.Pattern[str]:
    modifiers = rf"(?:(?:{_any(table['modifiers'])})[ -]+)*"
    joined = "|".join(rf"(?:{_any(needed)}) {re.escape(head)}" for head, needed in table["joined"].items())
    return re.compile(rf"(?<![\w-]){modifiers}(?:{_any(table['heads'])}|{joined})(?![\w-])", re.I)


def compiled() -> str:
    """The text of tables.json for the TOML files."""
    import tomllib

    tables = {name: tomllib.loads((HERE / f"{name}.toml").read_text("utf-8")) for name in NAMES}
    return json.dumps(tables, ensure_ascii=False, separators=(",", ":")) + "\n"


def _source() -> dict[str, Any]:
    return _tables()["words"]


@cache
def _tables() -> dict[str, dict[str, Any]]:
    tables: dict[str, dict[str, Any]] = json.loads((HERE / COMPILED).read_text("utf-8"))
    return tables
