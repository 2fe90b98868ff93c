"""Ledgers of one's own, laid over the one that ships: a clinic's proof, a regulator's rules and cases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from claimcheck.know import compiled
from claimcheck.know.ledger import Ledger
from claimcheck.know.records import LedgerError


def laid_over(book: Ledger, path: Path) -> Ledger:
    """The ledger with a file's records added, or put in the place of those with the same id.

    New records come before the others of their kind, so that where two are equally pertinent the reader's own is cited.
    Raises LedgerError with file, record, field and cure.
    """
    kinds = {record["id"]: record["kind"] for record in book}
    found = compiled.own(path)
    for record in (each for records in found.values() for each in records):
        if kinds.get(record["id"], record["kind"]) != record["kind"]:
            raise LedgerError(
                f"{path.name}: {record['kind']} {record['id']!r} has the id of a record of kind {kinds[record['id']]}.",
                "Give it another id.",
            )
    content: dict[str, Any] = {kind: _merged(getattr(book, _PLACES[kind]), found[kind]) for kind in found}
    day, _, number = book.version.partition("+")
    newest = max([day, *(record["as_of"] for records in found.values() for record in records)])
    version = f"{newest}+{number}+{compiled.digest(found)}"
    return Ledger({**content, "version": version, "gap": book.gaps, "words": book.words})


_PLACES = {"evidence": "evidence", "regulation": "regulations", "precedent": "precedents"}


def _merged(known: list[Any], own: list[Any]) -> list[Any]:
    ids = {record["id"] for record in known}
    replaced = {record["id"]: record for record in own if record["id"] in ids}
    return [
        *(record for record in own if record["id"] not in ids),
        *(replaced.get(record["id"], record) for record in known),
    ]
