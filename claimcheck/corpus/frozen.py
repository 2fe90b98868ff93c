"""The frozen splits: how many pages and segments each part holds, and a hash over their ids and labels."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from claimcheck.corpus.holdings import Held, Holdings
from claimcheck.corpus.problem import Problem
from claimcheck.corpus.split import TEST, TRAIN, VALIDATION, split_of

FILE = "splits.json"
_FORMAT = "claimcheck/splits/1"
_CURE = "If the change is meant, run: claimcheck corpus freeze."


def frozen(holdings: Holdings) -> dict[str, Any]:
    """The parts as `splits.json` holds them."""
    pages = {
        name: _counted(held for held in holdings.pages if split_of(held.value.advertiser) == name)
        for name in (TRAIN, VALIDATION, TEST)
    }
    pairs = {
        name: _digested([held for held in holdings.pairs if held.value.part == name], "pairs") for name in (TRAIN, TEST)
    }
    return {"format": _FORMAT, "pages": pages, "boost": _counted(holdings.boost), "contrast": pairs}


def frozen_text(holdings: Holdings) -> str:
    """`splits.json` as it is written."""
    return json.dumps(frozen(holdings), indent=2) + "\n"


def frozen_problems(holdings: Holdings) -> list[Problem]:
    """What differs between the corpus and its `splits.json`."""
    file = holdings.folder / FILE
    if not file.is_file():
        return [Problem(FILE, 0, "the splits are not frozen", "Run: claimcheck corpus freeze.")]
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        return [Problem(FILE, 0, f"it is no JSON: {error}", "Write it anew: claimcheck corpus freeze.")]
    now = _flat(frozen(holdings))
    then = _flat(kept)
    return [
        Problem(FILE, 0, f"{name} is {now.get(name)} in the corpus but was frozen as {then.get(name)}", _CURE)
        for name in sorted(now.keys() | then.keys())
        if now.get(name) != then.get(name)
    ]


def _counted(pages: Iterable[Held[Any]]) -> dict[str, Any]:
    chosen = list(pages)
    return {**_digested(chosen, "pages"), "segments": sum(len(held.record["segments"]) for held in chosen)}


def _digested(lines: list[Held[Any]], what: str) -> dict[str, Any]:
    digest = sha256()
    for held in sorted(lines, key=lambda each: str(each.record["id"])):
        content = held.record.get("segments") or held.record.get("sides")
        told = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        digest.update(f"{held.record['id']} {sha256(told.encode()).hexdigest()}\n".encode())
    return {what: len(lines), "sha256": digest.hexdigest()}


def _flat(value: Any, name: str = "") -> dict[str, Any]:
    if not isinstance(value, dict):
        return {name: value}
    return {key: leaf for part, inner in value.items() for key, leaf in _flat(inner, f"{name} {part}".strip()).items()}
