"""The weight table: a flat file that maps a feature to one row of bytes, read in place.

Layout, little-endian: magic `CCWT`, then uint32 format, rows, bytes a row; the rows' keys as uint32 in rising order;
the rows. A key is the CRC-32 of the feature's UTF-8 bytes: that of a longer feature goes on from that of its beginning.
A row of weights has four bytes a lane, so that as one signed number it is what `lanes.py` adds.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property
from struct import Struct
from zlib import crc32

from claimcheck.errors import ModelError
from claimcheck.judge.lanes import Lanes
from claimcheck.judge.memo import Memo
from claimcheck.judge.stored import Stored

MAGIC, FORMAT = b"CCWT", 2
LIMIT = (1 << 12) - 1
_REMEMBERED = 8_192
_HEADER = Struct("<4sIII")
_WIDEST = 1 << 12
_REMEDY = "Install claimcheck-health again, or run claimcheck train."


def key_of(feature: str) -> int:
    """The key of a feature."""
    return crc32(encoded(feature))


def encoded(text: str) -> bytes:
    """The bytes of a text as keys count them, half a surrogate pair included."""
    return text.encode("utf-8", "surrogatepass")


class WeightTable:
    """Finds the rows of features in a file or in memory; of a file it holds the keys alone."""

    def __init__(self, buffer: bytes | Stored) -> None:
        if len(buffer) < _HEADER.size:
            raise ModelError("The weight table is shorter than its header.", _REMEDY)
        magic, version, rows, self.width = _HEADER.unpack(buffer[: _HEADER.size])
        whole = len(buffer) == _HEADER.size + rows * (4 + self.width)
        if magic != MAGIC or version != FORMAT or not whole or self.width > _WIDEST:
            raise ModelError("The weight table is damaged or of another format.", _REMEDY)
        self._buffer = buffer
        self._start = _HEADER.size + 4 * rows
        self._keys = _uint32(buffer[_HEADER.size : self._start])
        self._lanes = Lanes(self.width // 4)
        self._at = Memo(self._weights, _REMEMBERED)

    @cached_property
    def known(self) -> frozenset[int]:
        """Every key."""
        return frozenset(self._keys)

    def row(self, key: int) -> bytes | None:
        """The bytes of a key's row, or None where the table does not know it."""
        at = bisect_left(self._keys, key)
        if at == len(self._keys) or self._keys[at] != key:
            return None
        start = self._start + at * self.width
        return self._buffer[start : start + self.width]

    def at(self, key: int) -> Sequence[int]:
        """The weights of a known key by lane."""
        return self._at[key]

    def _weights(self, key: int) -> Sequence[int]:
        row = self.row(key)
        if row is None:
            raise KeyError(key)
        return self._lanes.unpack(packed(row))

    def weights(self, feature: str) -> Sequence[int] | None:
        """The weights of one feature by lane, or None where the table does not know it."""
        row = self.row(key_of(feature))
        return None if row is None else self._lanes.unpack(packed(row))


def packed(row: bytes) -> int:
    """The weights of a row side by side in one number, as `Lanes` of four bytes hold them."""
    return int.from_bytes(row, "little", signed=True)


def _uint32(data: bytes) -> Sequence[int]:
    numbers = array("I", data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def pack(weights: Mapping[int, Sequence[int]], lanes: int) -> bytes:
    """The bytes of a table of `key -> weight of each lane`; weights lie in -LIMIT .. LIMIT."""
    side = Lanes(lanes)
    rows = {key: side.pack(row).to_bytes(side.size, "little", signed=True) for key, row in weights.items()}
    return pack_raw(rows, side.size)


def pack_raw(rows: Mapping[int, bytes], width: int) -> bytes:
    """The bytes of a table of `key -> row`, each row of `width` bytes."""
    keys = sorted(rows)
    header = _HEADER.pack(MAGIC, FORMAT, len(keys), width)
    return header + Struct(f"<{len(keys)}I").pack(*keys) + b"".join(rows[key] for key in keys)
