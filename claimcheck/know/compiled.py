"""The ledger's TOML files, for people, made into one JSON file, for the program, which reads it ten times as fast."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from claimcheck.claim import Category
from claimcheck.know import schema
from claimcheck.know.records import CLAIM_TYPES, LedgerError

COMPILED = "ledger.json"
SHIPPED = Path(__file__).parent
FILES = {"evidence": "evidence.toml", "regulation": "regulations.toml", "precedent": "precedents.toml"}
_SETTINGS = {"evidence": {"claims", "words"}, "regulation": set[str](), "precedent": set[str]()}


def compiled(folder: Path) -> str:
    """The text of ledger.json for the TOML files of a folder; raises LedgerError with file, record, field and cure."""
    tables = {kind: toml_table(folder / file, "Name a folder with the ledger's files.") for kind, file in FILES.items()}
    for kind, file in FILES.items():
        _refuse_strangers(tables[kind], {kind, "gap", *_SETTINGS[kind]}, file)
    content: dict[str, Any] = {kind: records(tables[kind], kind, file) for kind, file in FILES.items()}
    content["gap"] = records({"gap": tables["regulation"].get("gap", [])}, "gap", FILES["regulation"])
    content["words"] = _words(tables["evidence"])
    refuse_doubles([(entry["id"], FILES[kind]) for kind in FILES for entry in content[kind]])
    newest = max(entry["as_of"] for kind in FILES for entry in content[kind])
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f'{{"version":"{newest}+{digest(content)}",\n{body[1:]}\n'


def write(folder: Path) -> Path:
    """Compiles a folder's files; gives the path of what was written."""
    path = folder / COMPILED
    path.write_text(compiled(folder), "utf-8")
    return path


def own(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The records of a file of one's own, by kind, checked like the shipped ones; raises LedgerError as `compiled`."""
    table = toml_table(path, "Name a TOML file with records of your own.")
    _refuse_strangers(table, set(FILES), path.name)
    found = {kind: records(table, kind, path.name) for kind in FILES}
    refuse_doubles([(entry["id"], path.name) for kind in FILES for entry in found[kind]])
    return found


def digest(content: Any) -> str:
    """Eight hex digits that change with the content."""
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:8]


def toml_table(path: Path, cure: str) -> dict[str, Any]:
    """What a TOML file holds; raises LedgerError, with the cure for a file that cannot be opened."""
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise LedgerError(f"{path} cannot be read: {error.strerror}.", cure) from None
    except (ValueError, RecursionError) as error:
        raise LedgerError(f"{path.name} is not TOML: {error}.", "Mend the line that it names.") from None


def records(table: Mapping[str, Any], kind: str, file: str) -> list[dict[str, Any]]:
    """The checked records of one kind; the table's own `as_of` stands for records that have none."""
    entries = table.get(kind, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise LedgerError(f"{file}: {kind!r} is no list of records.", f"Write each record below a line [[{kind}]].")
    default = {"as_of": table["as_of"]} if "as_of" in table else {}
    named = {} if kind == "gap" else {"kind": kind}
    return [{**named, **schema.checked({**default, **entry}, kind, file)} for entry in entries]


def _refuse_strangers(table: Mapping[str, Any], kinds: set[str], file: str) -> None:
    for name in table.keys() - {"as_of", *kinds}:
        known = ", ".join(f"[[{kind}]]" for kind in FILES if kind in kinds)
        raise LedgerError(f"{file} has {name!r} at its top.", f"Write records of this file as {known}.")


def _words(table: Mapping[str, Any]) -> dict[str, Any]:
    file, words = FILES["evidence"], table["words"]
    categories = [category.value for category in Category]
    for name in categories:
        if not set(table["claims"].get(name, ["?"])) <= set(CLAIM_TYPES):
            raise LedgerError(f"{file}: [claims] lacks {name!r}, or names a claim type that is none.", "Mend the line.")
    return {
        "categories": schema.checked_words(table["claims"], categories, file),
        "claims": schema.checked_words(words["claims"], CLAIM_TYPES, file),
        "cells": schema.checked_words(words["cells"], schema.CELLS, file),
        "conditions": schema.checked_words(words["conditions"], schema.CONDITIONS, file),
    }


def refuse_doubles(ids: list[tuple[str, str]]) -> None:
    """Raises LedgerError where an id comes twice; each id stands with its file."""
    first: dict[str, str] = {}
    for id, file in ids:
        if id in first:
            raise LedgerError(
                f"{file}: the id {id!r} stands in {first[id]} already.", "Give one of the two another id."
            )
        first[id] = file
