"""What a ledger file may hold: every field with the parser that accepts or refuses it, and errors that say the cure.

Parsers check, and leave values as JSON has them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from claimcheck.claim import Category, Severity, Strength
from claimcheck.know.records import ANY, CLAIM_TYPES, JURISDICTIONS, STATUSES, LedgerError

STUDIES = (
    "randomised trial",
    "review",
    "guideline",
    "position",
    "safety signal",
    "registry",
    "comparison without randomising",
    "uncontrolled study",
    "case report",
    "ongoing trial",
    "no controlled evidence",
)
CELLS = (
    "own_marrow",
    "donor_marrow",
    "marrow_concentrate",
    "fat",
    "birth_tissue",
    "exosomes",
    "prp",
    "disc_cells",
    "disc_tissue",
    "other",
    ANY,
)
CONDITIONS = ("disc", "back", "sciatica", "stenosis", "facet", "sacroiliac", "limb", "other", ANY)
FORCES = ("law", "code", "guidance", "practice")
REACHES = ("claim", "mention", "allowance")

_EVERY = [category.value for category in Category]

_IDENTIFIER = re.compile(
    r"doi:10\.\d{4,9}/\S+|pmid:\d{4,8}|pmc:PMC\d{4,8}|nct:NCT\d{8}|eudract:\d{4}-\d{6}-\d{2}", re.ASCII
)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_CFR = re.compile(r"\d{1,2} CFR \d{1,4}\.\d{1,3}(\([a-z0-9]+\))*( |$)", re.ASCII)
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/|\s|$)", re.ASCII)

Parser = Callable[[Any], Any]


def identifier_fault(identifier: str) -> str | None:
    """What is wrong with the form of an identifier, or None."""
    if _IDENTIFIER.fullmatch(identifier):
        return None
    return "write doi:10.…, pmid:digits, pmc:PMCdigits, nct:NCT and 8 digits, or eudract:YYYY-NNNNNN-NN"


def section_fault(section: str) -> str | None:
    """What is wrong with a section that names the Code of Federal Regulations, or None."""
    if "CFR" not in section or _CFR.match(section):
        return None
    return "write it as in 16 CFR 255.2(b)"


def has_address(seen: str) -> bool:
    """True where a place begins with a domain."""
    return _DOMAIN.match(seen) is not None


def is_date(text: str) -> bool:
    """True for a real day, as in 2026-11-23."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("give a text")
    return value


def _identifier(value: Any) -> str:
    fault = identifier_fault(_text(value))
    if fault:
        raise ValueError(fault)
    return str(value)


def _section(value: Any) -> str:
    fault = section_fault(_text(value))
    if fault:
        raise ValueError(fault)
    return str(value)


def _id(value: Any) -> str:
    if not _ID.fullmatch(_text(value)):
        raise ValueError("use small letters, digits and single hyphens")
    return str(value)


def _phrase(value: Any) -> str:
    if _text(value) != " ".join(value.casefold().replace("-", " ").split()):
        raise ValueError("write phrases in lower case, without hyphens, one space between words")
    return str(value)


def _day(value: Any) -> str:
    day = str(value)  # TOML has dates, JSON texts.
    if not is_date(day):
        raise ValueError("give a real date, as in 2026-11-23")
    return day


def _count(value: Any) -> int:
    if type(value) is not int or value < 1:
        raise ValueError("give a whole number above 0")
    return value


def _one_of(names: Iterable[str]) -> Parser:
    known = tuple(names)

    def parse(value: Any) -> Any:
        if value not in known:
            raise ValueError(f"use one of {', '.join(known)}, not {value!r}")
        return value

    return parse


def _list_of(parser: Parser) -> Parser:
    def parse(value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise ValueError("give a list, in brackets")
        return [parser(each) for each in value]

    return parse


def _some(parser: Parser) -> Parser:
    def parse(value: Any) -> list[Any]:
        values: list[Any] = _list_of(parser)(value)
        if not values:
            raise ValueError("name at least one")
        return values

    return parse


_COMMON: dict[str, Parser] = {
    "id": _id,
    "title": _text,
    "status": _one_of(STATUSES),
    "as_of": _day,
    "seen": _some(_text),
    "categories": _list_of(_one_of((*_EVERY, "all"))),
}
_PLACED: dict[str, Parser] = {
    **_COMMON,
    "categories": _some(_one_of((*_EVERY, "all"))),
    "jurisdiction": _one_of(JURISDICTIONS),
    "body": _text,
}
FIELDS: dict[str, dict[str, Parser]] = {
    "evidence": {
        **_COMMON,
        "study": _one_of(STUDIES),
        "citation": _text,
        "identifiers": _list_of(_identifier),
        "claims": _list_of(_one_of(CLAIM_TYPES)),
        "cells": _some(_one_of(CELLS)),
        "conditions": _some(_one_of(CONDITIONS)),
        "n": _count,
        **dict.fromkeys(("design", "comparator", "follow_up", "results", "limits", "summary"), _text),
    },
    "regulation": {
        **_PLACED,
        "instrument": _text,
        "section": _section,
        "force": _one_of(FORCES),
        "demand": _text,
        "reach": _one_of(REACHES),
        "when": _some(_phrase),
        "strengths": _some(_one_of(strength.label for strength in Strength)),
        "leads": _some(_one_of(_EVERY)),
        "severity": _one_of(severity.label for severity in Severity),
    },
    "precedent": {**_PLACED, "case": _text, "year": _count, "claimed": _text, "outcome": _text},
    "gap": {
        "jurisdiction": _one_of(JURISDICTIONS),
        "categories": _some(_one_of(_EVERY)),
        "note": _text,
    },
}
# What may be left out, and what it is then.
DEFAULTS: dict[str, dict[str, Any]] = {
    "evidence": {"categories": [], "n": 0, "follow_up": ""},
    "regulation": {"reach": "claim", "when": [], "strengths": [], "leads": [], "severity": ""},
    "precedent": {"year": 0},
    "gap": {},
}


def checked(entry: Mapping[str, Any], kind: str, file: str) -> dict[str, Any]:
    """The whole record that an entry stands for; raises LedgerError with file, record, field and cure."""
    fields, defaults = FIELDS[kind], DEFAULTS[kind]
    where = f"{file}: {kind} {entry.get('id', entry.get('jurisdiction', 'without an id'))!r}"
    for name in entry.keys() - fields.keys():
        raise LedgerError(f"{where} has a field {name!r} that no {kind} has.", f"Known: {', '.join(fields)}.")
    for name in [name for name in fields if name not in entry and name not in defaults]:
        raise LedgerError(f"{where} lacks the field {name!r}.", "Add it.")
    record = {
        name: _parsed(parser, entry[name], f"{where}, field {name!r}") if name in entry else defaults[name]
        for name, parser in fields.items()
    }
    return {**record, "categories": _EVERY if "all" in record["categories"] else record["categories"]}


def checked_words(table: Mapping[str, Any], names: Iterable[str], file: str) -> dict[str, list[str]]:
    """A table of phrases, its keys among `names`; raises LedgerError as `checked` does."""
    known = set(names)
    for name in table.keys() - known:
        raise LedgerError(f"{file}: nothing is called {name!r}.", f"Known: {', '.join(sorted(known))}.")
    return {name: _parsed(_list_of(_phrase), phrases, f"{file}: {name!r}") for name, phrases in table.items()}


def _parsed(parser: Parser, value: Any, where: str) -> Any:
    try:
        return parser(value)
    except ValueError as error:
        cure = str(error)
        raise LedgerError(f"{where} cannot be {value!r}.", f"{cure[0].upper()}{cure[1:]}.") from None
