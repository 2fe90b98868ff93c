"""What the model looks at: the words of a segment, their classes, and what stands around it on the page.

Features are strings in four groups, each scaled by its own length:
`words` (the text's word and character n-grams), `shape` (the text with classes in place of words, ordered class
pairs inside a clause, form marks), `place` (headings, lead-in, neighbours, role) and `page` (the page's register).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from claimcheck.claim import Segment
from claimcheck.judge.lexicon import Lexicon, Match
from claimcheck.judge.tokens import Token, tokenize

GROUPS = ("words", "chars", "shape", "place", "page")
_TREATMENTS = frozenset({"ours", "surgery", "drugs", "conservative", "regen"})
_POINTERS = frozenset({"it", "this", "these", "they", "them", "its", "their", "such"})
_CLAUSE_ENDS = frozenset({",", ";", ":", ".", "?", "!", "(", ")", "but", "although", "though", "while", "however", "because", "which", "so"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as tokens and classes, and as the masked words made of both."""

    tokens: tuple[Token, ...]
    matches: tuple[Match, ...]
    masked: tuple[str, ...]

    @property
    def kinds(self) -> list[str]:
        """The classes found, in order."""
        return [match.kind for match in self.matches]


class Read(Protocol):
    """Gives the reading of a text."""

    def __call__(self, text: str) -> Reading: ...


class Reader:
    """Reads texts with a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, text: str) -> Reading:
        """The reading of one text."""
        tokens = tokenize(text)
        matches = self._lexicon.match(tokens)
        masked, at = [], 0
        for match in matches:
            masked.extend(token.norm for token in tokens[at : match.first])
            masked.append(match.kind.upper())
            at = match.last
        masked.extend(token.norm for token in tokens[at:])
        return Reading(tuple(tokens), tuple(matches), tuple(masked))


@dataclass(frozen=True, slots=True)
class Features:
    """The features of one segment, by group."""

    words: list[str]
    chars: list[str]
    shape: list[str]
    place: list[str]
    page: list[str]

    def groups(self) -> tuple[list[str], ...]:
        """The groups in the order of `GROUPS`."""
        return self.words, self.chars, self.shape, self.place, self.page


def extract(segments: Sequence[Segment], lexicon: Lexicon) -> list[Features]:
    """The features of a page's segments, read in their order."""
    reader = Reader(lexicon)
    memo: dict[str, Reading] = {}

    def read(text: str) -> Reading:
        if text not in memo:
            memo[text] = reader.read(text)
        return memo[text]

    readings = [read(segment.text) for segment in segments]
    register = list(_register(readings))
    antecedents = list(_antecedents(readings))
    features = []
    for index, (segment, reading) in enumerate(zip(segments, readings, strict=True)):
        place = list(_place(segment, read)) + [f"A:{antecedents[index]}"]
        pointing = [token.norm for token in reading.tokens[:3] if token.norm in _POINTERS]
        place += [f"A:{antecedents[index]}>{word}" for word in pointing]
        features.append(
            Features(
                list(dict.fromkeys(_words(reading))),
                list(dict.fromkeys(_chars(reading))),
                list(dict.fromkeys(_shape(segment.text, reading))),
                list(dict.fromkeys(place)),
                register,
            )
        )
    return features


def _words(reading: Reading) -> Iterator[str]:
    words = ["<", *(token.norm for token in reading.tokens), ">"]
    yield from _ngrams("w", words, 1, 3)


def _ngrams(prefix: str, words: Sequence[str], shortest: int, longest: int) -> Iterator[str]:
    for length in range(shortest, longest + 1):
        for at in range(len(words) - length + 1):
            yield f"{prefix}:{' '.join(words[at : at + length])}"


def _chars(reading: Reading) -> Iterator[str]:
    for token in reading.tokens:
        word = f" {token.norm} "
        for length in (3, 4, 5):
            for at in range(len(word) - length + 1):
                yield "c:" + word[at : at + length]


