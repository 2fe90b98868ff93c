"""What the ledger holds: evidence, regulations, precedents and known gaps.

Records are dictionaries as ledger.json has them, with types for their readers: a check that needs two of them makes no
object for the other hundred and fifty. Nothing changes them after they are read.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from claimcheck.errors import ClaimcheckError

CLAIM_TYPES = ("pain", "function", "structure", "safety", "surgery_avoidance", "return_to_work")
# How well a record is known, in words for readers.
STATUSES = {
    "verified": "read on the page of the publisher or the body itself",
    "seen": "read in a copy, or in somebody else's account of it",
    "partly seen": "that it exists was seen, not its figures, number or exact wording",
}
ANY = "any"

# By code, in the order in which reports group them.
JURISDICTIONS = {
    "us": "United States",
    "uk": "United Kingdom",
    "eu": "European Union",
    "au": "Australia",
    "ca": "Canada",
    "ie": "Ireland",
    "nz": "New Zealand",
    "in": "India",
    "mx": "Mexico",
    "jp": "Japan",
    "za": "South Africa",
    "int": "International",
}


class LedgerError(ClaimcheckError):
    """A ledger file breaks the ledger's rules; the problem names file, record and field."""


class _Common(TypedDict):
    id: str
    title: str
    status: str
    as_of: str
    seen: list[str]
    categories: list[str]


class Evidence(_Common):
    """A trial, review, safety signal, guideline or position, or the finding that there is none.

    `claims` begins with what the summary speaks to; `study` is one of `schema.STUDIES`; an `n` of 0 is not known.
    """

    kind: Literal["evidence"]
    study: str
    citation: str
    identifiers: list[str]
    claims: list[str]
    cells: list[str]
    conditions: list[str]
    design: str
    n: int
    comparator: str
    follow_up: str
    results: str
    limits: str
    summary: str


class Regulation(_Common):
    """A rule: what it demands, of which claims, and where.

    `reach` is `mention` where the rule forbids or limits the advertisement as such, `allowance` where it says what is
    allowed. With `when`, it bears only on texts that have one of these words; with `strengths`, only on claims of these
    strengths. `leads` are the categories for which it is the first to cite, `severity` what it makes of such a claim.
    """

    kind: Literal["regulation"]
    jurisdiction: str
    body: str
    instrument: str
    section: str
    force: str
    demand: str
    reach: str
    when: list[str]
    strengths: list[str]
    leads: list[str]
    severity: str


class Precedent(_Common):
    """A case: what was claimed, who decided, what came of it; a `year` of 0 is not known."""

    kind: Literal["precedent"]
    jurisdiction: str
    body: str
    case: str
    year: int
    claimed: str
    outcome: str


class Gap(TypedDict):
    """Categories for which fewer than two rules on claims are known in a jurisdiction, and why."""

    jurisdiction: str
    categories: list[str]
    note: str


class Vocabulary(TypedDict):
    """Which claim types a category calls for, and the words that name claim types, cells and conditions in a text."""

    categories: dict[str, list[str]]
    claims: dict[str, list[str]]
    cells: dict[str, list[str]]
    conditions: dict[str, list[str]]


Record = Evidence | Regulation | Precedent


def place(name: str) -> str:
    """The code of a jurisdiction that is given by code or by name; what is neither comes back in small letters."""
    asked = " ".join(name.lower().replace("_", " ").split())
    return next((code for code, full in JURISDICTIONS.items() if asked in (code, full.lower())), asked)


def sentence(record: Record) -> str:
    """What a record comes to, in one or two plain sentences."""
    if record["kind"] == "evidence":
        return record["summary"]
    return record["demand"] if record["kind"] == "regulation" else record["outcome"]


def limit(record: Record) -> str:
    """What evidence cannot show; nothing for rules and cases."""
    return record["limits"] if record["kind"] == "evidence" else ""


def locator(record: Record) -> str:
    """Where a reader can look it up: an identifier, a section, or the place where it was seen."""
    if record["kind"] == "regulation":
        return f"{record['instrument']}, {record['section']}"
    if record["kind"] == "evidence" and record["identifiers"]:
        return record["identifiers"][0]
    return record["seen"][0]
