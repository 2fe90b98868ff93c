"""One web page as a document. What the network needs is imported only when a page is fetched."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.errors import ReadError
from claimcheck.read.decode import decode
from claimcheck.read.document import Document
from claimcheck.read.formats import guess, read_text

_FORMATS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "text/plain": "text",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a fetch may go before it is given up."""

    seconds: float = 20.0
    size: int = 10_000_000
    redirects: int = 5


def fetch(url: str, *, allow_private: bool = False, limits: Limits | None = None) -> Document:
    """The document at an http or https address, fetched now.

    ReadError says why a page cannot be had. Addresses on this machine or a private network are refused, also
    after a redirect, unless `allow_private` is set.
    """
    from claimcheck.read.web import get

    answer = get(url, limits or Limits(), allow_private=allow_private)
    kind = answer.content_type
    if kind and kind not in _FORMATS:
        raise ReadError(f"{url} is {kind}, not a page of text.", "Give the address of an HTML, Markdown or text page.")
    text, notes = decode(answer.body, url, answer.charset)
    document = read_text(text, url, _FORMATS[kind] if kind else guess("", text))
    return Document.of(document.source, document.blocks, notes)
