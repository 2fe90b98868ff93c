"""The page inside a recorded answer of a web server."""

from __future__ import annotations

import codecs
import re
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from claimcheck.errors import ReadError
from claimcheck.screen.judging import LIMIT
from claimcheck.screen.lines import text

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([-\w.:]+)", re.I)
_FORMATS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "text/markdown": "markdown"}
_GZIP_OR_ZLIB = 47
_RAW = -15


class Page(NamedTuple):
    """A page's content, decoded where the server named an encoding, and its format."""

    content: str | bytes
    format: str


def body(block: bytes, record: Mapping[str, str]) -> Page | None:
    """The page of a record's block; None where the answer is no page (an error, a picture, a redirection).

    Raises ReadError where its coding cannot be undone.
    """
    if not block.startswith(b"HTTP/"):
        return _page(block, record.get("content-type", ""))
    head, _, content = block.partition(b"\r\n\r\n")
    status, *lines = text(head).split("\r\n")
    fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    if not re.match(r"HTTP/\S+ 2\d\d", status) or not _format(fields.get("content-type", "")):
        return None
    if "chunked" in fields.get("transfer-encoding", "").lower():
        content = _joined(content)
    for coding in reversed([each.strip().lower() for each in fields.get("content-encoding", "").split(",")]):
        content = _undone(content, coding)
    return _page(content, fields.get("content-type", ""))


def _page(content: bytes, kind: str) -> Page | None:
    format = _format(kind)
    if format is None:
        return None
    declared = _CHARSET.search(kind)
    if declared and not content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            codec = codecs.lookup(declared[1]).name
            return Page(content.decode("cp1252" if codec == "iso8859-1" else codec, "replace"), format)
        except (LookupError, ValueError, TypeError):
            pass
    return Page(content, format)


def _format(kind: str) -> str | None:
    return _FORMATS.get(kind.partition(";")[0].strip().lower())


def _joined(content: bytes) -> bytes:
    """The content of chunks; content that is not in chunks after all stays as it is (archives often join them)."""
    whole, at = bytearray(), 0
    while True:
        end = content.find(b"\r\n", at)
        try:
            size = int(content[at:end].partition(b";")[0], 16) if end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            return bytes(whole) or content
        if size == 0:
            return bytes(whole)
        whole += content[end + 2 : end + 2 + size]
        at = end + 2 + size + 2


def _undone(content: bytes, coding: str) -> bytes:
    if coding in ("", "identity") or (coding in ("gzip", "x-gzip") and not content.startswith(b"\x1f\x8b")):
        return content
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise ReadError(f"The page is compressed as {coding!r}, which is not read.", "Record it without compression.")
    for window in (_GZIP_OR_ZLIB, _RAW):
        try:
            return zlib.decompressobj(window).decompress(content, LIMIT + 1)
        except zlib.error:
            continue
    raise ReadError("The page's compression is damaged.", "Fetch the archive again.")
