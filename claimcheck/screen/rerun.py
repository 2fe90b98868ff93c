"""A past run judged again, by other rules or another model, from the texts in its ledger; and what changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from claimcheck.errors import UsageError
from claimcheck.screen.engines import Engine
from claimcheck.screen.judging import Recipe
from claimcheck.screen.ledger import Ledger, unpacked
from claimcheck.screen.progress import Progress
from claimcheck.screen.run import Plan, screen
from claimcheck.screen.sources import Reading
from claimcheck.screen.values import Row

CHANGES = "changes.jsonl"


class Change(NamedTuple):
    """A document of which something is judged otherwise: its severities (0 for unflagged), findings gone and come."""

    document: int
    id: str
    before: int
    after: int
    gone: tuple[tuple[str, str, str], ...]
    come: tuple[tuple[str, str, str], ...]


class Changes(NamedTuple):
    """How many documents changed, and how."""

    documents: int
    changed: int
    newly_flagged: int
    no_longer_flagged: int
    raised: int
    lowered: int


def again(
    folder: Path,
    out: Path,
    recipe: Callable[[dict[str, Any]], Recipe],
    engine: Engine,
    format: str = "jsonl",
    *,
    show: Callable[[Progress], None] = lambda _: None,
) -> Changes:
    """Judges a past run again into a new folder; `recipe` makes the rules from the settings of the past run.

    Like any run, it goes on where it was stopped. Raises UsageError where the past run is not complete, or kept no
    texts.
    """
    facts, digest = checked(folder)
    if out.resolve() == folder.resolve():
        raise UsageError("The new run would go into the folder of the past one.", "Name another folder as --out.")
    plan = Plan(
        Reading((f"the run in {folder}",)),
        recipe(facts["settings"]),
        engine,
        format,
        source=lambda: texts(folder),
        digest=digest,
    )
    screen(plan, out, show=show)
    return compare(folder, out)


def texts(folder: Path) -> Iterator[Row]:
    """The rows of a past run, as its ledger kept them; what could not be read then stays a fault."""
    ledger = Ledger.open(folder)
    query = """SELECT d.source, d.place, t.text, d.id, d.advertiser, d.url, d.captured, d.reach, d.format,
      COALESCE(f.problem, ''), COALESCE(f.remedy, '') FROM documents d LEFT JOIN texts t USING (document)
      LEFT JOIN faults f USING (document) ORDER BY d.document"""
    try:
        for source, place, stored, *rest in ledger.rows(query):
            yield Row(0, source, place, unpacked(stored) if stored else "", *rest)
    finally:
        ledger.close()


def checked(folder: Path) -> tuple[dict[str, Any], str]:
    """The facts of a past run and a digest of its rows; UsageError where it is not complete or kept no texts."""
    ledger = Ledger.open(folder)
    try:
        facts = ledger.facts()
        if not facts.get("complete"):
            raise UsageError(f"The run in {folder} is not complete.", "Give its command again first.")
        if facts["settings"]["keep"] != "all":
            raise UsageError(f"The run in {folder} kept no texts to judge again.", "Screen its sources anew.")
        digest = sha256()
        for (each,) in ledger.rows("SELECT digest FROM chunks ORDER BY chunk"):
            digest.update(each.encode())
        return facts, digest.hexdigest()
    finally:
        ledger.close()


def compare(before: Path, after: Path) -> Changes:
    """Compares two runs over the same rows, document by document, and writes what differs to `changes.jsonl`."""
    old, new = Ledger.open(before), Ledger.open(after)
    counts = dict.fromkeys(Changes._fields, 0)
    try:
        with (after / CHANGES).open("w", encoding="utf-8", errors="replace") as file:
            for change in _changes(old, new, counts):
                file.write(json.dumps(change._asdict(), ensure_ascii=False) + "\n")
    finally:
        old.close()
        new.close()
    return Changes(**counts)


def _changes(old: Ledger, new: Ledger, counts: dict[str, int]) -> Iterator[Change]:
    query = "SELECT document, id, severity, hash FROM documents ORDER BY document"
    for (document, name, before, _), (_, _, after, _) in zip(old.rows(query), new.rows(query), strict=True):
        counts["documents"] += 1
        if not before and not after:
            continue
        gone, come = _findings(old, document), _findings(new, document)
        if before == after and gone == come:
            continue
        counts["changed"] += 1
        counts["newly_flagged"] += not before
        counts["no_longer_flagged"] += not after
        counts["raised"] += after > before
        counts["lowered"] += after < before
        yield Change(document, name, before, after, _without(gone, come), _without(come, gone))


def _findings(ledger: Ledger, document: int) -> tuple[tuple[str, str, str], ...]:
    query = "SELECT text, strength, categories FROM findings WHERE document = ? ORDER BY number"
    return tuple(ledger.rows(query, (document,)))


def _without(
    one: tuple[tuple[str, str, str], ...], other: tuple[tuple[str, str, str], ...]
) -> tuple[tuple[str, str, str], ...]:
    return tuple(each for each in one if each not in other)
