"""The one pure function behind every engine: rows in, outcomes out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from typing import Any, Protocol
from urllib.parse import urlsplit

from claimcheck.checker import Checker
from claimcheck.claim import PageType
from claimcheck.errors import ClaimcheckError
from claimcheck.finding import Finding, Result
from claimcheck.screen.mask import mask
from claimcheck.screen.values import Found, Outcome, Row

LIMIT = 10 * 1024 * 1024
_DIGITS = 4
_COPIES, _SHORT = 2_048, 2_000


class Checks(Protocol):
    """What a screening needs of a Checker."""

    @property
    def versions(self) -> Mapping[str, str]:
        """The versions of program, model and knowledge."""

    def check(self, text: str, *, name: str, format: str) -> Result:
        """The findings in a text."""

    def check_bytes(self, data: bytes, *, name: str, format: str | None) -> Result:
        """The findings in undecoded content."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a worker makes its checker, and whether outcomes carry their texts: of `all`, `flagged` or `none`.

    Equal recipes give equal outcomes. `make` is a function of a module, so that other processes find it.
    """

    page_type: str = PageType.AUTO.value
    jurisdictions: tuple[str, ...] = ()
    keep: str = "all"
    make: Callable[[Recipe], Checks] | None = None


@cache
def checker_of(recipe: Recipe) -> Checks:
    """The checker of a recipe, made once in a process; raises ClaimcheckError where it cannot be made."""
    if recipe.make is not None:
        return recipe.make(recipe)
    return Checker(page_type=PageType(recipe.page_type), jurisdictions=recipe.jurisdictions)


def screen_rows(rows: Sequence[Row], recipe: Recipe) -> list[Outcome]:
    """An outcome for each row, in order. What goes wrong with a row stays with that row."""
    checker_of(recipe)
    return [_outcome(row, recipe) for row in rows]


def fault(row: Row, stage: str, problem: str, remedy: str) -> Outcome:
    """The outcome of a row that was not judged; its characters count as failed."""
    size = len(row.content)
    return _outcome_of(
        row, format=row.format or "", stage=stage, problem=problem, remedy=remedy, characters=size, failed=size
    )


def domain(url: str) -> str:
    """The host of an address without `www.`, or "".

    >>> domain("https://www.example.org/landing?ad=1")
    'example.org'
    """
    if not url:
        return ""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _outcome(row: Row, recipe: Recipe) -> Outcome:
    if row.problem:
        return fault(row, "read", row.problem, row.remedy)
    if not row.content.strip():
        return fault(row, "read", "There is no text in it.", "Text in pictures and video is not read.")
    if len(row.content) > LIMIT:
        return fault(row, "read", f"It is longer than {LIMIT:,} characters.", "Split it.")
    try:
        short = isinstance(row.content, str) and len(row.content) <= _SHORT
        return _outcome_of(row, **(_judged if short else _judged.__wrapped__)(row.content, row.format, recipe))
    except ClaimcheckError as error:
        return fault(row, "read", error.problem, error.remedy)
    except Exception as error:
        problem = f"An internal fault stopped it: {type(error).__name__}: {error}."
        return fault(row, "judge", problem, "Check it alone with CLAIMCHECK_DEBUG=1 and report what it prints.")


@lru_cache(maxsize=_COPIES)
def _judged(content: str | bytes, format: str | None, recipe: Recipe) -> Mapping[str, Any]:
    """What an outcome says of a content alone; copies of an ad, of which libraries are full, are judged once."""
    checker = checker_of(recipe)
    if isinstance(content, bytes):
        result = checker.check_bytes(content, name="The document", format=format)
    else:
        result = checker.check(content, name="The document", format=format or "text")
    text, coverage = result.source.text, result.coverage
    findings = tuple(_found(finding) for finding in result.findings)
    return {
        "format": result.source.format,
        "hash": sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        "mask": mask(text),
        "characters": coverage.characters,
        "read": coverage.read,
        "skipped": coverage.skipped,
        "failed": coverage.failed,
        "severity": max((found.severity for found in findings), default=0),
        "confidence": max((found.confidence for found in findings), default=0.0),
        "findings": findings,
        "text": text if recipe.keep == "all" or (recipe.keep == "flagged" and findings) else "",
    }


def _outcome_of(row: Row, *, format: str, **rest: Any) -> Outcome:
    known = (row.document, row.source, row.place, row.id, row.advertiser, row.url, domain(row.url), row.captured)
    return Outcome(*known, row.reach, format, **rest)


def _found(finding: Finding) -> Found:
    cues = [{"start": span.start, "end": span.end, "kind": kind, "text": text} for span, kind, text in finding.cues]
    citations = [
        {"record": each.record, "kind": each.kind, "title": each.title, "locator": each.locator}
        for each in finding.citations
    ]
    return Found(
        finding.span.start,
        finding.span.end,
        finding.text,
        finding.role.value,
        finding.judgement.about.value,
        finding.strength.label,
        int(finding.severity),
        ",".join(category.value for category in finding.categories),
        round(finding.judgement.confidence, _DIGITS),
        finding.fingerprint,
        finding.message,
        json.dumps(citations, ensure_ascii=False),
        json.dumps(cues, ensure_ascii=False),
    )
