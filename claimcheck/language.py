"""The language guard: text that is not English is counted and named, not judged, for the judge learned English alone.

Told by the script, and by words that are common in one language and rare in the others (`language.txt`). A block with
too few of either goes with its page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimcheck.claim import Segment
from claimcheck.finding import Notice

ENGLISH = "en"
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("Cyrillic script", "[\u0400-\u052f]"),
    ("Greek", "[\u0370-\u03ff]"),
    ("Arabic script", "[\u0600-\u06ff\u0750-\u077f]"),
    ("Hebrew", "[\u0590-\u05ff]"),
    ("Japanese", "[\u3040-\u30ff]"),
    ("Korean", "[\u1100-\u11ff\uac00-\ud7af]"),
    ("Chinese characters", "[\u3400-\u9fff]"),
    ("Thai", "[\u0e00-\u0e7f]"),
    ("Devanagari script", "[\u0900-\u097f]"),
)
_ASCII_ENOUGH = re.compile(r"[\x00-\u024f\u2000-\u2bff]*")
# A block in another Latin language has at least so many of its words, such a share of all, so many to one of English.
_FEWEST, _LEAST_SHARE, _TO_ENGLISH = 3, 0.2, 2
_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Foreign:
    """The numbers of the segments that are not English, how much of the source they are, and notices that name them."""

    segments: frozenset[int] = frozenset()
    characters: int = 0
    notices: tuple[Notice, ...] = ()


def guard(segments: Sequence[Segment]) -> Foreign:
    """What of a page is in another language."""
    blocks: dict[int, list[int]] = {}
    for at, segment in enumerate(segments):
        blocks.setdefault(segment.block, []).append(at)
    told = {block: language(" ".join(segments[at].text for at in parts)) for block, parts in blocks.items()}
    if all(name in (ENGLISH, "") for name in told.values()):
        return Foreign()
    page = _page_language(segments, blocks, told)
    foreign: Counter[str] = Counter()
    numbers = set()
    for block, parts in blocks.items():
        name = told[block] or page
        if name != ENGLISH:
            numbers.update(parts)
            foreign[name] += sum(len(span) for at in parts for span in segments[at].spans)
    notices = tuple(
        _notice(name, count) for name, count in sorted(foreign.items(), key=lambda pair: (-pair[1], pair[0]))
    )
    return Foreign(frozenset(numbers), foreign.total(), notices)


def language(text: str) -> str:
    """The language or script of a text, `en` for English, "" where too little tells it.

    >>> language("Unsere Behandlung heilt die Schmerzen und ist ohne Risiko für Sie."), language("Pain relief")
    ('German', 'en')
    """
    if not text.isascii() and not _ASCII_ENOUGH.fullmatch(text):
        script = _script(text)
        if script:
            return script
    foreign, english_words = _known()
    lower = text.lower()
    bare = lower.split()
    # Nearly every block ends here: it has no more than a stray word of another language.
    if len(foreign.intersection(bare)) < _FEWEST - 1:
        return "" if english_words.isdisjoint(bare) else ENGLISH
    words = _WORD.findall(lower)
    table = _table()
    counts: Counter[str] = Counter()
    english = 0
    for word in words:
        names = table.get(word, ())
        english += word in english_words
        counts.update(names)
    if not counts:
        return ENGLISH if english else ""
    name, most = max(counts.items(), key=lambda pair: pair[1])
    if most >= _FEWEST and most >= _LEAST_SHARE * len(words) and most >= _TO_ENGLISH * english:
        return name
    return ENGLISH if english else ""


def _script(text: str) -> str:
    letters = sum(1 for character in text if character.isalpha())
    for name, pattern in _SCRIPTS:
        found = len(re.findall(pattern, text))
        if found >= _FEWEST_LETTERS and 2 * found > letters:
            return name
    return ""


def _page_language(segments: Sequence[Segment], blocks: dict[int, list[int]], told: dict[int, str]) -> str:
    """The language of most of the page's text, for blocks too short to tell."""
    sizes: Counter[str] = Counter()
    for block, parts in blocks.items():
        sizes[told[block]] += sum(len(segments[at].text) for at in parts)
    del sizes[""]
    return max(sizes.items(), key=lambda pair: pair[1])[0]


def _notice(name: str, count: int) -> Notice:
    return Notice(f"{count:,} characters of text are not English but in {name}; they were not judged.")


@cache
def _lines() -> list[tuple[str, str, list[str]]]:
    """The code, name and words of each language."""
    lines = Path(__file__).with_name("language.txt").read_text("utf-8").splitlines()
    parts = [line.partition(": ") for line in lines if not line.startswith("#")]
    return [(head[:2], head[3:], words.split()) for head, _, words in parts]


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """The words of all other languages, and those of English."""
    english = frozenset(word for code, _, words in _lines() if code == ENGLISH for word in words)
    return frozenset(word for code, _, words in _lines() if code != ENGLISH for word in words), english


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """The languages of each word, English left out."""
    table: dict[str, tuple[str, ...]] = {}
    for code, name, words in _lines():
        if code != ENGLISH:
            for word in words:
                table[word] = (*table.get(word, ()), name)
    return table
