"""Words that are spelt so as not to be found, seen through: a block's text with plain words, its map still true.

Traders write "c.u.r.e" or "сure" with a Cyrillic letter to pass a filter, and people still read it. What is found is
told with the segment; text that holds no disguise is handed on as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from claimcheck.claim import Disguise, Segment
from claimcheck.read.document import Block
from claimcheck.read.suspect import is_suspect
from claimcheck.text import OffsetMap, Run, Span

_WINDOW = 4096


def plain_block(block: Block) -> tuple[Block, tuple[Disguise, ...]]:
    """The block in plain words, and the disguises that were seen through."""
    if not is_suspect(block.text):
        return block, ()
    if len(block.text) <= _WINDOW:
        return _plain(block)
    # Piece by piece, so that the time and the memory that a long block takes grow with its length alone.
    windows = list(_windows(block.text))
    parts = [_plain(replace(block, text=block.text[a:b], offsets=block.offsets.cut(a, b))) for a, b in windows]
    starts = list(accumulate((len(part.text) for part, _ in parts), initial=0))
    runs = [
        Run(run.start + start, run.length, run.source, run.source_length)
        for (part, _), start in zip(parts, starts, strict=False)
        for run in part.offsets.runs
    ]
    moved = [within(found, -start, starts[-1]) for (_, found), start in zip(parts, starts, strict=False)]
    text = "".join(part.text for part, _ in parts)
    return replace(block, text=text, offsets=OffsetMap(runs)), tuple(each for found in moved for each in found)


def _plain(block: Block) -> tuple[Block, tuple[Disguise, ...]]:
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


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of about `_WINDOW` characters, cut where white space is, if there is any near."""
    start = 0
    while start < len(text):
        end = start + _WINDOW
        if end < len(text):
            end = (
                max(text.rfind(" ", start + _WINDOW // 2, end), text.rfind("\n", start + _WINDOW // 2, end)) + 1 or end
            )
        yield start, min(end, len(text))
        start = end


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
