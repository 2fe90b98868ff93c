"""Sets of words, written as a line of them."""

from __future__ import annotations


def words(line: str) -> frozenset[str]:
    """The words of a line, as a set."""
    return frozenset(line.split())
