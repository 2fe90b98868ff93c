"""Where a quotation begins and ends among the segments of its block."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claim import Segment

_OPENS = '"“«„'
_CLOSES = "”»"
_DASHES = "-–—~"
_NAME_WORDS = 4


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
    if last < len(block) - 1 and _is_name(block[last + 1].text):
        last += 1
    return list(block[first : last + 1])


def _is_name(text: str) -> bool:
    """True for who said it: after a dash, or a few words without an end or a quotation mark."""
    short = len(text.split()) <= _NAME_WORDS and not text.rstrip().endswith((".", "!", "?"))
    return text[:1] in _DASHES or (short and not any(mark in text for mark in _OPENS + _CLOSES))


def runs_on(text: str) -> bool:
    """True where a quotation begins inside a text, after a few words that belong to something else."""
    at = next((at for at, character in enumerate(text) if character in _OPENS), 0)
    return 0 < len(text[:at].split()) <= _NAME_WORDS and not text[:at].rstrip().endswith((",", ":"))


def _closed(text: str) -> bool:
    return any(mark in text for mark in _CLOSES) if text[0] != '"' else text.count('"') >= 2
