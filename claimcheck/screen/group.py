"""Near-duplicates among flagged documents: the same words after masking, or nearly so; for review by representative.

Every member has been compared with the representative that a reviewer sees, word for word: no chains. The judge's
findings stay each document's own, and a person's verdict is copied to nobody.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b
from typing import Any
from zlib import crc32

from claimcheck.screen.ledger import Ledger, unpacked
from claimcheck.screen.mask import words

SIMILAR = 0.8
_BANDS, _ROWS = 8, 4
_WIDTH = 3
_CANDIDATES = 50
_TURNS = ("no", "not", "never", "without", "cannot", "nor", "neither", "none", "hardly", "unlikely")


def group(ledger: Ledger) -> None:
    """Writes the table `groups`: for each flagged document its representative, the first of its kind, and how similar.

    Without kept texts only documents with the same words after masking come together.
    """
    with ledger.transaction() as connection:
        connection.execute("DELETE FROM groups")
        for document, representative, similarity in _grouped(ledger, connection):
            connection.execute("INSERT INTO groups VALUES (?,?,?)", (document, representative, similarity))


def _grouped(ledger: Ledger, connection: sqlite3.Connection) -> Iterator[tuple[int, int, float]]:
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS masks (mask TEXT PRIMARY KEY, first INTEGER) WITHOUT ROWID")
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS bands (band INTEGER, first INTEGER)")
    connection.execute("CREATE INDEX IF NOT EXISTS temp.by_band ON bands (band)")
    connection.execute("DELETE FROM masks")
    connection.execute("DELETE FROM bands")
    flagged = "SELECT document, mask, text FROM documents LEFT JOIN texts USING (document) WHERE severity > 0"
    for document, mask, stored in list_in_steps(ledger, flagged):
        same = connection.execute(
            "SELECT groups.representative FROM masks JOIN groups ON groups.document = first WHERE mask = ?", (mask,)
        ).fetchone()
        if same:
            yield document, same[0], 1.0
            continue
        connection.execute("INSERT INTO masks VALUES (?,?)", (mask, document))
        yield _nearest(document, words(unpacked(stored)) if stored else [], connection)


def list_in_steps(ledger: Ledger, query: str, step: int = 1_000) -> Iterator[tuple[Any, ...]]:
    """The rows of a query on documents in their order, a thousand at a time, so that others may write between."""
    after = -1
    while rows := list(ledger.rows(f"{query} AND document > ? ORDER BY document LIMIT ?", (after, step))):
        yield from rows
        after = rows[-1][0]


def _nearest(document: int, found: list[str], connection: sqlite3.Connection) -> tuple[int, int, float]:
    """The most similar representative, if one is similar enough; else the document becomes one itself."""
    shingles = _shingles(found)
    if not shingles:
        return document, document, 1.0
    keys = bands(shingles)
    marks = ",".join("?" * len(keys))
    candidates = connection.execute(
        f"SELECT DISTINCT first FROM bands WHERE band IN ({marks}) ORDER BY first LIMIT {_CANDIDATES}",
        keys,
    ).fetchall()
    best = (0.0, document)
    for (candidate,) in candidates:
        stored = connection.execute("SELECT text FROM texts WHERE document = ?", (candidate,)).fetchone()
        other = words(unpacked(stored[0]))
        if turns(found) == turns(other):
            best = max(best, (jaccard(shingles, _shingles(other)), candidate), key=lambda each: (each[0], -each[1]))
    if best[0] >= SIMILAR:
        return document, best[1], round(best[0], 4)
    connection.executemany("INSERT INTO bands VALUES (?,?)", [(key, document) for key in keys])
    return document, document, 1.0


def turns(found: Sequence[str]) -> list[str]:
    """The words that turn a sentence into its opposite, in order; texts in which they differ never come together."""
    return [word for word in found if word in _TURNS or word.endswith("n't")]


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of what two sets have in common, 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0


def bands(shingles: frozenset[int]) -> list[int]:
    """The MinHash of a set in eight bands of four: sets that share one are candidates (98 % at a Jaccard of 0.8)."""
    import numpy as np

    values = np.fromiter(shingles, np.uint64, len(shingles))
    least = np.min(
        (values[:, None] * _numbers("factor")[None, :] + _numbers("shift")[None, :]) >> np.uint64(32), axis=0
    )
    rows = least.reshape(_BANDS, _ROWS)
    digests = (blake2b(bytes([n]) + row.tobytes(), digest_size=8).digest() for n, row in enumerate(rows))
    return [int.from_bytes(digest, "big", signed=True) for digest in digests]


def _shingles(found: Sequence[str]) -> frozenset[int]:
    """The runs of three words as 32-bit numbers; shorter texts are one run."""
    runs = (" ".join(found[n : n + _WIDTH]) for n in range(max(1, len(found) - _WIDTH + 1))) if found else ()
    return frozenset(crc32(run.encode("utf-8", "replace")) for run in runs)


@cache
def _numbers(name: str) -> Any:
    """64-bit odd numbers from a name: the same in every run and on every machine."""
    import numpy as np

    digests = (blake2b(f"{name}{n}".encode(), digest_size=8).digest() for n in range(_BANDS * _ROWS))
    return np.array([int.from_bytes(digest, "big") | 1 for digest in digests], np.uint64)
