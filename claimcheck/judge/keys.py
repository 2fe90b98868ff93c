"""The features of `features.py` as the weight table knows them: by key, without ever spelling most of them out.

The key of `w:stem cells` goes on from that of `w:stem`, and a word's letters are looked at once, so the keys of
a segment cost a few compiled calls. A test holds both modules equal on the whole corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from zlib import crc32

from claimcheck.judge.features import char_grams, forms
from claimcheck.judge.memo import Memo
from claimcheck.judge.reading import Reading
from claimcheck.judge.scope import scope_features
from claimcheck.judge.table import encoded, key_of

_REMEMBERED = 8_192
_Key = Callable[[str], int]


def _after(mark: str) -> Callable[[str], bytes]:
    """The bytes of a word that follows another in a feature."""
    memo: Memo[str, bytes] = Memo(lambda word: encoded(mark + word), _REMEMBERED)
    return memo.__getitem__


def _first(prefix: str) -> _Key:
    """The key of a feature that is one word, or the beginning of one of several."""
    memo: Memo[str, int] = Memo(lambda word: key_of(prefix + word), _REMEMBERED)
    return memo.__getitem__


_SPACED, _SKIPPED = _after(" "), _after("_")
_WORD, _MASKED, _SENSE, _SKIP, _NAME = (_first(prefix) for prefix in ("w:", "m:", "z:", "s:", ""))


def words(reading: Reading) -> set[int]:
    """The keys of the group `words`."""
    return _grams(reading.norms, _WORD)


def word_keys(norms: Sequence[str]) -> tuple[list[int], list[int], list[int]]:
    """The keys of one, two and three words in a row, by the place of the first, without the edges."""
    return _runs(norms, _WORD)


def senses(reading: Reading) -> set[int]:
    """The keys of the group `senses`."""
    return _grams(reading.senses, _SENSE)


def shape(reading: Reading) -> set[int]:
    """The keys of the group `shape`."""
    keys = _grams(reading.masked, _MASKED)
    plain = [word for word in reading.masked if word.isalpha()]
    firsts, laters = list(map(_SKIP, plain)), list(map(_SKIPPED, plain))
    for gap in (2, 3, 4):
        keys.update(map(crc32, laters[gap:], firsts))
    keys.update(map(_NAME, forms(reading)))
    return keys


def scope(reading: Reading, states: Sequence[str]) -> set[int]:
    """The keys of the group `scope`."""
    return set(map(_NAME, scope_features(reading, states)))


def chars(word: str) -> tuple[int, ...]:
    """The keys of the group `chars` for one word."""
    return tuple(set(map(key_of, char_grams(word))))


def _grams(words: Sequence[str], first: _Key) -> set[int]:
    """The keys of one to three words in a row, the edges counted as words."""
    ones, twos, threes = _runs(["<", *words, ">"], first)
    return {*ones, *twos, *threes}


def _runs(words: Sequence[str], first: _Key) -> tuple[list[int], list[int], list[int]]:
    ones, spaced = list(map(first, words)), list(map(_SPACED, words))
    twos = list(map(crc32, spaced[1:], ones))
    return ones, twos, list(map(crc32, spaced[2:], twos))
