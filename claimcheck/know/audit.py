"""What a person should look at again to keep the ledger fresh."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.errors import UsageError
from claimcheck.know.ledger import Ledger, written
from claimcheck.know.records import JURISDICTIONS, Evidence, Gap, Record, place
from claimcheck.know.schema import has_address, identifier_fault, is_date, section_fault
from claimcheck.wrap import wrap

_ENOUGH = 2
_WIDTH = 96
# Studies and texts that have no identifier of these kinds.
_NAMELESS = frozenset({"position", "guideline", "safety signal", "no controlled evidence"})


@dataclass(frozen=True, slots=True)
class Concern:
    """One reason to look at a record again."""

    record: str
    reason: str


def concerns(records: Iterable[Record], older_than: str | None = None) -> tuple[Concern, ...]:
    """The reasons to look again, in the order of the records; `older_than` is a date as in 2026-11-23."""
    if older_than is not None and not is_date(older_than):
        raise UsageError(f"{older_than!r} is no date.", "Write it as in 2026-11-23.")
    return tuple(Concern(record["id"], reason) for record in records for reason in _reasons(record, older_than))


def _reasons(record: Record, older_than: str | None) -> Iterator[str]:
    if older_than and record["as_of"] < older_than:
        yield f"last read on {record['as_of']}"
    if record["status"] == "partly seen":
        yield "partly seen: read the source, or take the record out"
    if record["kind"] == "evidence":
        yield from _identifiers(record)
    if record["kind"] == "regulation" and (fault := section_fault(record["section"])):
        yield f"section {record['section']!r}: {fault}"
    if record["kind"] == "regulation" and "not seen" in record["section"]:
        yield f"number not seen: {record['section']}"
    if not any(has_address(place) for place in record["seen"]):
        yield "no address of where it was seen"


def _identifiers(record: Evidence) -> Iterator[str]:
    for identifier in record["identifiers"]:
        fault = identifier_fault(identifier)
        if fault:
            yield f"identifier {identifier!r}: {fault}"
    if not record["identifiers"] and record["study"] not in _NAMELESS:
        yield "no identifier"


def gaps(book: Ledger, category: str | None = None, jurisdiction: str | None = None) -> tuple[Gap, ...]:
    """The known gaps that are still open: categories for which a jurisdiction has fewer than two rules on claims.

    Where a category or a jurisdiction is named, only what concerns it.
    """
    still: list[Gap] = []
    for gap in book.gaps:
        code = gap["jurisdiction"]
        if jurisdiction is not None and code != place(jurisdiction):
            continue
        names = [name for name in gap["categories"] if category is None or name == written(category)]
        categories = [name for name in names if _rules(book, code, name) < _ENOUGH]
        if categories:
            still.append({**gap, "categories": categories})
    return tuple(still)


def _rules(book: Ledger, jurisdiction: str, category: str) -> int:
    of = [rule for rule in book.regulations if rule["jurisdiction"] == jurisdiction and rule["reach"] == "claim"]
    return sum(category in rule["categories"] for rule in of)


def told_gaps(found: Iterable[Gap]) -> str:
    """The gaps as text, a paragraph each; nothing where there is none."""
    lines = [
        f"{JURISDICTIONS[gap['jurisdiction']]}, fewer than two rules on {', '.join(gap['categories'])}: {gap['note']}"
        for gap in found
    ]
    wrapped = ("\n    ".join(wrap(line, _WIDTH - 4)) for line in lines)
    return "\nKnown gaps\n" + "".join(f"  {line}\n" for line in wrapped) if lines else ""


def told(found: Iterable[Concern]) -> str:
    """The concerns as text, a line each, and their number."""
    found = tuple(found)
    width = max((len(concern.record) for concern in found), default=0)
    lines = "".join(f"{concern.record:<{width}}  {concern.reason}\n" for concern in found)
    records = len({concern.record for concern in found})
    return f"{lines}{len(found)} reasons to look again, in {records} records.\n"
