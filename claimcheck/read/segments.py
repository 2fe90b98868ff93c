"""A document's blocks cut into segments: sentences and stand-alone fragments, each with its place and context."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from claimcheck.claim import Segment
from claimcheck.read.disguises import plain_block, within
from claimcheck.read.document import Block, Document
from claimcheck.read.outline import Outline, outline
from claimcheck.read.sentences import sentences

_LETTER = re.compile(r"[^\W\d_]")


def segment(document: Document) -> tuple[Segment, ...]:
    """The document's segments in reading order; what holds no letter is read but is no segment."""
    parts = [part for number, block in enumerate(document.blocks) for part in _parts(number, block)]
    if document.source.format != "ads":
        return outline(parts)
    # What stands in one advertisement is no context for the next.
    each = groupby(parts, lambda part: part.offsets and document.source.place(part.offsets.runs[0].source))
    return tuple(segment for _, ad in each for segment in outline(list(ad)))


def _parts(number: int, block: Block) -> Iterator[Outline]:
    block, disguises = plain_block(block)
    for start, end in sentences(block.text):
        text = block.text[start:end]
        if _LETTER.search(text):
            offsets = block.offsets if len(text) == len(block.text) else block.offsets.cut(start, end)
            yield Outline(text, block.role, block.level, number, block.list, offsets, within(disguises, start, end))
