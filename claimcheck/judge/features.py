"""What the first reading looks at: the words of a segment and their kinds.

Features are strings in groups, each scaled by its own length: `words` and `chars` (n-grams of the text), `shape` (the
text with word classes in place of words, class pairs inside a clause, marks of form), `scope` (what denials, limits
and hedges reach) and `senses` (the text with sense groups in place of words). What stands around a segment is for the
phrase net and the second reading.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from string import ascii_letters, ascii_uppercase

from claimcheck.judge.reading import PageReader, Reading
from claimcheck.judge.scope import claim_states, counts, scope_features
from claimcheck.judge.table import key_of

_TREATMENTS = ("ours", "surgery", "drugs", "conservative")
_CLAUSE_ENDS = frozenset(
    {",", ";", ":", ".", "?", "!", "(", ")", "but", "although", "though", "while", "however", "because", "which", "so"}
)
_MOST = (1, 2, 3, 4, 8, 16, 32)
_LENGTHS = (*map(str, _MOST), "long")
_STOPS = (".", "!", "?", "…", '"', "”")
_QUOTES = ('"', "“", "'", "‘")
_CAPITALS, _LETTERS = ascii_uppercase.encode(), ascii_letters.encode()


@dataclass(frozen=True, slots=True)
class Features:
    """The features of one segment, by group; none comes twice in a group.

    `reach` is no group: it counts the claim words that stand free, hedged, denied, limited or as a study's aim, for the
    second reading.
    """

    words: list[str]
    chars: list[str]
    shape: list[str]
    scope: list[str]
    senses: list[str]
    reach: list[int]

    def groups(self) -> tuple[list[str], ...]:
        """The groups in the order of `GROUPS`."""
        return self.words, self.chars, self.shape, self.scope, self.senses


GROUPS = tuple(field.name for field in fields(Features) if field.name != "reach")


def features(text: str, page: PageReader) -> Features:
    """The features of one segment's text; a long page's would not fit in memory at once."""
    reading = page.read(text)
    states = claim_states(reading)
    return Features(
        _once(_words(reading)),
        _once(_chars(reading)),
        _once(_shape(reading)),
        _once(scope_features(reading, states)),
        _once(_ngrams("z", ["<", *reading.senses, ">"], 3)),
        counts(states),
    )


def forms(reading: Reading) -> list[str]:
    """What the shape of a text has beside n-grams and pairs of words: classes, treatments, marks of form."""
    names = _pairs(reading.masked)
    kinds = reading.kinds
    for kind in dict.fromkeys(kinds):
        names.append(f"k:{kind}")
        if kinds.count(kind) > 2:
            names.append(f"k:{kind}+")
    names.append("t:" + ("+".join(kind for kind in _TREATMENTS if kind in kinds) or "-"))
    return names + _form(reading)


def _once(names: Iterable[str]) -> list[str]:
    """Two names with one key count as one, as they do for the weight table."""
    return list({key_of(name): name for name in names}.values())


def _ngrams(prefix: str, words: Sequence[str], longest: int) -> Iterator[str]:
    for length in range(1, longest + 1):
        for at in range(len(words) - length + 1):
            yield f"{prefix}:{' '.join(words[at : at + length])}"


def _words(reading: Reading) -> Iterator[str]:
    return _ngrams("w", ["<", *reading.norms, ">"], 3)


def _chars(reading: Reading) -> Iterator[str]:
    for word in reading.norms:
        yield from char_grams(word)


def char_grams(word: str) -> Iterator[str]:
    """The features of a word's three to five letters in a row, its edges counted as letters."""
    edged = f" {word} "
    for length in (3, 4, 5):
        for at in range(len(edged) - length + 1):
            yield "c:" + edged[at : at + length]


def _shape(reading: Reading) -> Iterator[str]:
    yield from _ngrams("m", ["<", *reading.masked, ">"], 3)
    yield from _skips([word for word in reading.masked if word.isalpha()])
    yield from forms(reading)


def _pairs(masked: Sequence[str]) -> list[str]:
    """Ordered pairs of classes that stand in one clause: what a hedge or a denial can reach."""
    pairs: list[str] = []
    clause: list[str] = []
    for word in masked:
        if word.isupper():
            pairs += [f"p:{earlier}>{word}" for earlier in clause]
            clause.append(word)
        elif clause and word in _CLAUSE_ENDS:
            clause = []
    return pairs


def _skips(words: Sequence[str]) -> Iterator[str]:
    """Pairs of words with one to three others between them."""
    for first, word in enumerate(words):
        yield from (f"s:{word}_{later}" for later in words[first + 2 : first + 5])


def _form(reading: Reading) -> list[str]:
    text = reading.text.rstrip()
    names = ["n:" + _LENGTHS[bisect_left(_MOST, len(reading.norms))]]
    if reading.asks:
        names.append("f:?")
    if "!" in text:
        names.append("f:!")
    if not text.endswith(_STOPS):
        names.append("f:fragment")
    if text.startswith(_QUOTES):
        names.append("f:quoted")
    if _shouts(text):
        names.append("f:capitals")
    return names


def _shouts(text: str) -> bool:
    """True where most letters are capitals."""
    if text.isascii():
        data = text.encode()
        capitals, letters = (len(data) - len(data.translate(None, kind)) for kind in (_CAPITALS, _LETTERS))
    else:
        found = [character for character in text if character.isalpha()]
        capitals, letters = sum(map(str.isupper, found)), len(found)
    return letters > 3 and capitals > 0.7 * letters
