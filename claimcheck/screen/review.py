"""What people said of documents: verdicts read from CSV, checked against the ledger, and kept beside the findings."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from claimcheck.errors import UsageError
from claimcheck.screen.ledger import Ledger

VIOLATING, CLEAR, UNSURE = "violating", "clear", "unsure"
VERDICTS = (VIOLATING, CLEAR, UNSURE)
_CODE = re.compile(r"[a-z0-9][a-z0-9._-]*")
_NEEDED = ("document", "hash", "verdict")


class Label(NamedTuple):
    """A person's verdict on one document, why (a short code), who gave it and when (ISO), and the text's hash."""

    document: int
    verdict: str
    reason: str
    reviewer: str
    at: str
    hash: str


class Refused(NamedTuple):
    """A line of the file that is no verdict, and why."""

    line: int
    problem: str


def read(ledger: Ledger, path: Path, defaults: Mapping[str, str]) -> tuple[list[Label], list[Refused]]:
    """The verdicts of a CSV file and its lines that are none; lines without a verdict are passed over.

    `defaults` fill `reviewer`, `at` and `reason` where the line leaves them empty. The hash has to be that of the text
    in the ledger: it says that the reviewer saw this text. Raises UsageError where the file is not such a table.
    """
    labels, refused = [], []
    for number, record in _records(path):
        if not record["verdict"]:
            continue
        label = Label(
            int(record["document"]) if record["document"].isdecimal() else -1,
            record["verdict"].lower(),
            (record.get("reason") or defaults.get("reason", "")).lower(),
            record.get("reviewer") or defaults.get("reviewer", ""),
            record.get("at") or defaults.get("at", ""),
            record["hash"],
        )
        problem = _problem(ledger, label)
        if problem:
            refused.append(Refused(number, problem))
        else:
            labels.append(label)
    return labels, refused


def record(ledger: Ledger, labels: list[Label]) -> int:
    """Adds verdicts to the ledger; how many were new. What was said before stays: the latest counts."""
    before = ledger.connection.total_changes
    with ledger.transaction() as connection:
        rows = [(each.document, each.verdict, each.reason, each.reviewer, each.at, each.hash) for each in labels]
        connection.executemany("INSERT OR IGNORE INTO verdicts VALUES (?,?,?,?,?,?)", rows)
    return ledger.connection.total_changes - before


def _records(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if missing := [name for name in _NEEDED if name not in (reader.fieldnames or ())]:
                remedy = "Fill in the sheet of claimcheck screen sample, or of screen report --format csv."
                raise UsageError(f"{path} has no column {missing[0]!r}.", remedy)
            for record in reader:
                yield reader.line_num, {key: (value or "").strip() for key, value in record.items() if key}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path} cannot be read: {error}.", "Give a CSV file in UTF-8.") from None


def _problem(ledger: Ledger, label: Label) -> str:
    """Why it is no verdict; "" where it is one."""
    held = ledger.one("SELECT hash FROM documents WHERE document = ?", (label.document,))
    checks = {
        "there is no such document in the run": held is not None,
        "its hash is not that of the document's text": bool(held) and held == label.hash,
        f"the verdict is none of {', '.join(VERDICTS)}": label.verdict in VERDICTS,
        "the reason is no short code (letters, digits, - _ .)": not label.reason or bool(_CODE.fullmatch(label.reason)),
        "nobody is named as its reviewer": bool(label.reviewer),
        "when it was given (at) is no ISO date or time": _is_moment(label.at),
    }
    return next((problem for problem, fine in checks.items() if not fine), "")


def _is_moment(written: str) -> bool:
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return False
    return True
