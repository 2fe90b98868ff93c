"""Many whole numbers side by side in one big one, so that one addition adds them all.

Python's integers have no end, and its arithmetic on them is compiled: this is how the judge adds rows of weights fast
without a numeric package. Numbers may be negative; a lane must not overflow.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable


class Lanes:
    """`count` numbers of the size that `code`, an `array` type code for signed integers, stands for."""

    def __init__(self, count: int, code: str = "i") -> None:
        size = array(code).itemsize
        self._shift = 8 * size - 1
        self._code = code
        self.size = size * count
        self._top = int.from_bytes((bytes(size - 1) + b"\x80") * count, "little")

    def pack(self, numbers: Iterable[int]) -> int:
        """The numbers as one."""
        values = array(self._code, numbers)
        if sys.byteorder == "big":
            values.byteswap()
        return (int.from_bytes(values.tobytes(), "little") ^ self._top) - self._top

    def unpack(self, packed: int) -> array[int]:
        """The numbers that a packed one holds."""
        values = array(self._code, ((packed + self._top) ^ self._top).to_bytes(self.size, "little"))
        if sys.byteorder == "big":
            values.byteswap()
        return values

    def larger(self, one: int, other: int) -> int:
        """The larger of both in each lane; none may be negative."""
        # The top bit of a lane is left where `one` is at least `other`; all bits below it then choose `one`.
        wins = ((one | self._top) - other) & self._top
        return other ^ ((one ^ other) & (wins - (wins >> self._shift)))
