"""The ledger in memory: read once from ledger.json, found by id, listed by what is asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.claim import Category
from claimcheck.errors import UsageError
from claimcheck.know.records import (
    CLAIM_TYPES,
    JURISDICTIONS,
    Evidence,
    Gap,
    Precedent,
    Record,
    Regulation,
    Vocabulary,
    place,
)

_PATH = Path(__file__).with_name("ledger.json")


class Ledger:
    """Everything that is known; `version` is its newest as-of date and a hash of its content."""

    def __init__(self, content: dict[str, Any]) -> None:
        self.version: str = content["version"]
        self.evidence: list[Evidence] = content["evidence"]
        self.regulations: list[Regulation] = content["regulation"]
        self.precedents: list[Precedent] = content["precedent"]
        self.gaps: list[Gap] = content["gap"]
        self.words: Vocabulary = content["words"]

    @classmethod
    def from_json(cls, text: str) -> Ledger:
        """The ledger of a compiled text, which was checked when it was made."""
        return cls(json.loads(text))

    def __iter__(self) -> Iterator[Record]:
        yield from self.evidence
        yield from self.regulations
        yield from self.precedents

    def find(self, id: str) -> Record | None:
        """The record of that id; capitals and underscores are forgiven."""
        asked = id.strip().lower().replace("_", "-")
        return next((record for record in self if record["id"] == asked), None)

    def select(
        self, category: Category | None = None, jurisdiction: str | None = None, claim_type: str | None = None
    ) -> list[Record]:
        """The records that bear on all that is asked, in the order of the files."""
        return [
            record
            for record in self
            if (category is None or category.value in record["categories"] or self._called_for(record, category))
            and (jurisdiction is None or (record["kind"] != "evidence" and record["jurisdiction"] == jurisdiction))
            and (claim_type is None or (record["kind"] == "evidence" and claim_type in record["claims"]))
        ]

    def _called_for(self, record: Record, category: Category) -> bool:
        """True for evidence that speaks first to a claim type that the category calls for."""
        called = self.words["categories"][category.value]
        return record["kind"] == "evidence" and any(claim in called for claim in record["claims"][:1])


@cache
def ledger() -> Ledger:
    """The ledger that ships with the program, read when first asked for."""
    return Ledger.from_json(_PATH.read_text("utf-8"))


def version() -> str:
    """The version of what is known: its newest as-of date and a hash of its content."""
    with _PATH.open(encoding="utf-8") as lines:
        return next(lines).split('"')[3]  # The first line says it, so that a check without findings reads no more.


def record(id: str, known: Ledger | None = None) -> Record:
    """The record of that id; raises UsageError, with the nearest id, where there is none."""
    book = known or ledger()
    found = book.find(id)
    if found is None:
        raise _unknown("record", id, [each["id"] for each in book], "`claimcheck know list` has them all.")
    return found


def selected(
    category: str | None, jurisdiction: str | None, claim_type: str | None, known: Ledger | None = None
) -> list[Record]:
    """The records that bear on all that is asked, by name; raises UsageError for a name that nothing has.

    Capitals are forgiven, and spaces or hyphens for the underscores of a name.
    """
    categories = [each.value for each in Category]
    asked = (
        _named("category", category, categories),
        _named("jurisdiction", jurisdiction and place(jurisdiction), list(JURISDICTIONS)),
        _named("claim type", claim_type, list(CLAIM_TYPES)),
    )
    return (known or ledger()).select(Category(asked[0]) if asked[0] else None, *asked[1:])


def _named(kind: str, name: str | None, names: list[str]) -> str | None:
    """The name as the ledger writes it."""
    if name is None:
        return None
    code = written(name)
    if code not in names:
        raise _unknown(kind, name, names, f"Known: {', '.join(names)}.")
    return code


def written(name: str) -> str:
    """A name as the ledger writes it: small letters, underscores between words."""
    return "_".join(name.lower().replace("-", " ").split())


def _unknown(kind: str, name: str, known: list[str], help: str) -> UsageError:
    import difflib

    near = difflib.get_close_matches(name.lower(), known, 1)
    hint = f"Did you mean {near[0]}? " if near else ""
    return UsageError(f"No {kind} is called {name!r}.", f"{hint}{help}")
