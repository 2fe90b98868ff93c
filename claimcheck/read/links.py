"""Links and inline quotations by how much of their block they fill."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.claim import Role
from claimcheck.read.document import Block

_WORD = re.compile(r"\w")

# Of a stretch of a block's text: "a" for a link, "q" for a quotation, its start and its end.
Wrap = tuple[str, int, int]


def shaped(block: Block, wraps: list[Wrap]) -> list[Block]:
    """The block as what fills it: one link, one quotation, or a row of links."""
    filled = [wrap for wrap in wraps if _WORD.search(block.text, wrap[1], wrap[2])]
    edges = [0, *(edge for wrap in filled for edge in wrap[1:]), len(block.text)]
    if not filled or any(_WORD.search(block.text, *edges[i : i + 2]) for i in range(0, len(edges), 2)):
        return [block]
    if len(filled) == 1:
        return [replace(block, role=Role.QUOTE if filled[0][0] == "q" else Role.LINK)]
    if any(name == "q" for name, _, _ in filled):
        return [block]
    return [_part(block, start, end) for _, start, end in filled]


def _part(block: Block, start: int, end: int) -> Block:
    text = block.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    offsets = block.offsets.cut(start, start + len(text))
    return Block(text, offsets, Role.LINK, 0, block.list)
