"""Labels and readings as the corpus writes them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from claimcheck.corpus.holdings import SECOND
from claimcheck.corpus.pages import Label

SECOND_FILE = f"{SECOND}/second.jsonl"


def label_fields(label: Label) -> dict[str, Any]:
    """A label as a segment of a page carries it."""
    kinds = sorted(kind.value for kind in label.kinds)
    fields: dict[str, Any] = {
        "about": label.about.value,
        "form": label.form.label,
        "strength": label.strength.label,
        "categories": kinds if label.categories else [],
    }
    if kinds and not label.categories:
        fields["form_categories"] = kinds
    if label.cue:
        fields["cue"] = list(label.cue)
    return fields


def second_record(page: str, reader: str, first: Sequence[Label], second: Sequence[Label]) -> dict[str, Any]:
    """Both readings of a page."""
    return {"id": page, "reader": reader, "labels": [*map(_reading, second)], "first": [*map(_reading, first)]}


def dumped(record: dict[str, Any]) -> str:
    """A record as one line, without its end."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def appended(file: Path, records: Sequence[dict[str, Any]]) -> bytes:
    """The content of a file with these records after what it has."""
    old = file.read_bytes() if file.is_file() else b""
    end = b"\n" if old and not old.endswith(b"\n") else b""
    return old + end + "".join(f"{dumped(record)}\n" for record in records).encode()


def _reading(label: Label) -> list[Any]:
    return [label.about.value, label.form.label, sorted(kind.value for kind in label.kinds)]
