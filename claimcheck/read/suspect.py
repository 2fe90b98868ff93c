"""Whether a text may hold a disguised word: one quick look, since nearly no text does.

A text of ASCII letters and common marks is turned into the classes of its characters, in which a disguise is a short
pattern; its words are looked up among the misspellings that are known.
"""

from __future__ import annotations

import re

from claimcheck.read.spellings import odd_words

# What honest pages are written in; any other character is looked at more closely.
_COMMON = re.compile(r"[\x00-\x7f£€©®™°–—‘’“”…\u2010-\u2012\u2212½¼¾×÷→←✓✔★⭐\u2032\u2033«»]*+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CLASSES = {
    "a": _LETTERS + _LETTERS.upper(),
    "0": "0123456789",
    " ": " \n\t",
    ".": ".",
    "-": "-",
    "*": "*#_~+\\^=%",
    "|": "|",
    "@": "@$",
    "!": "!",
}
# Letters that stand alone, or a sign or digit within a word: what no honest word has, or few.
_SIGNS = (" a a a", "a.a", "-a-a-", "a*", "@a", "a@", "!a", "0!", "|a", "a0a", "a00", "aaa0", "0@", "@0", "0a0")
_FIGURE = re.compile(
    r"\d(?!(?:st|nd|rd|th|mg|ml|mm|cm|km|kg|am|pm|hz|mhz|cc|hr|hrs|yr|min|lb|lbs|ft|cl|gb)\b)[a-z]{2}", re.I
)
_DRAWN = re.compile(r"([A-Za-z])\1\1", re.I)
_HYPHENATED = re.compile(r"[A-Za-z]-[A-Za-z]+-[A-Za-z]")
_PIPES = 3


def _table(classes: dict[str, str], other: str) -> bytes:
    table = bytearray(other.encode() * 256)
    for name, members in classes.items():
        for member in members:
            table[ord(member)] = ord(name)
    return bytes(table)


_TO_CLASS = _table(_CLASSES, ",")
_TO_WORDS = _table({letter: letter + letter.upper() for letter in _LETTERS} | {d: d for d in "0123456789"}, " ")


def is_suspect(text: str) -> bool:
    """True where a closer look may find a disguise; a false alarm costs only time."""
    if not text.isascii() and not _COMMON.fullmatch(text):
        return True
    data = text.encode("ascii", "replace")
    lower = data.translate(_TO_WORDS)
    if not odd_words().isdisjoint(lower.split()):
        return True
    shape = " " + data.translate(_TO_CLASS).decode("ascii")
    for sign in _SIGNS:
        if sign in shape:
            return True
    if "0aa" in shape and _FIGURE.search(text):
        return True
    if shape.count("-") > 1 and _HYPHENATED.search(text):
        return True
    return shape.count("|") >= _PIPES or (_repeats(lower) and _DRAWN.search(text) is not None)


def _repeats(data: bytes) -> bool:
    """True where three equal bytes stand side by side: the bytes as one number, against itself moved by one."""
    number = int.from_bytes(data, "little")
    return b"\0\0" in (number ^ number >> 8).to_bytes(len(data), "little")
