"""Bytes of an archive in pieces; a gzip file's members one after another, past damaged ones to the next good one."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

_PIECE = 1 << 16
_MAGIC = b"\x1f\x8b\x08"
_START = b"WARC/"
_GZIP = 31
_TRY = 512


class Piece(NamedTuple):
    """Bytes of the archive; `member` is where their gzip member begins in the file (for a plain file: the bytes).

    `fresh` marks the first piece of a member.
    """

    member: int
    data: bytes
    fresh: bool = True


class Break(NamedTuple):
    """A damaged stretch of the file that was passed over, in bytes on disk."""

    offset: int
    lost: int
    reason: str


def pieces(file: BinaryIO) -> Iterator[Piece | Break]:
    """The pieces of a file, compressed or not; told by its first bytes."""
    start = file.read(len(_MAGIC))
    file.seek(0)
    yield from _members(file) if start == _MAGIC else _plain(file)


def _plain(file: BinaryIO) -> Iterator[Piece]:
    offset = 0
    while data := file.read(_PIECE):
        yield Piece(offset, data)
        offset += len(data)


def _members(file: BinaryIO) -> Iterator[Piece | Break]:
    offset, pending = 0, b""
    while pending or (pending := file.read(_PIECE)):
        if not pending.strip(b"\0"):  # Some writers pad the end.
            offset, pending = offset + len(pending), b""
            continue
        unpacker, consumed, fresh, reason = zlib.decompressobj(_GZIP), 0, True, ""
        while not unpacker.eof:
            try:
                data = unpacker.decompress(pending)
            except zlib.error as error:
                reason = str(error)
                break
            consumed += len(pending) - len(unpacker.unused_data)
            pending = unpacker.unused_data
            if data:
                yield Piece(offset, data, fresh)
                fresh = False
            if not unpacker.eof and not (pending := file.read(_PIECE)):
                reason = "it ends before its end"
                break
        if not reason:
            offset += consumed
            continue
        following = _next_member(file, offset + 1)
        yield Break(offset, following - offset, reason)
        file.seek(following)
        offset, pending = following, b""


def _next_member(file: BinaryIO, offset: int) -> int:
    """Where the next gzip member begins that unpacks to a record; the file's end without one."""
    file.seek(offset)
    held = b""
    while data := file.read(_PIECE):
        held += data
        at = held.find(_MAGIC)
        while at >= 0:
            sample = held[at : at + _TRY]
            if len(sample) < _TRY:
                sample += file.read(_TRY)
                file.seek(offset + len(held))
            if _begins_record(sample):
                return offset + at
            at = held.find(_MAGIC, at + 1)
        offset, held = offset + len(held) - len(_MAGIC) + 1, held[1 - len(_MAGIC) :]
    return offset + len(held)


def _begins_record(sample: bytes) -> bool:
    try:
        return zlib.decompressobj(_GZIP).decompress(sample, len(_START)) == _START
    except zlib.error:
        return False
