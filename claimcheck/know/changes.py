"""What changed from one ledger to another: records added, removed and changed, field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from claimcheck.know import compiled
from claimcheck.know.records import LedgerError
from claimcheck.wrap import wrap

_WIDTH = 96


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a record: its old and its new value; None where the field is not there."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Altered:
    """A record that both ledgers hold, with the fields that differ."""

    record: str
    kind: str
    title: str
    fields: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A record that only one of the ledgers holds."""

    record: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Changes:
    """From `old` to `new` (their versions): what came, what went, what differs, in the order of the ledgers."""

    old: str
    new: str
    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    changed: tuple[Altered, ...]

    def value(self) -> dict[str, Any]:
        """As plain values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Contents:
    """A ledger's records by id, known gaps and word lists among them."""

    version: str
    records: Mapping[str, Mapping[str, Any]]


def contents(path: Path) -> Contents:
    """What a ledger holds: a compiled file, a folder of the ledger's TOML files, or one TOML file of one's own.

    Raises LedgerError where it cannot be read or is none of these.
    """
    if path.is_dir():
        return _of_compiled(compiled.compiled(path), path)
    if path.suffix == ".toml":
        found = compiled.own(path)
        records = {record["id"]: record for records in found.values() for record in records}
        newest = max((record["as_of"] for record in records.values()), default="")
        return Contents(f"{newest}+{compiled.digest(found)}", records)
    try:
        return _of_compiled(path.read_text("utf-8"), path)
    except OSError as error:
        raise LedgerError(f"{path} cannot be read: {error.strerror}.", _CURE) from None
    except UnicodeDecodeError:
        raise _no_ledger(path) from None


def _of_compiled(text: str, path: Path) -> Contents:
    """A compiled ledger of this or an earlier version of the program; its records are not checked again."""
    try:
        content = json.loads(text)
        records = {record["id"]: record for kind in compiled.FILES for record in content[kind]}
        for gap in content.get("gap", []):
            records[f"gap {gap['jurisdiction']}"] = {"kind": "gap", "title": "Known gap", **gap}
        for name, table in content.get("words", {}).items():
            records[f"words {name}"] = {"kind": "words", "title": "Words that lead to records", **table}
        return Contents(str(content["version"]), records)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _no_ledger(path) from None


def _no_ledger(path: Path) -> LedgerError:
    return LedgerError(f"{path} is no compiled ledger.", _CURE)


_CURE = "Name a ledger.json, a folder with the ledger's TOML files, or a TOML file with records of your own."


def changes(old: Contents, new: Contents) -> Changes:
    """What changed from the one to the other."""
    return Changes(
        old.version,
        new.version,
        tuple(_entry(id, record) for id, record in new.records.items() if id not in old.records),
        tuple(_entry(id, record) for id, record in old.records.items() if id not in new.records),
        tuple(
            Altered(id, str(record.get("kind")), str(record.get("title")), fields)
            for id, record in new.records.items()
            if id in old.records and (fields := tuple(_differences(old.records[id], record)))
        ),
    )


def _entry(id: str, record: Mapping[str, Any]) -> Entry:
    return Entry(id, str(record.get("kind")), str(record.get("title")))


def _differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for field in dict.fromkeys((*old, *new)):
        if old.get(field) != new.get(field):
            yield Change(field, old.get(field), new.get(field))


def told(found: Changes) -> str:
    """The changes as text."""
    if not (found.added or found.removed or found.changed):
        return f"From {found.old} to {found.new}: nothing changed.\n"
    lines = [f"From {found.old} to {found.new}: {_counts(found)}."]
    for heading, entries in (("Added", found.added), ("Removed", found.removed)):
        if entries:
            lines += ["", heading, *(f"  {entry.record}  {entry.title}" for entry in entries)]
    if found.changed:
        lines += ["", "Changed"]
    for altered in found.changed:
        lines.append(f"  {altered.record}  {altered.title}")
        for change in altered.fields:
            lines.append(f"    {change.field}")
            for sign, value in (("-", change.old), ("+", change.new)):
                first, *rest = wrap(_shown(value), _WIDTH - 8)
                lines += [f"      {sign} {first}", *(f"        {line}" for line in rest)]
    return "\n".join(lines) + "\n"


def _counts(found: Changes) -> str:
    counts = ((found.added, "added"), (found.removed, "removed"), (found.changed, "changed"))
    return ", ".join(f"{len(what)} {name}" for what, name in counts if what)


def _shown(value: Any) -> str:
    if value is None:
        return "(not there)"
    if isinstance(value, list):
        return ", ".join(str(each) for each in value) or "(empty)"
    return str(value) if value != "" else "(empty)"
