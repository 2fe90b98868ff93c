"""What travels through a screening: a row in, an outcome out. Plain tuples, since millions cross between processes."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """One document as a source gives it: an ad, a page, a record of an archive.

    `content` is text, or bytes that the judge's reader decodes; `format` is one of the reader's, None to guess it from
    the content. `captured` is an ISO date or time where the source has one; `reach` counts people or impressions. A
    row that could not be read has a `problem` and no content. `document` is its number in the run, from 0.
    """

    document: int
    source: str
    place: str
    content: str | bytes = ""
    id: str = ""
    advertiser: str = ""
    url: str = ""
    captured: str = ""
    reach: float | None = None
    format: str | None = "text"
    problem: str = ""
    remedy: str = ""


class Found(NamedTuple):
    """A finding of a document; `start` and `end` count code points of its text, `severity` is 1 to 3.

    `categories` are joined by commas, `citations` and `cues` are JSON lists as in the report's schema.
    """

    start: int
    end: int
    text: str
    role: str
    about: str
    strength: str
    severity: int
    categories: str
    confidence: float
    fingerprint: str
    message: str
    citations: str
    cues: str


class Outcome(NamedTuple):
    """What became of a row: its findings, or the `problem` that kept it from being judged at a `stage`.

    `severity` and `confidence` are the worst finding's (0 without); `hash` is the SHA-256 of the text in UTF-8, and
    `mask` that of its words without digits, letter case and punctuation, cut short.
    """

    document: int
    source: str
    place: str
    id: str
    advertiser: str
    url: str
    domain: str
    captured: str
    reach: float | None
    format: str
    hash: str = ""
    mask: str = ""
    characters: int = 0
    read: int = 0
    skipped: int = 0
    failed: int = 0
    severity: int = 0
    confidence: float = 0.0
    findings: tuple[Found, ...] = ()
    text: str = ""
    stage: str = ""
    problem: str = ""
    remedy: str = ""


class Chunk(NamedTuple):
    """Rows that are judged and recorded together; `digest` names their content."""

    number: int
    digest: str
    rows: tuple[Row, ...]