def _shape(text: str, reading: Reading) -> Iterator[str]:
    masked = ["<", *reading.masked, ">"]
    yield from _ngrams("m", masked, 1, 3)
    yield from _pairs(reading.masked)
    for kind, count in Counter(reading.kinds).items():
        yield f"k:{kind}"
        if count > 2:
            yield f"k:{kind}+"
    treatments = _TREATMENTS.intersection(reading.kinds)
    yield "t:" + "+".join(sorted(treatments)) if treatments else "t:-"
    yield from _form(text, reading)


def _pairs(masked: Sequence[str]) -> Iterator[str]:
    """Ordered pairs of classes that stand in one clause: what a hedge or a denial can reach."""
    clause: list[str] = []
    for word in masked:
        if word in _CLAUSE_ENDS:
            clause = []
        elif word.isupper():
            yield from (f"p:{earlier}>{word}" for earlier in clause)
            clause.append(word)


def _form(text: str, reading: Reading) -> Iterator[str]:
    length = len(reading.tokens)
    yield f"n:{min(length, 4) if length < 5 else 6 if length < 9 else 12 if length < 17 else 24 if length < 33 else 48}"
    if text.rstrip().endswith("?"):
        yield "f:?"
    if "!" in text:
        yield "f:!"
    if not text.rstrip().endswith((".", "!", "?", "…", '"', "”")):
        yield "f:fragment"
    letters = [character for character in text if character.isalpha()]
    if len(letters) > 3 and sum(map(str.isupper, letters)) > 0.7 * len(letters):
        yield "f:capitals"
    if text[:1] in "\"“'‘":
        yield "f:quoted"


def _place(segment: Segment, read: Read) -> Iterator[str]:
    context = segment.context
    yield f"r:{segment.role.value}"
    if segment.role.value == "heading":
        yield f"r:h{segment.level}"
    headings = [heading for heading in context.headings if heading != segment.text]
    if headings:
        yield from _context("h", read(headings[-1]))
        for outer in headings[:-1]:
            yield from (f"o:{kind}" for kind in read(outer).kinds)
    else:
        yield "h:-"
    if context.lead_in:
        yield from _context("l", read(context.lead_in))
    if context.page_title:
        yield from (f"title:{kind}" for kind in read(context.page_title).kinds)
    yield from (f"b:{word}" for word in _sides(context.before, read))
    yield from (f"a:{word}" for word in _sides(context.after, read))


def _context(prefix: str, reading: Reading) -> Iterator[str]:
    yield from _ngrams(prefix, reading.masked, 1, 2)
    if reading.tokens and reading.tokens[-1].norm == "?":
        yield f"{prefix}:?"


def _sides(text: str, read: Read) -> Iterable[str]:
    if not text:
        return ("-",)
    reading = read(text)
    return [*reading.kinds, "?"] if text.rstrip().endswith("?") else reading.kinds


def _register(readings: Sequence[Reading]) -> Iterator[str]:
    """The page's register: which classes it uses, and how often for its length."""
    total = max(1, len(readings))
    counts = Counter(kind for reading in readings for kind in set(reading.kinds))
    for kind, count in counts.items():
        share = count / total
        yield f"g:{kind}"
        for step in (0.1, 0.25, 0.5):
            if share >= step:
                yield f"g:{kind}>{step}"
    treatments = [(counts[kind], kind) for kind in sorted(_TREATMENTS - {"regen"}) if counts[kind]]
    yield "g:main=" + (max(treatments)[1] if treatments else "-")


def _antecedents(readings: Sequence[Reading]) -> Iterator[str]:
    """The treatment that was named last before each segment, with how far back it was."""
    last, distance = "-", 0
    for reading in readings:
        near = "near" if distance <= 1 else "by" if distance <= 4 else "far"
        yield last if last == "-" else f"{last}/{near}"
        named = [kind for kind in reading.kinds if kind in _TREATMENTS and kind != "regen"]
        if named:
            last, distance = named[-1], 0
        distance += 1
