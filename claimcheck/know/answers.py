"""What `claimcheck explain` answers: a label of the codebook with what is known on it, a severity, a jurisdiction, a
claim type or a record; for anything else, the nearest names.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from claimcheck import codebook
from claimcheck.claim import Category, Severity, Strength
from claimcheck.errors import UsageError
from claimcheck.know import overview
from claimcheck.know.hints import hints
from claimcheck.know.ledger import Ledger
from claimcheck.know.pages import page
from claimcheck.know.records import CLAIM_TYPES, JURISDICTIONS, STATUSES, place


@dataclass(frozen=True, slots=True)
class Answer:
    """A page, and the same as plain values."""

    text: str
    value: dict[str, Any]


def answer(name: str, book: Ledger) -> Answer:
    """The answer to a name; raises UsageError, with the nearest names, where nothing is called that."""
    found = codebook.find(name)
    if found is not None:
        return _label(found, book)
    asked = " ".join(name.strip().lower().split())
    if asked in {severity.label for severity in Severity}:
        return _severity(Severity[asked.upper()], book)
    if place(asked) in JURISDICTIONS:
        return _jurisdiction(place(asked), book)
    if asked in STATUSES:
        return _status(asked, book)
    claim_type = asked.replace(" ", "_").replace("-", "_")
    if claim_type in CLAIM_TYPES:
        records = book.select(claim_type=claim_type)
        text = overview.claim_type_page(claim_type, book, records)
        return Answer(text, {"kind": "claim_type", "name": claim_type, "records": records})
    record = book.find(name)
    if record is None:
        raise UsageError(f"Nothing is called {name!r}.", " ".join(hints(name, book)))
    return Answer(page(record), dict(record))


def _label(found: codebook.Label | codebook.Case, book: Ledger) -> Answer:
    if isinstance(found, codebook.Case):
        return Answer(
            codebook.page(str(found.number)),
            {"kind": "case", **{key: value for key, value in asdict(found).items() if key != "when"}},
        )
    text = codebook.page(found.name)
    if found.name in {strength.label for strength in Strength}:
        rules = [rule for rule in book.regulations if found.name in rule["strengths"]]
        value = {"kind": "strength", **asdict(found), "records": [rule["id"] for rule in rules]}
        return Answer(text + overview.on_wording(rules), value)
    records = book.select(Category(found.name))
    value = {"kind": "category", **asdict(found), "records": [record["id"] for record in records]}
    return Answer(text + overview.on_category(found.name, book), value)


def _severity(severity: Severity, book: Ledger) -> Answer:
    strength = next(each for each in Strength if each.severity is severity)
    rules = [rule for rule in book.regulations if rule["severity"] == severity.label and rule["reach"] == "claim"]
    text = overview.severity_page(severity, strength, rules)
    value = {"kind": "severity", "name": severity.label, "strength": strength.label}
    return Answer(text, {**value, "records": [rule["id"] for rule in rules]})


def _status(status: str, book: Ledger) -> Answer:
    records = [record["id"] for record in book if record["status"] == status]
    text = overview.status_page(status, len(records), len(list(book)))
    return Answer(text, {"kind": "status", "name": status, "meaning": STATUSES[status], "records": records})


def _jurisdiction(code: str, book: Ledger) -> Answer:
    records = book.select(jurisdiction=code)
    gaps = [gap for gap in book.gaps if gap["jurisdiction"] == code]
    value = {"kind": "jurisdiction", "name": code, "title": JURISDICTIONS[code], "records": records, "gaps": gaps}
    return Answer(overview.jurisdiction_page(code, records, gaps), value)
