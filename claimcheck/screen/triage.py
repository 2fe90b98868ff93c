"""Whom to look at first: the flagged documents of a run as a ranked queue, and rolled up."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log10
from typing import Any, NamedTuple

from claimcheck.errors import UsageError
from claimcheck.screen.calibration import Calibration
from claimcheck.screen.ledger import Ledger, unpacked

BY = ("advertiser", "domain", "category", "month")
_MONTH = re.compile(r"\d{4}-\d{2}")


class Item(NamedTuple):
    """A group of near-duplicates in the queue, shown by its representative; `reach` is the group's, None if unknown."""

    document: int
    id: str
    advertiser: str
    url: str
    captured: str
    severity: int
    confidence: float
    reach: float | None
    copies: int
    reviewed: int
    verdict: str
    hash: str
    text: str
    findings: tuple[tuple[str, str, str], ...]


class Line(NamedTuple):
    """One line of a roll-up."""

    name: str
    documents: int
    flagged: int
    errors: int
    warnings: int
    notes: int
    reach: float


@dataclass(frozen=True, slots=True)
class Threshold:
    """From which confidence on to review, how many reviews and documents that is, and what to expect below it."""

    confidence: float
    reviews: int
    documents: int
    share: float
    missed: float
    low: float
    high: float


def weight(confidence: float, reach: float | None, copies: int) -> float:
    """The rank within a severity: confidence, raised by each tenfold of reach and of copies."""
    return confidence * (1 + log10(1 + max(0.0, reach or 0.0))) * (1 + log10(max(1, copies)))


def queue(ledger: Ledger, least: float = 0.0, limit: int = -1, *, done: bool = False) -> Iterator[Item]:
    """The groups by severity, then weight; `done` shows those too whose representative has a verdict."""
    ledger.connection.create_function("weight", 3, weight, deterministic=True)
    query = f"""
      WITH last AS (SELECT document, verdict, MAX(at) FROM verdicts GROUP BY document),
      grouped AS (
        SELECT representative, COUNT(*) AS copies, SUM(d.reach) AS total, COUNT(v.document) AS reviewed
        FROM groups JOIN documents d USING (document) LEFT JOIN last v USING (document) GROUP BY representative
      )
      SELECT d.document, id, advertiser, url, captured, severity, confidence, total, copies, reviewed,
        COALESCE(verdict, ''), hash, text
      FROM grouped JOIN documents d ON d.document = representative LEFT JOIN last v ON v.document = representative
      LEFT JOIN texts t ON t.document = representative
      WHERE confidence >= ? {"" if done else "AND verdict IS NULL"}
      ORDER BY severity DESC, weight(confidence, total, copies) DESC, d.document LIMIT ?"""
    for row in ledger.rows(query, (least, limit)):
        found = ledger.rows("SELECT text, strength, categories FROM findings WHERE document = ?", (row[0],))
        yield Item._make((*row[:-1], unpacked(row[-1]) if row[-1] else "", tuple(found)))


def rolled_up(ledger: Ledger, by: str) -> list[Line]:
    """Documents and findings by advertiser, domain, category of claim or month of capture; most flagged first."""
    if by not in BY:
        raise UsageError(f"There is no roll-up by {by!r}.", f"Use one of {', '.join(BY)}.")
    lines = _by_category(ledger) if by == "category" else _by_column(ledger, by)
    return sorted(lines, key=lambda line: (-line.flagged, -line.errors, line.name))


def _by_column(ledger: Ledger, by: str) -> list[Line]:
    name = "substr(captured, 1, 7)" if by == "month" else by
    query = f"""
      SELECT {name}, COUNT(*), SUM(severity > 0), SUM(severity = 3), SUM(severity = 2), SUM(severity = 1),
        COALESCE(SUM(CASE WHEN severity > 0 THEN reach END), 0) FROM documents WHERE judged GROUP BY 1"""
    lines = [Line(*row) for row in ledger.rows(query)]
    if by != "month":
        return lines
    return [line if _MONTH.fullmatch(line.name) else line._replace(name=line.name and "?") for line in lines]


def _by_category(ledger: Ledger) -> list[Line]:
    """A document counts once for each category of its findings, with its worst severity in it."""
    total = ledger.one("SELECT COUNT(*) FROM documents WHERE judged")
    counts: dict[str, list[float]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    query = """
      SELECT document, categories, MAX(f.severity), reach FROM findings f JOIN documents USING (document)
      GROUP BY document, categories ORDER BY document"""
    current, worst, reach = -1, dict[str, int](), 0.0
    for document, categories, severity, its_reach in [*ledger.rows(query), (-1, "", 0, 0)]:
        if document != current:
            for name, level in worst.items():
                counts[name][0] += 1
                counts[name][4 - level] += 1
                counts[name][4] += reach
            current, worst, reach = document, {}, its_reach or 0.0
        for name in filter(None, categories.split(",")):
            worst[name] = max(severity, worst.get(name, 0))
    return [Line._make((name, total, *map(int, found[:4]), found[4])) for name, found in counts.items()]


def for_reviews(ledger: Ledger, calibration: Calibration, reviews: int) -> Threshold:
    """The threshold that leaves at most so many groups to review."""
    query = """SELECT confidence FROM groups JOIN documents USING (document) WHERE representative = document
      ORDER BY confidence DESC LIMIT 1 OFFSET ?"""
    over = ledger.one(query, (reviews,))
    counts = _counts(ledger)
    scores = sorted(score for score in counts if over is None or score > over)
    flagged = [score for score in scores if score > 0]
    return _threshold(ledger, calibration, counts, flagged[0] if flagged else 1.0001)


def for_precision(ledger: Ledger, calibration: Calibration, precision: float) -> Threshold:
    """The lowest threshold that kept this precision on the calibration set; UsageError where none did."""
    least = calibration.threshold(precision)
    if least is None:
        raise UsageError(f"No threshold reaches a precision of {precision:g} on the calibration set.", "Ask for less.")
    return _threshold(ledger, calibration, _counts(ledger), least)


def _threshold(ledger: Ledger, calibration: Calibration, counts: Mapping[float, int], least: float) -> Threshold:
    above = {score: count for score, count in counts.items() if score >= least}
    fitted, documents = calibration.curve(), sum(above.values())
    hits = sum(count * fitted.share(score) for score, count in above.items())
    query = """SELECT COUNT(*) FROM groups JOIN documents USING (document)
      WHERE representative = document AND confidence >= ?"""
    reviews = ledger.one(query, (least,))
    return Threshold(
        least, reviews, documents, hits / documents if documents else 0.0, *calibration.expected(counts, least)
    )


def _counts(ledger: Ledger) -> dict[float, int]:
    return dict(ledger.rows("SELECT confidence, COUNT(*) FROM documents WHERE judged GROUP BY confidence"))


def as_value(item: Item) -> dict[str, Any]:
    """The item as plain values for JSON."""
    keys = ("text", "strength", "categories")
    found = [
        dict(zip(keys, (text, strength, kinds.split(",")), strict=True)) for text, strength, kinds in item.findings
    ]
    return {**item._asdict(), "findings": found}


def as_json(values: object) -> str:
    """Plain values as JSON, a line end after them."""
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"
