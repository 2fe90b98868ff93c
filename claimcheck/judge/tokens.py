"""Words of a segment as the judge counts them, with their places in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.judge.memo import Memo

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\.{3}|[^\w\s-]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLAIN = {"’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "«": '"', "»": '"'}
_REMEMBERED = 16_384


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark: `norm` is how it is counted, `[start, end)` where it stands in the text."""

    norm: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """The tokens of a text in order; hyphens separate, numbers are counted alike, years apart."""
    return [Token(_NORMS[match[0]], match.start(), match.end()) for match in _TOKEN.finditer(text)]


def norms(text: str) -> list[str]:
    """How the tokens of a text are counted, in order, without their places."""
    return [_NORMS[word] for word in _TOKEN.findall(text)]


def normalize(word: str) -> str:
    """How a token is counted: lower case, plain quotes, numbers masked except 100."""
    if word[0].isdigit():
        if _YEAR.fullmatch(word):
            return "#year"
        return "100" if word == "100" else "#"
    return _PLAIN.get(word) or word.lower().replace("’", "'")


_NORMS = Memo(normalize, _REMEMBERED)
