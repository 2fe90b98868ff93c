"""The weight table: a flat file that maps a feature to one row of small integer weights, read in place.

Layout, little-endian: magic `CCWT`, then uint32 format, capacity, rows, lanes; `capacity` uint32 keys (0 = free slot,
open addressing with linear probing); `capacity` uint32 row numbers; `rows` rows of `lanes` weights of 3 bytes.
A key is the CRC-32 of the feature's UTF-8 bytes. Weights are stored with `BIAS` added, so that whole rows can be summed
as one big integer without a borrow between lanes; up to `MOST` rows fit before a lane could overflow.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from struct import Struct
from zlib import crc32

from claimcheck.errors import ModelError

MAGIC, FORMAT = b"CCWT", 1
BIAS = 1 << 12
LIMIT = BIAS - 1
LANE = 3
MOST = (1 << 8 * LANE) // (2 * BIAS)
_HEADER = Struct("<4sIIII")


def key_of(feature: str) -> int:
    """The key of a feature: its CRC-32, never 0."""
    return crc32(feature.encode()) or 1


class WeightTable:
    """Sums the weights of features; holds no more memory than the pages of the file that it touches."""

    def __init__(self, buffer: memoryview) -> None:
        if len(buffer) < _HEADER.size:
            raise ModelError(
                "The weight table is shorter than its header.",
                "Install claimcheck-health again, or run claimcheck train.",
            )
        magic, version, capacity, rows, self.lanes = _HEADER.unpack_from(buffer)
        expected = _HEADER.size + 8 * capacity + rows * self.lanes * LANE
        if (
            magic != MAGIC
            or version != FORMAT
            or len(buffer) != expected
            or capacity & (capacity - 1)
            or capacity <= rows
        ):
            raise ModelError(
                "The weight table is damaged or of another format.",
                "Install claimcheck-health again, or run claimcheck train.",
            )
        self._mask = capacity - 1
        keys = _HEADER.size
        numbers = keys + 4 * capacity
        self._keys = _uint32(buffer[keys:numbers])
        # Without a free slot, looking for a key that is not there would never end.
        if all(self._keys):
            raise ModelError("The weight table has no free slot.", "Install claimcheck-health again, or rebuild it.")
        self._numbers = _uint32(buffer[numbers : numbers + 4 * capacity])
        self._rows = buffer[numbers + 4 * capacity :]
        self._width = self.lanes * LANE

    def row(self, key: int) -> int | None:
        """The row number of a key, or None where the table does not know it."""
        slot = key & self._mask
        keys = self._keys
        while (found := keys[slot]) != key:
            if not found:
                return None
            slot = (slot + 1) & self._mask
        number: int = self._numbers[slot]
        return number

    def sum(self, features: Iterable[str]) -> tuple[list[int], int]:
        """The summed weights of each lane over the features that the table knows, and how many those are."""
        width, rows = self._width, self._rows
        total, known, spilled = 0, 0, [0] * self.lanes
        for feature in features:
            number = self.row(key_of(feature))
            if number is None:
                continue
            total += int.from_bytes(rows[number * width : (number + 1) * width], "little")
            known += 1
            if known % MOST == 0:
                spilled = [s + v for s, v in zip(spilled, self._lanes(total), strict=True)]
                total = 0
        sums = [s + v - known * BIAS for s, v in zip(spilled, self._lanes(total), strict=True)]
        return sums, known

    def weights(self, feature: str) -> list[int] | None:
        """The weights of one feature by lane, or None where the table does not know it."""
        sums, known = self.sum((feature,))
        return sums if known else None

    def raw(self, feature: str) -> bytes | None:
        """The stored bytes of one feature's row, or None where the table does not know it."""
        number = self.row(key_of(feature))
        return None if number is None else bytes(self._rows[number * self._width : (number + 1) * self._width])

    def _lanes(self, total: int) -> list[int]:
        data = total.to_bytes(self._width + LANE, "little")
        return [int.from_bytes(data[at : at + LANE], "little") for at in range(0, self._width, LANE)]


def _uint32(buffer: memoryview) -> Sequence[int]:
    if sys.byteorder == "little":
        return buffer.cast("I")
    numbers = array("I", bytes(buffer))
    numbers.byteswap()
    return numbers


def pack(weights: Mapping[int, Sequence[int]], lanes: int) -> bytes:
    """The bytes of a table of `key -> weight of each lane`; weights lie in -LIMIT .. LIMIT."""
    rows = {key: b"".join((w + BIAS).to_bytes(LANE, "little") for w in row) for key, row in weights.items()}
    return pack_raw(rows, lanes)


def pack_raw(rows: Mapping[int, bytes], lanes: int) -> bytes:
    """The bytes of a table of `key -> row`, each row of `lanes * LANE` bytes."""
    capacity = 1
    while capacity < 2 * len(rows) + 1:
        capacity *= 2
    keys, numbers = [0] * capacity, [0] * capacity
    for number, key in enumerate(sorted(rows)):
        slot = key & (capacity - 1)
        while keys[slot]:
            slot = (slot + 1) & (capacity - 1)
        keys[slot], numbers[slot] = key, number
    header = _HEADER.pack(MAGIC, FORMAT, capacity, len(rows), lanes)
    packed = Struct(f"<{capacity}I").pack(*keys) + Struct(f"<{capacity}I").pack(*numbers)
    return header + packed + b"".join(rows[key] for key in sorted(rows))
