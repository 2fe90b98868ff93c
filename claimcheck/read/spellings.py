"""The words that disguises are seen through to, and how they are misspelt; `disguises.toml` has the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.read.words import words

_FOLDER = Path(__file__).parent
_WORD = re.compile(r"[A-Za-z]+")
# Words so common that no page's vocabulary need list them.
_COMMON = words(
    "a i an am as at be by do go he if in is it me my no of on or so to up us we all and any are but can did for "
    "from get had has have her here him his how its just made make more most much not now off one only our out "
    "own she than that the their them then there they this too two use very was way what when who why will with "
    "you your back work"
)


@cache
def odd_words() -> frozenset[bytes]:
    """A word of every spelling that is read as another, in lower case, that the right spelling has not."""
    odd = {word for spelt, plain in _own().items() for word in set(_split(spelt)) - set(_split(plain))}
    lines = (_FOLDER / "misspellings.txt").read_bytes().splitlines()
    return frozenset(variant for line in lines for variant in line.split()[1:]) | {word.encode() for word in odd}


@cache
def misspellings() -> Mapping[str, str]:
    """Each known misspelling, in lower case, with the word that it stands for."""
    lines = (_FOLDER / "misspellings.txt").read_text("ascii").splitlines()
    table = {variant: head for head, *variants in map(str.split, lines) for variant in variants}
    return {**table, **_own()}


@cache
def vocabulary() -> Mapping[str, int]:
    """The words of claims with their ranks, the most telling first."""
    ranked = (_FOLDER / "vocabulary.txt").read_text("ascii").split()
    return {word: rank for rank, word in enumerate(ranked)}


def is_word(word: str) -> bool:
    """True for a word, in lower case, that claims or that is common."""
    return word in vocabulary() or word in _COMMON


def is_english(text: str) -> bool:
    """True where at least a third of the words in plain letters are English words that we know."""
    found = [word.lower() for word in _WORD.findall(text) if len(word) > 1]
    return bool(found) and 3 * sum(map(is_word, found)) >= len(found)


@cache
def table(name: str) -> Mapping[str, Any]:
    """A table of `disguises.toml`."""
    import tomllib

    found: Mapping[str, Any] = tomllib.loads((_FOLDER / "disguises.toml").read_text("utf-8"))[name]
    return found


@cache
def _own() -> Mapping[str, str]:
    lines = (_FOLDER / "spelt.txt").read_text("ascii").splitlines()
    pairs = (line.partition(": ") for line in lines if not line.startswith("#"))
    return {spelling: plain for plain, _, told in pairs for spelling in told.split(", ")}


def _split(spelling: str) -> list[str]:
    return spelling.replace("-", " ").split()
