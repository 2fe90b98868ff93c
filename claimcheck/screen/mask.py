"""A text without what varies between copies of one ad: digits, letter case, punctuation, spacing."""

from __future__ import annotations

import re
from hashlib import blake2b

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_LETTERS = 16
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_KEPT = "abcdefghijklmnopqrstuvwxyz'0"
_BLANKED = {code: " " for code in range(128) if chr(code) not in _KEPT}


def words(text: str) -> list[str]:
    """The words of a text in lower case, every number as 0.

    >>> words("90 % of our 1,200 patients DON'T need surgery!")
    ['0', 'of', 'our', '0', 'patients', "don't", 'need', 'surgery']
    """
    if text.isascii():
        return _ascii_words(text.lower())
    found: list[str] = _WORD.findall(text.lower().replace("’", "'"))
    return ["0" if word[0].isdecimal() else word for word in found]


def mask(text: str) -> str:
    """A name for all texts with the same words: 16 hex digits.

    >>> mask("Only $499 today!") == mask("only $1,499 TODAY")
    True
    """
    joined = " ".join(words(text))
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=_LETTERS // 2).hexdigest()


def _ascii_words(lowered: str) -> list[str]:
    """The same words in a third of the time, for the texts that most are."""
    spaced = _NUMBER.sub(" 0 ", lowered)
    if "'" not in spaced:
        return spaced.translate(_BLANKED).split()
    found = (word.strip("'") for word in spaced.replace("''", "  ").translate(_BLANKED).split())
    return [word for word in found if word]
