"""Suppressions beside a file that can hold no comment: `flyer.txt.claimcheck.toml` is about `flyer.txt`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claimcheck.errors import ReadError
from claimcheck.finding import SIDECAR, Fault, Finding, Suppression
from claimcheck.suppress.directive import Directive, DirectiveError, Scope, suppression

_HEAD = "# Findings of {name} that are set aside. A stale entry is told by `claimcheck check`; remove it then.\n"


def sidecar_of(path: Path) -> Path:
    """Where the suppressions of a file stand."""
    return path.with_name(path.name + SIDECAR)


def beside(path: Path) -> tuple[tuple[Directive, ...], tuple[Fault, ...]]:
    """The suppressions in a file's sidecar, and a fault for each that is malformed; nothing where there is none."""
    place = sidecar_of(path)
    if not place.is_file():
        return (), ()
    import tomllib

    try:
        table = tomllib.loads(place.read_text("utf-8"))
    except (OSError, ValueError) as error:
        return (), (Fault(str(path), f"{place} cannot be read: {error}.", "Mend it or remove it."),)
    found, faults = [], []
    entries = table.get("suppress", [])
    for number, entry in enumerate(entries if isinstance(entries, list) else [entries], 1):
        try:
            found.append(_directive(entry, place.name))
        except DirectiveError as error:
            faults.append(Fault(str(path), f"The suppression {number} in {place} {error.problem}", error.remedy))
    return tuple(found), tuple(faults)


def with_entries(path: Path, findings: list[Finding], why: Suppression) -> str:
    """The sidecar's new content: what it holds now and an entry for each of the findings."""
    place = sidecar_of(path)
    try:
        text = place.read_text("utf-8") if place.is_file() else _HEAD.format(name=path.name)
    except (OSError, ValueError) as error:
        raise ReadError(f"{place} cannot be read: {error}.", "Mend it or remove it.") from None
    return text + "".join(_entry(finding, why) for finding in findings)


def _directive(entry: object, name: str) -> Directive:
    if not isinstance(entry, Mapping):
        raise DirectiveError("is no table.", "Write [[suppress]] above its fields.")
    fields: dict[str, Any] = {key: str(value) for key, value in entry.items()}
    fingerprint = fields.pop("finding", "")
    fields.pop("text", None)
    if not fingerprint:
        raise DirectiveError(
            "names no finding.", 'Add finding = "..." with the fingerprint that the JSON report shows.'
        )
    return Directive(Scope.FINDING, None, suppression(fields, name), fingerprint)


def _entry(finding: Finding, why: Suppression) -> str:
    lines = {"finding": finding.fingerprint, "text": finding.text, "reason": why.reason, "author": why.author}
    told = [f"{key} = {_quoted(value)}" for key, value in lines.items() if value]
    told += [f"until = {why.expires}"] if why.expires else []
    return "\n[[suppress]]\n" + "\n".join(told) + "\n"


def _quoted(value: str) -> str:
    """A TOML string; JSON's escapes are TOML's, but for the halves of a pair, which are no text."""
    safe = "".join("�" if "\ud800" <= character <= "\udfff" else character for character in value)
    return json.dumps(safe, ensure_ascii=False).replace("\x7f", "\\u007f")
