"""Words written apart, with signs for letters, drawn out or misspelt: read as the words that they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, islice, pairwise, product

from claimcheck.read.draft import Change, Draft
from claimcheck.read.spellings import is_english, is_word, misspellings, table, vocabulary

_APART = re.compile(r"(?<![^\W_])(?<!['’])[A-Za-z0-9@$](?:(?:[ ._*~+|/\\·•-]| [-·•.|] )[A-Za-z0-9@$](?![^\W_])){2,}")
_SEPARATED = re.compile(r"(?<![\w@/.-])[A-Za-z]+(?:[._*~+|\\·•^=-]{1,2}[A-Za-z]+)+(?![\w@/])")
_LETTER = re.compile(r"[A-Za-z]")
_SIGNED = re.compile(r"(?<![\w@$])[A-Za-z0-9@$!|+€£]++")
_MASKED = re.compile(r"(?<![\w*#])[A-Za-z][A-Za-z]*[*#●✱∗_?•%]+[A-Za-z*#●✱∗_?•%]*")
_MASK = re.compile(r"[*#●✱∗_?•%]")
_DRAWN = re.compile(r"([A-Za-z])\1\1", re.I)
_LETTERS = re.compile(r"[A-Za-z]++")
_RUN = re.compile(r"([A-Za-z])\1*", re.I)
_SPELT = re.compile(r"(?<![\w*@$])[A-Za-z0-9]++(?![*@$])")
_PIPE = re.compile(r" ?[|│¦┃] ?")
_LONGEST, _LEAST, _LONGEST_DRAWN = 18, 4, 80
_MOST_READINGS = 64
_MOST_SIGNS = 24
_PIPES, _SINGLE = 3, 0.6


def mend(draft: Draft) -> None:
    """Put the words in place of what stands for them."""
    for find in (_table_rows, _apart, _separated, _signed, _masked, _drawn, _misspelt):
        draft.make(find(draft.text))


def _table_rows(text: str) -> Iterator[Change]:
    """A sentence that is laid out as a row, a word a cell: the bars between its words."""
    bars = list(islice(_PIPE.finditer(text), _PIPES))
    if len(bars) < _PIPES:
        return
    cells = [cell.split() for cell in _PIPE.split(text)]
    single = [cell[0] for cell in cells if len(cell) == 1]
    if len(single) >= _SINGLE * len(cells) and sum(map(str.islower, single)) >= _PIPES:
        for bar in _PIPE.finditer(text):
            yield Change(*bar.span(), " ", "table")


def _apart(text: str) -> Iterator[Change]:
    """Letters one by one: "c.u.r.e", "g u a r a n t e e d"."""
    for match in _APART.finditer(text):
        places = [match.start(), *(match.start() + at for at in range(2, len(match[0])) if _is_letter(match[0], at))]
        letters = "".join(text[at] for at in places)
        words = _words_in(_unsigned(letters).lower())
        if not words or _is_acronym(match[0], text):
            continue
        edges = set(accumulate(map(len, words)))
        kind, unsigned = "spaced", _unsigned(letters)
        for number, (here, after) in enumerate(zip(places, [*places[1:], 0], strict=True)):
            plain = unsigned[number]
            if plain != text[here]:
                yield Change(here, here + 1, plain, kind)
            if after:
                yield Change(here + 1, after, " " if number + 1 in edges else "", kind)


def _is_acronym(apart: str, text: str) -> bool:
    """True for capitals with full stops in a text that is not all in capitals."""
    return "." in apart and apart.isupper() and not text.isupper()


def _is_letter(apart: str, at: int) -> bool:
    return apart[at].isalnum() or apart[at] in "@$"


def _unsigned(letters: str) -> str:
    return "".join(each if each.isalpha() else _signs().get(each, each)[0] for each in letters)


@lru_cache(maxsize=256)
def _words_in(letters: str) -> tuple[str, ...]:
    """The fewest known words that make up a run of letters, one of them of four letters or more.

    Where none do, a long run is one word, unless it lists letters in order; else ().
    """
    counts: list[int | None] = [0]
    starts = [0]
    for end in range(1, len(letters) + 1):
        found = [
            (count + 1, start)
            for start in range(max(0, end - _LONGEST), end)
            if (count := counts[start]) is not None and _stands_alone(letters[start:end])
        ]
        fewest = min(found, default=None)
        counts.append(fewest[0] if fewest else None)
        starts.append(fewest[1] if fewest else 0)
    if counts[-1] is None:
        return (letters,) if _LEAST < len(letters) <= _LONGEST and letters != "".join(sorted(letters)) else ()
    words, end = [], len(letters)
    while end:
        words.append(letters[starts[end] : end])
        end = starts[end]
    return tuple(reversed(words)) if any(len(word) >= _LEAST for word in words) else ()


def _stands_alone(word: str) -> bool:
    return is_word(word) and (len(word) > 1 or word in "ai")


def _separated(text: str) -> Iterator[Change]:
    """Signs between the parts of a word: "cu_re", "gua-ran-teed"; honest compounds have words for parts."""
    for match in _SEPARATED.finditer(text):
        letters = [found.span() for found in re.finditer("[A-Za-z]+", match[0])]
        parts = [match[0][start:end].lower() for start, end in letters]
        whole = "".join(parts)
        if whole not in vocabulary() or len(whole) < _LEAST or all(map(_is_part, parts)):
            continue
        if ("-" in match[0] and len(parts) < 3) or _is_acronym(match[0], text):
            continue
        for (_, here), (after, _) in pairwise(letters):
            yield Change(match.start() + here, match.start() + after, "", "separated")


def _is_part(part: str) -> bool:
    return is_word(part) or part in _prefixes()


def _signed(text: str) -> Iterator[Change]:
    """Figures and signs for letters: "cur3", "$tem", "p@in"."""
    for match in _SIGNED.finditer(text):
        written = match[0].rstrip("!|+")
        signs = [_signs().get(each) for each in written if not each.isalpha()]
        code = written[:1].isupper() and len(signs) == 1 and written[-1].isdigit()
        if code or not signs or None in signs or 2 * len(signs) > len(written) or len(written) > _MOST_SIGNS:
            continue
        word = _first_known(written)
        if word:
            yield Change(match.start(), match.start() + len(written), word, "leet")


def _first_known(written: str) -> str:
    choices = [each if each.isalpha() else _signs()[each] for each in written]
    for letters in islice(product(*choices), _MOST_READINGS):
        word = "".join(letters)
        if len(word) >= 3 and is_word(word.lower()):
            return _cased(word.lower(), written)
    return ""


def _masked(text: str) -> Iterator[Change]:
    """Letters left out: "c*re", "gu*r*nt**d"; the most telling word that fits."""
    for match in _MASKED.finditer(text):
        written = match[0].rstrip("?%_")
        masks = len(_MASK.findall(written))
        letters = len(written) - masks
        if not masks or len(written) > _LONGEST or letters < 2:
            continue
        if letters == 2 and not _MASK.search(written[:2]):  # two letters and bold marks
            continue
        if written[-1] in "*#•" and masks < 2:
            continue
        word = _fitting(_MASK.sub(".", written.lower()))
        if word:
            yield Change(match.start(), match.start() + len(written), _cased(word, written), "masked")


@lru_cache(maxsize=1024)
def _fitting(pattern: str) -> str:
    fits = re.compile(pattern).fullmatch
    return next(filter(fits, _by_look().get((pattern[0], len(pattern)), ())), "")


@cache
def _by_look() -> Mapping[tuple[str, int], Sequence[str]]:
    """The words by first letter and length, the most telling first."""
    table: dict[tuple[str, int], list[str]] = {}
    for word in vocabulary():
        table.setdefault((word[0], len(word)), []).append(word)
    return table


def _drawn(text: str) -> Iterator[Change]:
    """Letters drawn out: "cuuuure"."""
    for match in _LETTERS.finditer(text):
        if len(match[0]) > _LONGEST_DRAWN or not _DRAWN.search(match[0]):
            continue
        runs = [run[0] for run in _RUN.finditer(match[0])]
        choices = [(run,) if len(run) < 3 else (run[:1], run[:2]) for run in runs]
        readings = ("".join(reading) for reading in islice(product(*choices), _MOST_READINGS))
        word = next((reading for reading in readings if reading.lower() in vocabulary()), "")
        if word:
            yield Change(*match.span(), word, "drawn out")


def _misspelt(text: str) -> Iterator[Change]:
    end = 0
    english: bool | None = None
    for match in _SPELT.finditer(text):
        if match.start() < end:
            continue
        plain = misspellings().get(match[0].lower())
        if plain and match[0].lower() in _foreign():
            english = is_english(text) if english is None else english
            plain = plain if english else None
        if plain:
            end = match.end()
            yield Change(*match.span(), _cased(plain, match[0]), "misspelt")
            continue
        phrase = _phrases().match(text, match.start())
        if phrase:
            end = phrase.end()
            plain = misspellings()[" ".join(phrase[0].lower().split())]
            yield Change(*phrase.span(), _cased(plain, phrase[0]), "misspelt")


def _cased(word: str, written: str) -> str:
    """The word in the case in which it was written."""
    letters = [each for each in written if each.isalpha()]
    if len(letters) > 1 and all(map(str.isupper, letters)):
        return word.upper()
    return word[:1].upper() + word[1:] if letters and letters[0].isupper() and written[0].isalpha() else word


@cache
def _foreign() -> frozenset[str]:
    return frozenset(table("variants")["foreign"].split())


@cache
def _signs() -> dict[str, str]:
    return dict(table("leet"))


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(table("prefixes")["honest"].split())


@cache
def _phrases() -> re.Pattern[str]:
    phrases = sorted((each for each in misspellings() if not each.isalnum()), key=len, reverse=True)
    told = "|".join(re.escape(each).replace(r"\ ", r"\s") for each in phrases)
    return re.compile(rf"(?:{told})(?!\w)", re.I)
