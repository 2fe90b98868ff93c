"""Sitemaps (https://www.sitemaps.org/protocol.html): which pages, or which further sitemaps, a file names."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field

from claimcheck.errors import ReadError
from claimcheck.read.decode import refuse_large

# The protocol's own limits.
_LARGEST = 50 * 1024 * 1024
_MOST = 50_000
_GZIP = b"\x1f\x8b"
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*>\s*|<!--[\s\S]{0,2000}?-->\s*)*<(?:\w+:)?(?:urlset|sitemapindex)[\s>]"
)
_SAMPLE = 8_192


@dataclass(slots=True)
class Sitemap:
    """Takes a sitemap's events: the addresses of `pages`, and of further `sitemaps`."""

    pages: list[str] = field(default_factory=list)
    sitemaps: list[str] = field(default_factory=list)
    _within: str = ""
    _text: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:
        """An element starts."""
        tag = name.rpartition(" ")[2]
        if tag in ("url", "sitemap"):
            self._within = tag
        self._text = []

    def end(self, name: str, at: int) -> None:
        """An element ends."""
        # Sitemaps of pictures and videos have addresses of their own, in other namespaces.
        space, _, tag = name.rpartition(" ")
        if tag == "loc" and (not space or "/sitemap/0" in space):
            address = "".join(self._text).strip()
            if address:
                (self.sitemaps if self._within == "sitemap" else self.pages).append(address)
        self._text = []

    def text(self, text: str, at: int) -> None:
        """A piece of text."""
        self._text.append(text)


def read_sitemap(data: bytes, name: str) -> Sitemap | None:
    """What a sitemap names, packed with gzip or not; None where the bytes are none. ReadError where it is damaged."""
    if data.startswith(_GZIP):
        data = _unpacked(data, name)
    if not _START.match(data[:_SAMPLE]):
        return None
    from claimcheck.read.xml_events import parse

    found = Sitemap()
    parse(data, found, name)
    if len(found.pages) + len(found.sitemaps) > _MOST:
        raise ReadError(f"{name} names more than {_MOST:,} addresses.", "Split it, as the protocol asks.")
    return found


def _unpacked(data: bytes, name: str) -> bytes:
    refuse_large(len(data), name)
    try:
        content = zlib.decompressobj(31).decompress(data, _LARGEST + 1)
    except zlib.error as error:
        raise ReadError(f"{name} is damaged: it cannot be unpacked ({error}).", "Save it anew.") from None
    if len(content) > _LARGEST:
        raise ReadError(f"{name} swells to more than {_LARGEST // 1024 // 1024} MB.", "Split it.")
    return content
