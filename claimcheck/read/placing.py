"""A text in its place on a page: which of the page's segments it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.claim import Segment
from claimcheck.read.document import Block, Document
from claimcheck.read.formats import read_text
from claimcheck.read.segments import segment

ALONE, FOUND, APPENDED = "alone", "found", "appended"


def place(text: str, page: Document | None = None) -> tuple[str, tuple[Segment, ...], list[int]]:
    """How the text was placed, the segments of the page with it, and the numbers of those that the text is.

    Without a page the text stands `alone`. On a page it is `found` where every sentence of it is a segment of the page
    (white space and the case of letters apart); else it is `appended` to the page as a paragraph.
    """
    own = segment(read_text(text, "<text>", "text"))
    if page is None:
        return ALONE, own, list(range(len(own)))
    there = segment(page)
    found = _found(own, there)
    if found or not own:
        return FOUND, there, found
    blocks = tuple(Block(each.text, each.offsets) for each in own)
    added = segment(replace(page, blocks=(*page.blocks, *blocks)))
    return APPENDED, added, list(range(len(there), len(added)))


def _found(own: Sequence[Segment], there: Sequence[Segment]) -> list[int]:
    asked = {_words(each.text) for each in own}
    numbers = [at for at, each in enumerate(there) if _words(each.text) in asked]
    return numbers if {_words(there[at].text) for at in numbers} == asked else []


def _words(text: str) -> str:
    return " ".join(text.casefold().split())
