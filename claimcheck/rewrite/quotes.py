"""Where a quotation begins and ends among the segments of its block."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claim import Segment

_OPENS = '"“«„'
_CLOSES = "”»"
_DASHES = "-–—~"


def quotation(block: Sequence[Segment], at: int) -> list[Segment]:
    """The segments of the quotation that holds the one at an index, with who said it; the whole block without marks.

    >>> from claimcheck.claim import Segment
    >>> block = [Segment.of(text) for text in ("“It works.", "Great!” - Jo", "“So kind!”")]
    >>> [each.text for each in quotation(block, 1)]
    ['“It works.', 'Great!” - Jo']
    """
    first = next((place for place in range(at, -1, -1) if block[place].text[:1] in _OPENS), None)
    if first is None:
        return list(block)
    last = first
    while last < len(block) - 1 and not _closed(" ".join(each.text for each in block[first : last + 1])):
        last += 1
    if last < at:
        return list(block[at : at + 1])
    if last < len(block) - 1 and block[last + 1].text[:1] in _DASHES:
        last += 1
    return list(block[first : last + 1])


def _closed(text: str) -> bool:
    return any(mark in text for mark in _CLOSES) if text[0] != '"' else text.count('"') >= 2
