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
    tables = {kind: _table(folder / file) for kind, file in FILES.items()}
    content: dict[str, Any] = {kind: _records(tables[kind], kind) for kind in FILES}
    content["gap"] = [
        schema.checked(entry, "gap", FILES["regulation"]) for entry in tables["regulation"].get("gap", [])
    ]
    content["words"] = _words(tables["evidence"])
    _refuse_doubles([(entry["id"], FILES[kind]) for kind in FILES for entry in content[kind]])
    newest = max(entry["as_of"] for kind in FILES for entry in content[kind])
    digest = sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:8]
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f'{{"version":"{newest}+{digest}",\n{body[1:]}\n'


def write(folder: Path) -> Path:
    """Compiles a folder's files; gives the path of what was written."""
    path = folder / COMPILED
    path.write_text(compiled(folder), "utf-8")
    return path


def _table(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise LedgerError(
            f"{path} cannot be read: {error.strerror}.", "Name a folder with the ledger's files."
        ) from None
    except ValueError as error:
        raise LedgerError(f"{path.name} is not TOML: {error}.", "Mend the line that it names.") from None


def _records(table: Mapping[str, Any], kind: str) -> list[dict[str, Any]]:
    file = FILES[kind]
    for name in table.keys() - {kind, "as_of", "gap", *_SETTINGS[kind]}:
        raise LedgerError(f"{file} has {name!r} at its top.", f"Write records of this file as [[{kind}]].")
    default = {"as_of": table["as_of"]} if "as_of" in table else {}
    return [{"kind": kind, **schema.checked({**default, **entry}, kind, file)} for entry in table.get(kind, [])]


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


def _refuse_doubles(ids: list[tuple[str, str]]) -> None:
    first: dict[str, str] = {}
    for id, file in ids:
        if id in first:
            raise LedgerError(
                f"{file}: the id {id!r} stands in {first[id]} already.", "Give one of the two another id."
            )
        first[id] = file
