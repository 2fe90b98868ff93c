"""Breaks a paragraph into lines of whole words; the standard library's module would cost every check an import."""

from __future__ import annotations

from collections.abc import Iterator


def wrap(text: str, width: int) -> Iterator[str]:
    """Lines no wider than `width`, except where one word is.

    >>> list(wrap("Discs lose water with age.", 12))
    ['Discs lose', 'water with', 'age.']
    """
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line
