"""A stratified random sample of a run for people to label, and the share of violating documents from their labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from heapq import nsmallest
from typing import Any

from claimcheck.errors import UsageError
from claimcheck.screen.estimate import Estimate, Stratum, classical, prediction_powered, weight
from claimcheck.screen.ledger import Ledger, unpacked
from claimcheck.screen.review import CLEAR, VIOLATING, Label

STRATA = ("none", "note", "warning", "error")
_LEAST = 2
HEAD = ("document", "id", "hash", "text", "verdict", "reason", "reviewer", "at")


@dataclass(frozen=True, slots=True)
class Prevalence:
    """Both estimates of the share of violating documents, and what they rest on."""

    powered: Estimate
    classical: Estimate
    trust: float
    labelled: int
    missing: int
    population: int
    faults: int


def draw(ledger: Ledger, size: int, seed: int = 0) -> int:
    """Draws and records a sample of judged documents; its number, from 1. Equal seeds draw equal samples.

    Half of it is shared out by the size of the strata (the worst severity of a document), half evenly, so that rare
    severities are seen too. Raises UsageError where there are too few documents.
    """
    sizes = _sizes(ledger)
    if sum(sizes) < size or size < sum(min(_LEAST, each) for each in sizes):
        raise UsageError(f"{size} of {sum(sizes):,} judged documents cannot be drawn.", "Ask for another number.")
    number = (ledger.one("SELECT MAX(sample) FROM samples") or 0) + 1
    drawn = []
    for severity, (count, name) in enumerate(zip(allocation(sizes, size), STRATA, strict=True)):
        documents = ledger.rows("SELECT document FROM documents WHERE judged AND severity = ?", (severity,))
        chosen = nsmallest(count, (row[0] for row in documents), key=lambda document: _lot(seed, document))
        drawn += [(document, number, name) for document in chosen]
    with ledger.transaction() as connection:
        connection.executemany("INSERT INTO samples VALUES (?,?,?)", drawn)
    return number


def allocation(sizes: Sequence[int], size: int) -> list[int]:
    """How many to draw of each stratum."""
    there = sum(1 for each in sizes if each)
    shares = [(size / 2 * each / sum(sizes) + size / 2 / there) if each else 0.0 for each in sizes]
    counts = [min(each, max(min(_LEAST, each), int(share))) for each, share in zip(sizes, shares, strict=True)]
    while sum(counts) != size:
        step = 1 if sum(counts) < size else -1
        free = [n for n, each in enumerate(sizes) if (counts[n] < each if step > 0 else counts[n] > min(_LEAST, each))]
        counts[max(free, key=lambda n: step * (shares[n] - counts[n]))] += step
    return counts


def sheet(ledger: Ledger, number: int) -> Iterator[tuple[Any, ...]]:
    """The sample as rows to fill in, in an order that does not show the strata, without what the judge said."""
    query = (
        "SELECT document, id, hash, text FROM samples JOIN documents USING (document) LEFT JOIN texts USING (document)"
    )
    rows = ledger.rows(f"{query} WHERE sample = ? ORDER BY hash, document", (number,))
    for document, name, digest, stored in rows:
        yield document, name, digest, unpacked(stored) if stored else "", "", "", "", ""


def prevalence(ledger: Ledger, labels: Sequence[Label], number: int | None = None) -> Prevalence:
    """The share of violating documents by the labels of a sample, by default the last.

    `unsure` and missing labels are left out, as if their documents had not been drawn. Raises UsageError where a
    stratum has no label.
    """
    number = number or ledger.one("SELECT MAX(sample) FROM samples")
    said = {label.document: label.verdict for label in labels if label.verdict in (VIOLATING, CLEAR)}
    query = "SELECT document, stratum, confidence FROM samples JOIN documents USING (document) WHERE sample = ?"
    drawn = list(ledger.rows(query, (number,)))
    if not drawn:
        raise UsageError("There is no such sample in this run.", "Draw one with claimcheck screen sample.")
    strata = []
    for severity, (size, name) in enumerate(zip(_sizes(ledger), STRATA, strict=True)):
        if not size:
            continue
        found = tuple((score, said[each] == VIOLATING) for each, part, score in drawn if part == name and each in said)
        if len(found) < min(_LEAST, size):
            raise UsageError(f"Fewer than {_LEAST} documents of the stratum {name!r} are labelled.", "Label more.")
        mean = ledger.one("SELECT AVG(confidence) FROM documents WHERE judged AND severity = ?", (severity,))
        strata.append(Stratum(name, size, mean, found))
    labelled = sum(len(stratum.labelled) for stratum in strata)
    return Prevalence(
        prediction_powered(strata),
        classical(strata),
        weight(strata),
        labelled,
        len(drawn) - labelled,
        sum(stratum.size for stratum in strata),
        ledger.one("SELECT COUNT(*) FROM faults"),
    )


def _sizes(ledger: Ledger) -> list[int]:
    counts = dict(ledger.rows("SELECT severity, COUNT(*) FROM documents WHERE judged GROUP BY severity"))
    return [counts.get(severity, 0) for severity in range(len(STRATA))]


def _lot(seed: int, document: int) -> bytes:
    return blake2b(f"claimcheck/sample/1:{seed}:{document}".encode(), digest_size=16).digest()
