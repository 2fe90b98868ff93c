"""A window on an archive's bytes for a parser that has to look ahead, go back and notice where something is missing."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.screen.members import Break, Piece


class Feed:
    """Hands out bytes in order; at a break in the archive it gives no more until the break is `passed`."""

    def __init__(self, pieces: Iterator[Piece | Break]) -> None:
        self._pieces = pieces
        self._held = bytearray()
        self._at = 0
        self._ended = False
        self._starts: list[tuple[int, int]] = []
        self._before = 0
        self.broken: Break | None = None

    @property
    def place(self) -> str:
        """Where the next byte stands: its member's offset in the file and, within a member, how far in."""
        here = self._before + self._at
        while len(self._starts) > 1 and self._starts[1][0] <= here:
            del self._starts[0]
        start, offset = self._starts[0] if self._starts else (0, 0)
        return f"byte {offset}" + (f" + {here - start}" if here > start else "")

    def peek(self, size: int) -> bytes:
        """The next bytes without taking them; fewer at the end or before a break."""
        while len(self._held) - self._at < size and self._more():
            pass
        return bytes(self._held[self._at : self._at + size])

    def take(self, size: int) -> bytes | None:
        """The next bytes; None, with nothing taken, where there are not so many."""
        data = self.peek(size)
        if len(data) < size:
            return None
        self._skip(size)
        return data

    def pass_over(self, size: int) -> int:
        """Takes so many bytes without keeping them; how many there were."""
        passed = 0
        while passed < size and (step := len(self.peek(min(size - passed, 1 << 16)))):
            self._skip(step)
            passed += step
        return passed

    def back(self, data: bytes) -> None:
        """Puts bytes that were taken last back in front."""
        self._held[: self._at] = data
        self._before += self._at - len(data)
        self._at = 0

    def find(self, mark: bytes, within: int) -> int:
        """How far ahead the mark is; -1 where it is not that near."""
        size = 1 << 12
        while True:
            ahead = self.peek(min(size, within))
            at = ahead.find(mark)
            if at >= 0 or len(ahead) < size or size >= within:
                return at
            size *= 4

    def skip_to(self, mark: bytes) -> int:
        """Passes everything up to the mark, the end or a break; how many bytes that were."""
        passed = 0
        while True:
            ahead = self.peek(1 << 16)
            at = ahead.find(mark)
            if at >= 0:
                self._skip(at)
                return passed + at
            step = max(0, len(ahead) - len(mark) + 1) if len(ahead) == 1 << 16 else len(ahead)
            self._skip(step)
            passed += step
            if len(ahead) < 1 << 16:
                return passed

    def passed(self) -> Break | None:
        """The break that has been reached, if any; what stands before it and was not taken is dropped."""
        found, self.broken = self.broken, None
        if found:
            self._skip(len(self._held) - self._at)
        return found

    def _skip(self, size: int) -> None:
        self._at += size
        if self._at > 1 << 16:
            del self._held[: self._at]
            self._before += self._at
            self._at = 0

    def _more(self) -> bool:
        if self.broken or self._ended:
            return False
        piece = next(self._pieces, None)
        if piece is None:
            self._ended = True
            return False
        if isinstance(piece, Break):
            self.broken = piece
            return False
        if piece.fresh:
            self._starts.append((self._before + len(self._held), piece.member))
        self._held += piece.data
        return True
