"""Pages in WARC and WET archives, plain or gzip; damaged records are passed over and told, the rest is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from claimcheck.errors import ReadError
from claimcheck.screen.feed import Feed
from claimcheck.screen.http import body
from claimcheck.screen.judging import LIMIT
from claimcheck.screen.lines import text
from claimcheck.screen.members import Break, pieces
from claimcheck.screen.values import Row

_START = b"WARC/"
_HEADER = 1 << 16
_GAP = b"\r\n\r\n"
_REMEDY = "The rest of the archive was read; fetch the archive again to get this part."
_KINDS = ("response", "resource", "conversion")


def warc_rows(file: BinaryIO, source: str) -> Iterator[Row]:
    """A row for each page, in order, and one for each damaged stretch. Requests, pictures and the like are no pages."""
    feed = Feed(pieces(file))
    while True:
        while feed.peek(1) in (b"\r", b"\n"):
            feed.take(1)
        place = feed.place
        if feed.peek(len(_START)) == _START:
            if row := _record(feed, source, place):
                yield row
        elif stop := feed.passed():
            yield _broken(source, stop)
        elif lost := feed.skip_to(_START):
            yield _damaged(source, place, f"{lost:,} bytes are no record.")
        else:
            return


def _record(feed: Feed, source: str, place: str) -> Row | None:
    """The row of the record that begins here; None for one that holds no page, or that a break cuts off."""
    end = feed.find(_GAP, _HEADER)
    if end < 0:
        return _cut_off(feed, source, place)
    fields = _fields(feed.take(end + len(_GAP)) or b"")
    size = fields.get("content-length", "")
    if not size.isdecimal():
        return _damaged(source, place, "The record does not say how long it is.")
    if fields.get("warc-type") not in _KINDS:
        feed.pass_over(int(size))
        return None
    if int(size) > 2 * LIMIT:
        feed.pass_over(int(size))
        return _damaged(source, place, f"The record has {int(size):,} bytes, more than is read.")
    block = feed.take(int(size))
    if block is not None and feed.peek(len(_GAP)) in (_GAP, b"\r\n", b""):
        return _row(fields, block, source, place)
    return None if block is None and feed.broken else _misread(feed, block, int(size), source, place)


def _misread(feed: Feed, block: bytes | None, size: int, source: str, place: str) -> Row:
    """For a record whose length is wrong: the next one may begin within what was taken for this one."""
    held = block if block is not None else feed.take(len(feed.peek(size))) or b""
    at = held.find(b"\n" + _START)
    feed.back(held[at + 1 :] if at >= 0 else b"")
    return _damaged(source, place, "The record's length is wrong.")


def _row(fields: Mapping[str, str], block: bytes, source: str, place: str) -> Row | None:
    name = fields.get("warc-record-id", "").strip("<>")
    known = {"id": name, "url": fields.get("warc-target-uri", "").strip("<>"), "captured": fields.get("warc-date", "")}
    if fields["warc-type"] == "conversion":
        return Row(0, source, place, text(block), **known, format="text")  # type: ignore[arg-type]
    if "revisit" in fields.get("warc-profile", ""):
        return None
    try:
        page = body(block, fields)
    except ReadError as error:
        return Row(0, source, place, **known, problem=error.problem, remedy=error.remedy)  # type: ignore[arg-type]
    return page and Row(0, source, place, page.content, **known, format=page.format)  # type: ignore[arg-type]


def _fields(head: bytes) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in text(head).splitlines()[1:]:
        name, colon, value = line.partition(":")
        if colon:
            fields[name.strip().lower()] = value.strip()
    return fields


def _cut_off(feed: Feed, source: str, place: str) -> Row | None:
    if feed.broken:
        return None
    lost = (len(feed.take(1) or b"")) + feed.skip_to(_START)
    return _damaged(source, place, f"{lost:,} bytes are no record.")


def _broken(source: str, stop: Break) -> Row:
    return _damaged(source, f"byte {stop.offset}", f"{stop.lost:,} bytes are damaged ({stop.reason}).")


def _damaged(source: str, place: str, problem: str) -> Row:
    return Row(0, source, place, problem=problem, remedy=_REMEDY)
