"""Records as people read them: pages and lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.claim import Category
from claimcheck.know.records import ANY, JURISDICTIONS, STATUSES, Evidence, Precedent, Record, Regulation, locator
from claimcheck.wrap import wrap

_WIDTH = 96
_ANYTHING = "any such advertisement, whatever it claims"
_HEADINGS = {"evidence": "Evidence", "regulation": "Regulations", "precedent": "Precedents"}


def page(record: Record) -> str:
    """All that is known of a record, as plain text."""
    parts = [
        f"{record['title']}\n{'=' * len(record['title'])}\n{record['kind']}: {record['id']}",
        *(f"{heading}\n{_indent(text)}" for heading, text in _sections(record) if text),
    ]
    return "\n\n".join(parts) + "\n"


def listing(records: Iterable[Record]) -> str:
    """A line a record, grouped by kind; rules and cases by jurisdiction as well; a sentence where there is none."""
    groups: dict[str, list[Record]] = {}
    for record in records:
        place = JURISDICTIONS.get("" if record["kind"] == "evidence" else record["jurisdiction"])
        groups.setdefault(f"{_HEADINGS[record['kind']]}{f', {place}' if place else ''}", []).append(record)
    if not groups:
        return "No record bears on all of that. Evidence has no jurisdiction, rules and cases have no claim type.\n"
    width = max((len(record["id"]) for group in groups.values() for record in group), default=0)
    return "\n".join(
        f"{heading}\n" + "".join(f"  {record['id']:<{width}}  {record['title']}\n" for record in group)
        for heading, group in groups.items()
    )


def _sections(record: Record) -> Iterator[tuple[str, str]]:
    if record["kind"] == "evidence":
        yield from _evidence(record)
    elif record["kind"] == "regulation":
        yield from _regulation(record)
    else:
        yield from _precedent(record)
    yield "How well it is known", f"{record['status']} ({STATUSES[record['status']]}), as of {record['as_of']}"
    yield "Where it was seen", "; ".join(record["seen"])


def _evidence(record: Evidence) -> Iterator[tuple[str, str]]:
    yield "In a sentence", record["summary"]
    yield "Source", "; ".join((record["citation"], *record["identifiers"]))
    people = f"{record['n']:,} people" if record["n"] else ""
    against = "" if record["comparator"] == "None" else f"against: {record['comparator']}"
    yield "Study", "; ".join(filter(None, (record["study"], record["design"], people, against, record["follow_up"])))
    yield "Result", record["results"]
    yield "Limits", record["limits"]
    about = (*_names(record["claims"]), *_names(record["cells"]), *_names(record["conditions"]))
    yield "Speaks to", ", ".join(dict.fromkeys((*about, *record["categories"])))


def _regulation(record: Regulation) -> Iterator[tuple[str, str]]:
    yield "What it demands", record["demand"]
    of = ", ".join(dict.fromkeys((record["body"], JURISDICTIONS[record["jurisdiction"]])))
    yield "Where it stands", f"{locator(record)} ({record['force']}; {of})"
    yield "Bears on", _ANYTHING if record["reach"] == "mention" else _scope(record["categories"])
    yield "Put as", ", ".join(record["strengths"])
    yield "Where the text has", shown_phrases(record["when"])
    yield "Raises a finding to", record["severity"] if record["reach"] == "claim" else ""


def _precedent(record: Precedent) -> Iterator[tuple[str, str]]:
    yield "What was claimed", record["claimed"]
    yield "What came of it", record["outcome"]
    decided = ", ".join(filter(None, (record["case"], str(record["year"] or ""))))
    yield "Who decided", f"{record['body']}, {JURISDICTIONS[record['jurisdiction']]}: {decided}"
    yield "Bears on", _scope(record["categories"])


def as_of(version: str) -> str:
    """The line that says which ledger a page comes from."""
    day, _, number = version.partition("+")
    return f"\nKnowledge as of {day} (version {number}).\n"


def shown_phrases(phrases: Iterable[str]) -> str:
    """Phrases for readers: an open ending has three dots."""
    return ", ".join(phrase.replace("*", "…") for phrase in phrases)


def _scope(categories: Sequence[str]) -> str:
    return "every category" if len(categories) == len(Category) else ", ".join(categories)


def _names(codes: Sequence[str]) -> list[str]:
    return [code.replace("_", " ") for code in codes if code != ANY]


def _indent(text: str) -> str:
    return "\n".join(f"  {line}" for line in wrap(text, _WIDTH - 2))
