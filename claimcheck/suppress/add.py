"""Suppressions written where the findings stand: in a comment beside each, or in the sidecar where no comment can be.

A comment is kept only where the source reads the same with it, word for word; no other byte is touched.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import ReadError, UsageError
from claimcheck.finding import Finding, Suppression
from claimcheck.read import read_bytes, segment, splice
from claimcheck.suppress.directive import directives, is_date
from claimcheck.suppress.sidecar import sidecar_of, with_entries

_COMMENTED = frozenset({"html", "markdown"})
# What would end or hide a comment, or the table cell in which it stands.
_UNFIT = ('"', "|", ">", "<", "--", "\n", "\r", "\\")
_CLOSERS = "*_~`"


@dataclass(frozen=True, slots=True)
class Added:
    """A file that was written, and how many suppressions it got."""

    path: Path
    count: int


def checked_suppression(reason: str, author: str = "", expires: str = "") -> Suppression:
    """A suppression that every format can carry; UsageError where a word does not fit."""
    if not reason.strip():
        raise UsageError("A suppression needs a reason.", 'Say why the words may stand: --add-suppressions "reason".')
    for text in (reason, author):
        unfit = next((mark for mark in _UNFIT if mark in text), None)
        if unfit is not None:
            raise UsageError(f"A suppression cannot hold {unfit!r}.", "Say it without.")
    if expires and not is_date(expires):
        raise UsageError(f"{expires!r} is no date.", "Write it like 2027-06-30.")
    return Suppression(reason.strip(), author.strip(), expires)


def add(path: Path, findings: Sequence[Finding], why: Suppression) -> list[Added]:
    """Write a suppression for each of a file's findings; the files that were written, the sidecar last.

    Raises ReadError where the file has changed since it was checked, or cannot be written.
    """
    if not findings:
        return []
    data, source = path.read_bytes(), findings[0].source
    if read_bytes(data, source.name, source.format).source.text != source.text:
        raise ReadError(f"{path} has changed since it was checked.", "Check it again.")
    written, left = data, list(findings)
    if source.format in _COMMENTED:
        written, left = _commented(data, findings, why)
    added = []
    if written != data:
        _replace(path, written)
        added.append(Added(path, len(findings) - len(left)))
    if left:
        _replace(sidecar_of(path), with_entries(path, left, why).encode("utf-8"))
        added.append(Added(sidecar_of(path), len(left)))
    return added


def _commented(data: bytes, findings: Sequence[Finding], why: Suppression) -> tuple[bytes, list[Finding]]:
    """The content with comments, all at once where that works and else one by one, and the findings without a place."""
    source = findings[0].source
    before = _words(data, source.name, source.format, 0)
    at_once = [(next(_places(finding)), _comment(finding, why)) for finding in findings]
    try:
        written = splice(data, source.name, at_once)
        if _words(written, source.name, source.format, len(findings)) == before:
            return written, []
    except ReadError:
        return data, list(findings)
    chosen: list[tuple[int, str]] = []
    left = []
    for finding in findings:
        for place in _places(finding):
            tried = [*chosen, (place, _comment(finding, why))]
            if _words(splice(data, source.name, tried), source.name, source.format, len(tried)) == before:
                chosen = tried
                break
        else:
            left.append(finding)
    return splice(data, source.name, chosen), left


def _places(finding: Finding) -> Iterator[int]:
    """Where a comment may stand, best first: behind the words, or before one of the tags that they stand in."""
    text, end = finding.source.text, finding.span.end
    while end < len(text) and text[end] in _CLOSERS:
        end += 1
    yield end
    at = finding.span.start
    for _ in range(3):
        at = text.rfind("<", 0, at)
        if at < 0:
            return
        yield at


def _words(data: bytes, name: str, format: str, added: int) -> tuple[int, list[tuple[object, ...]]]:
    """Everything that is judged, without its place, and how many suppressions there are beside those added."""
    document = read_bytes(data, name, format)
    words: list[tuple[object, ...]] = [(s.text, s.role, s.level, s.block, s.context) for s in segment(document)]
    return len(directives(document.source)[0]) - added, words


def _comment(finding: Finding, why: Suppression) -> str:
    fields: Iterable[tuple[str, str]] = (("reason", why.reason), ("author", why.author), ("until", why.expires))
    told = " ".join(f'{name}="{value}"' for name, value in fields if value)
    return f"<!-- claimcheck: ignore {finding.fingerprint} {told} -->"


def _replace(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, with the permissions that it had."""
    draft = path.with_name(f".{path.name}.claimcheck-{os.getpid()}")
    try:
        draft.write_bytes(content)
        if path.exists():
            draft.chmod(path.stat().st_mode)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise ReadError(f"{path} cannot be written: {error.strerror}.", "Check its permissions.") from None
