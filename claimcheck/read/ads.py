"""A plain list of advertisements: one a line, or, where lines are grouped, one a group between blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.read.document import Block
from claimcheck.read.markdown_lines import shifted
from claimcheck.read.plain import plain_blocks

_LINE = re.compile(r"[^\r\n]*[^\s][^\r\n]*")
_GROUP = re.compile(r"[^\r\n]*\S[^\r\n]*(?:(?:\r\n?|\n)[^\r\n]*\S[^\r\n]*)*")


def ads(text: str) -> Iterator[tuple[int, int]]:
    """The range of each advertisement, in order."""
    groups = [match.span() for match in _GROUP.finditer(text)]
    grouped = len(groups) > 1 and any("\n" in text[start:end] or "\r" in text[start:end] for start, end in groups)
    yield from groups if grouped else (match.span() for match in _LINE.finditer(text))


def ads_blocks(text: str) -> list[Block]:
    """The blocks of every advertisement, in order; within one, lines are told apart as in any plain text."""
    return [shifted(block, start) for start, end in ads(text) for block in plain_blocks(text[start:end])]


def ads_places(text: str) -> tuple[tuple[int, str], ...]:
    """Which advertisement an offset stands in."""
    return tuple((start, f"ad {number}") for number, (start, _) in enumerate(ads(text), 1))
