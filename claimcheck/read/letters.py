"""Characters that pass for others: invisible ones, strokes over letters, ornamental letters, look-alikes, emoji."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from claimcheck.read.draft import Change, Draft
from claimcheck.read.spellings import is_english, is_word, table, vocabulary

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e007f]+"
)
_STROKES = re.compile("[\u0332\u0333\u0305\u033f\u0334-\u0338\u035c-\u0362\u0488\u0489\u20d0-\u20dc\u20e5-\u20f0]+")
_MARKS = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
_PILED = re.compile(f"{_MARKS}{{2,}}+")
_STYLED = re.compile(
    "[\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u1d9b-\u1dbf\u2070-\u209c\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212c"
    "\u212d\u212f-\u2134\u2139\u2145-\u2149\u24b6-\u24e9\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
    "\U0001d400-\U0001d7ff\U0001f110-\U0001f12b\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189"
    "\U0001f1e6-\U0001f1ff]"
)
_STYLED_WORD = re.compile(rf"(?:{_STYLED.pattern}|[^\W_])++")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_WIDE_MARK = re.compile("(?<=[0-9A-Za-z])[\uff05\uff01\uff0c\uff0e\uff0d]")
_WORD = re.compile(r"[^\W\d_]++")
_MARKED_WORD = re.compile(rf"(?:[^\W\d_]{_MARKS}*+)++")
_LATIN = re.compile(r"[A-Za-z]")
# No word is longer; a longer run of letters is left as it is.
_LONGEST = 64
# Letters of the enclosed alphabets that have no plain form in Unicode's own tables, by the first of each.
_ENCLOSED = (0x1F150, 0x1F170, 0x1F1E6)
_FEWEST, _REACH = 3, 12
_FOLDED = str.maketrans("øłđħıßæœØŁĐı", "oldhisaoOLDi")


def spell_out(draft: Draft) -> None:
    """Put plain characters in place of those that pass for them."""
    for find in (_invisible, _strokes, _styled, _look_alikes, _accents, _emoji):
        draft.make(find(draft.text))


def _invisible(text: str) -> Iterator[Change]:
    for match in _INVISIBLE.finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        joined = match[0][0] in "\u200d\ufe0e\ufe0f" and (not before.isalpha() or not after.isalpha())
        if not joined:
            yield Change(*match.span(), "", "invisible" if before.isalnum() and after.isalnum() else "")


def _strokes(text: str) -> Iterator[Change]:
    struck = [(*match.span(), "struck") for match in _STROKES.finditer(text)]
    piled = [(*match.span(), "struck") for match in _PILED.finditer(text) if not _STROKES.search(match[0])]
    for start, end, kind in sorted((*struck, *piled)):
        if text[start - 1 : start].isalpha():
            yield Change(start, end, "", kind)


def _styled(text: str) -> Iterator[Change]:
    found = [(match.start(), _plain(match[0]), "") for match in _LIGATURE.finditer(text)]
    found += [(match.start(), _plain(match[0]), "letterform") for match in _WIDE_MARK.finditer(text)]
    for word in _STYLED_WORD.finditer(text):
        if word[0].isascii() or len(word[0]) > _LONGEST:
            continue
        styled = list(_STYLED.finditer(text, *word.span()))
        plain = "".join(_plain(character) for character in word[0])
        if len(plain) >= _FEWEST and (len(styled) >= _FEWEST or plain.lower() in vocabulary()):
            found += [(match.start(), _plain(match[0]), "letterform") for match in styled]
    for at, plain, kind in sorted(found):
        yield Change(at, at + 1, plain, kind)


def _plain(character: str) -> str:
    code = ord(character)
    for first in _ENCLOSED:
        if first <= code < first + 26:
            return chr(ord("A") + code - first)
    plain = unicodedata.normalize("NFKC", character)
    return plain if plain.isascii() or len(character) > 1 else character


def _look_alikes(text: str) -> Iterator[Change]:
    """Words with letters that pass for Latin ones; where they hold no Latin letter, within an English text alone."""
    alike, greek = _table("lookalike"), _table("greek")
    english: bool | None = None
    for match in _WORD.finditer(text):
        if match[0].isascii() or len(match[0]) > _LONGEST:
            continue
        plain = "".join(alike.get(each, greek.get(each, each)) for each in match[0])
        if not plain.isascii():
            continue
        known = plain.lower() in vocabulary()
        if not _LATIN.search(match[0]):
            english = is_english(text) if english is None else english
            fits = known and english
        else:
            fits = known or (len(plain) >= _FEWEST and not any(each in greek for each in match[0]))
        if fits:
            yield Change(*match.span(), plain, "look-alike")


def _accents(text: str) -> Iterator[Change]:
    """English words with accents that they do not have, within an English text."""
    if text.isascii():
        return
    honest = frozenset(table("accents")["honest"].split())
    words = (match for match in _MARKED_WORD.finditer(text) if not match[0].isascii())
    found = [(match, _folded(match[0])) for match in words if len(match[0]) <= _LONGEST]
    found = [(match, plain) for match, plain in found if plain and match[0].lower() not in honest]
    if found and (is_english(text) or _is_known(text)):
        yield from (Change(*match.span(), plain, "accented") for match, plain in found)


def _folded(word: str) -> str:
    """The word without accents where we know it so, else ""."""
    folded = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).translate(_FOLDED)
    return folded if folded.isascii() and folded.lower() in vocabulary() else ""


def _is_known(text: str) -> bool:
    """True for two words or more that are all English without their accents: no other language is written so."""
    words = [_folded(word) or (word if is_word(word.lower()) else "") for word in _MARKED_WORD.findall(text)]
    return len(words) > 1 and all(words)


def _emoji(text: str) -> Iterator[Change]:
    pattern, words = _emoji_words()
    for match in pattern.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()].rpartition(" ")[2].lower()
        after = text[match.end() : match.end() + 1]
        if before in _before() or (before[-1:].isalpha() and after.islower()):
            yield Change(*match.span(1), words[match[1][0]], "emoji")


@cache
def _emoji_words() -> tuple[re.Pattern[str], Mapping[str, str]]:
    words = table("emoji")["words"]
    return re.compile(rf"\s([{''.join(words)}]\ufe0f?)\s*"), words


@cache
def _before() -> frozenset[str]:
    return frozenset(table("emoji")["before"].split())


@cache
def _table(name: str) -> Mapping[str, str]:
    pairs = table(name)
    return dict(zip(pairs["from"], pairs["to"], strict=True))
