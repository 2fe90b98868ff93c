"""Suppressions written where the findings stand: in a comment beside each, or in the sidecar where no comment can be.

A comment is kept only where the source reads the same with it, word for word; no other byte is touched.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import ReadError, UsageError
from claimcheck.finding import Finding, Suppression
from claimcheck.read import read_bytes, segment, splice
from claimcheck.suppress.directive import directives, is_date
from claimcheck.suppress.sidecar import sidecar_of, with_entries
from claimcheck.text import Source

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
    """The content with comments, and the findings for which it has no place."""
    draft = _Draft(data, findings[0].source, why)
    try:
        left = draft.put(findings)
        return splice(data, draft.name, draft.chosen), left
    except ReadError:
        return data, list(findings)


class _Draft:
    """Comments chosen so far, each of them tried: with all of them the source reads as it did."""

    def __init__(self, data: bytes, source: Source, why: Suppression) -> None:
        self.name = source.name
        self.chosen: list[tuple[int, str]] = []
        self._data, self._format, self._why = data, source.format, why
        self._before = _words(data, source.name, source.format, 0)

    def put(self, findings: Sequence[Finding]) -> list[Finding]:
        """Choose a place for each, all at once where that works and else by halves; those that have none."""
        if self._try([(next(_places(finding)), _comment(finding, self._why)) for finding in findings]):
            return []
        if len(findings) > 1:
            half = len(findings) // 2
            return [*self.put(findings[:half]), *self.put(findings[half:])]
        comment = _comment(findings[0], self._why)
        others = itertools.islice(_places(findings[0]), 1, None)
        return [] if any(self._try([(place, comment)]) for place in others) else list(findings)

    def _try(self, comments: list[tuple[int, str]]) -> bool:
        tried = [*self.chosen, *comments]
        written = splice(self._data, self.name, tried)
        if _words(written, self.name, self._format, len(tried)) != self._before:
            return False
        self.chosen = tried
        return True


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
