"""Words that are spelt so as not to be found, seen through: a block's text with plain words, its map still true.

Traders write "c.u.r.e" or "сure" with a Cyrillic letter to pass a filter, and people still read it. What is found is
told with the segment; text that holds no disguise is handed on as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.claim import Disguise, Segment
from claimcheck.read.document import Block
from claimcheck.read.suspect import is_suspect
from claimcheck.text import OffsetMap, Span


def plain_block(block: Block) -> tuple[Block, tuple[Disguise, ...]]:
    """The block in plain words, and the disguises that were seen through."""
    if not is_suspect(block.text):
        return block, ()
    # Imported here: most pages need nothing of this.
    from claimcheck.read.draft import Draft
    from claimcheck.read.letters import spell_out
    from claimcheck.read.wordings import mend

    draft = Draft(block.text)
    spell_out(draft)
    mend(draft)
    if not draft.changed:
        return block, ()
    return replace(block, text=draft.text, offsets=draft.offsets(block.offsets)), tuple(draft.disguises())


def plain_segment(text: str) -> Segment:
    """A text as a segment that stands alone, in plain words."""
    block, disguises = plain_block(Block(text, OffsetMap.identity(0, len(text))))
    return Segment(block.text, block.offsets, disguises=disguises)


def within(disguises: Sequence[Disguise], start: int, end: int) -> tuple[Disguise, ...]:
    """The disguises in `[start, end)` of the text, counted from its start."""
    return tuple(
        replace(each, span=Span(each.span.start - start, each.span.end - start))
        for each in disguises
        if start <= each.span.start and each.span.end <= end
    )
