"""What the model looks at: the words of a segment, their kinds, and what stands around it on the page.

Features are strings in groups, each scaled by its own length: `words` and `chars` (n-grams of the text), `shape` (the
text with word classes in place of words, class pairs inside a clause, marks of form), `scope` (what denials, limits
and hedges reach), `senses` (the text with sense groups in place of words), `place` (headings, lead-in, role, the
treatment named before), `beside` (the neighbouring segments) and `page` (the page's register).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from claimcheck.claim import Role, Segment
from claimcheck.judge.reading import PageReader, Reading
from claimcheck.judge.scope import counts, scope_features

_TREATMENTS = ("ours", "surgery", "drugs", "conservative")
_POINTERS = frozenset({"it", "this", "these", "they", "them", "its", "their", "such"})
_CLAUSE_ENDS = frozenset(
    {",", ";", ":", ".", "?", "!", "(", ")", "but", "although", "though", "while", "however", "because", "which", "so"}
)
_LENGTHS = ((1, "1"), (2, "2"), (3, "3"), (4, "4"), (8, "8"), (16, "16"), (32, "32"))


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
    place: list[str]
    beside: list[str]
    page: list[str]
    reach: list[int]

    def groups(self) -> tuple[list[str], ...]:
        """The groups in the order of `GROUPS`."""
        return self.words, self.chars, self.shape, self.scope, self.senses, self.place, self.beside, self.page


GROUPS = tuple(field.name for field in fields(Features) if field.name != "reach")


def extract(segments: Sequence[Segment], page: PageReader) -> Iterator[Features]:
    """The features of a page's segments, in their order, one at a time: a long page's would not fit in memory."""
    for segment, setting in zip(segments, settings(segments, page), strict=True):
        yield features(segment, setting, page)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a segment's features take from the page beyond its context: its register, and the treatment named before."""

    register: tuple[str, ...]
    named: str


def settings(segments: Sequence[Segment], page: PageReader) -> list[Setting]:
    """The setting of each segment of a page."""
    readings = [page.read(segment.text) for segment in segments]
    register = tuple(_register(readings))
    return [Setting(register, named) for named in _named_before(readings)]


def features(segment: Segment, setting: Setting, page: PageReader) -> Features:
    """The features of one segment in its setting."""
    reading = page.read(segment.text)
    return Features(
        _once(_words(reading)),
        _once(_chars(reading)),
        _once(_shape(segment.text, reading)),
        _once(scope_features(reading)),
        _once(_ngrams("z", ["<", *reading.senses, ">"], 3)),
        _once([*_place(segment, page), *_antecedent(setting.named, reading)]),
        _once([*_side("b", segment.context.before, page), *_side("a", segment.context.after, page)]),
        list(setting.register),
        counts(reading),
    )


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _ngrams(prefix: str, words: Sequence[str], longest: int) -> Iterator[str]:
    for length in range(1, longest + 1):
        for at in range(len(words) - length + 1):
            yield f"{prefix}:{' '.join(words[at : at + length])}"


def _words(reading: Reading) -> Iterator[str]:
    return _ngrams("w", ["<", *(token.norm for token in reading.tokens), ">"], 3)


def _chars(reading: Reading) -> Iterator[str]:
    for token in reading.tokens:
        word = f" {token.norm} "
        for length in (3, 4, 5):
            for at in range(len(word) - length + 1):
                yield "c:" + word[at : at + length]


def _shape(text: str, reading: Reading) -> Iterator[str]:
    yield from _ngrams("m", ["<", *reading.masked, ">"], 3)
    yield from _pairs(reading.masked)
    yield from _skips([word for word in reading.masked if word.isalpha()])
    for kind, count in Counter(reading.kinds).items():
        yield f"k:{kind}"
        if count > 2:
            yield f"k:{kind}+"
    yield "t:" + ("+".join(kind for kind in _TREATMENTS if kind in reading.kinds) or "-")
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


def _skips(words: Sequence[str]) -> Iterator[str]:
    """Pairs of words with one to three others between them."""
    for first, word in enumerate(words):
        yield from (f"s:{word}_{later}" for later in words[first + 2 : first + 5])


def _form(text: str, reading: Reading) -> Iterator[str]:
    length = len(reading.tokens)
    yield "n:" + next((name for most, name in _LENGTHS if length <= most), "long")
    text = text.rstrip()
    if reading.asks:
        yield "f:?"
    if "!" in text:
        yield "f:!"
    if not text.endswith((".", "!", "?", "…", '"', "”")):
        yield "f:fragment"
    if text[:1] in "\"“'‘":
        yield "f:quoted"
    letters = [character for character in text if character.isalpha()]
    if len(letters) > 3 and sum(map(str.isupper, letters)) > 0.7 * len(letters):
        yield "f:capitals"


def _place(segment: Segment, page: PageReader) -> Iterator[str]:
    context = segment.context
    yield f"r:{segment.role.value}"
    if segment.role is Role.HEADING:
        yield f"r:h{segment.level}"
    if context.headings:
        yield from _heading("h", page.read(context.headings[-1]))
        for outer in context.headings[:-1]:
            yield from (f"o:{kind}" for kind in page.read(outer).kinds)
    else:
        yield "h:-"
    if context.lead_in:
        yield from _heading("l", page.read(context.lead_in))
    if context.page_title:
        yield from (f"title:{kind}" for kind in page.read(context.page_title).kinds)


def _heading(prefix: str, reading: Reading) -> Iterator[str]:
    yield from _ngrams(prefix, reading.masked, 2)
    if reading.asks:
        yield f"{prefix}:asks"


def _antecedent(named: str, reading: Reading) -> Iterator[str]:
    yield f"A:{named}"
    for token in reading.tokens[:3]:
        if token.norm in _POINTERS:
            yield f"A:{named}>{token.norm}"


def _side(prefix: str, text: str, page: PageReader) -> Iterator[str]:
    if not text:
        yield f"{prefix}:-"
        return
    reading = page.read(text)
    yield from _ngrams(prefix, reading.masked, 2)
    if reading.asks:
        yield f"{prefix}:asks"


def _register(readings: Sequence[Reading]) -> Iterator[str]:
    """The page's register: which classes it uses, and in what share of its segments."""
    counts = Counter(kind for reading in readings for kind in set(reading.kinds))
    for kind, count in sorted(counts.items()):
        yield f"g:{kind}"
        yield from (f"g:{kind}>{step}" for step in (0.1, 0.25, 0.5) if count >= step * len(readings))
    treatments = [(counts[kind], kind) for kind in _TREATMENTS if counts[kind]]
    yield "g:main=" + (max(treatments)[1] if treatments else "-")


def _named_before(readings: Sequence[Reading]) -> list[str]:
    """For each segment the treatment that was named last before it, and how far back that was."""
    named, last, distance = [], "-", 0
    for reading in readings:
        near = "near" if distance <= 1 else "by" if distance <= 4 else "far"
        named.append(last if last == "-" else f"{last}/{near}")
        treatments = [kind for kind in reading.kinds if kind in _TREATMENTS]
        if treatments:
            last, distance = treatments[-1], 0
        distance += 1
    return named
