"""Rows cut into chunks, always in the same way, so that a run can tell what it has done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from claimcheck.screen.values import Chunk, Row

_BYTES = 1 << 20


def chunked(rows: Iterable[Row], size: int) -> Iterator[Chunk]:
    """Chunks of `size` rows, or fewer where the rows are long (a megabyte a chunk); rows are numbered from 0."""
    number, weight = 0, 0
    held: list[Row] = []
    for document, row in enumerate(rows):
        held.append(whole(row)._replace(document=document))
        weight += len(row.content)
        if len(held) >= size or weight >= _BYTES:
            yield _chunk(number, held)
            number, weight, held = number + 1, 0, []
    if held:
        yield _chunk(number, held)


def whole(row: Row) -> Row:
    """The row, halves of characters (which JSON can hold, and databases cannot) replaced by U+FFFD."""
    try:
        for value in row:
            if isinstance(value, str) and not value.isascii():
                value.encode()
    except UnicodeEncodeError:
        mended = (
            v.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if isinstance(v, str) else v for v in row
        )
        return Row._make(mended)
    return row


def _chunk(number: int, rows: list[Row]) -> Chunk:
    digest = blake2b(digest_size=16)
    for row in rows:
        known = (row.source, row.place, row.id, row.advertiser, row.url, row.captured, str(row.reach), row.problem)
        digest.update("\0".join(known).encode())
        content = row.content
        digest.update(content if isinstance(content, bytes) else content.encode())
    return Chunk(number, digest.hexdigest(), tuple(rows))
