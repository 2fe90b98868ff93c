"""How far two readers agree on the pages that both labelled: Krippendorff's alpha, by nltk, and F1 of the flag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from claimcheck.claim import About, Category, Strength
from claimcheck.corpus.holdings import Holdings, read_seconds

Pair = tuple[Hashable, Hashable]


@dataclass(frozen=True, slots=True)
class Reading:
    """One reader's labels of one segment."""

    about: About
    form: Strength
    kinds: frozenset[Category]

    @property
    def strength(self) -> Strength:
        """The form where the segment is about ours, else `none`."""
        return self.form if self.about is About.OURS else Strength.NONE

    @property
    def categories(self) -> frozenset[Category]:
        """The categories where the segment is flagged, else none."""
        return self.kinds if self.strength.flagged else frozenset()

    @classmethod
    def of(cls, about: str, form: str, kinds: Iterable[str]) -> Reading:
        """A reading from the labels as the corpus writes them."""
        return cls(About(about), Strength[form.upper()], frozenset(map(Category, kinds)))

    def __str__(self) -> str:
        kinds = ",".join(sorted(kind.value for kind in self.kinds)) or "-"
        return f"{self.about.value} {self.form.label} {kinds}"


@dataclass(frozen=True, slots=True)
class Twice:
    """A segment that two readers labelled; page, genre and text are empty where the page is not at hand."""

    page: str
    number: int
    genre: str
    text: str
    first: Reading
    second: Reading


@dataclass(frozen=True, slots=True)
class Agreement:
    """Alphas of the flag (nominal), the strength (ordinal) and the categories (MASI, where both readers flag), with the
    flag's F1 between the readers and the number of segments. What cannot be told, since all labels are the same or nothing
    is flagged, is None."""

    segments: int
    flag: float | None
    strength: float | None
    categories: float | None
    flag_f1: float | None


def agreement(folder: Path) -> Agreement:
    """The agreement over every page in `folder/*.jsonl`, which both readers labelled independently.

    Raises CorpusError where a line is malformed.
    """
    return measure([pair for record in read_seconds(folder) for pair in _pairs(record, "", ())])


def read_twice(holdings: Holdings) -> list[Twice]:
    """Every segment that was read twice, with its genre and text, in the order of the file."""
    pages = {held.value.id: held.value for held in holdings.all_pages}
    pairs = []
    for held in holdings.seconds:
        page = pages.get(held.record["id"])
        if page is not None and len(page.segments) == len(held.record["first"]):
            pairs += _pairs(held.record, page.genre, [segment.text for segment in page.segments])
    return pairs


def measure(pairs: Sequence[Twice]) -> Agreement:
    """The agreement over these segments."""
    flags = [(pair.first.strength.flagged, pair.second.strength.flagged) for pair in pairs]
    both, flagged = sum(a and b for a, b in flags), sum(map(sum, flags))
    categories = [(pair.first.categories, pair.second.categories) for pair in pairs]
    strengths = [(pair.first.strength, pair.second.strength) for pair in pairs]
    return Agreement(
        len(pairs),
        _alpha(flags, lambda a, b: float(a != b)),
        _alpha(strengths, _ordinal(strengths)),
        _alpha([(a, b) for a, b in categories if a and b], _masi),
        2 * both / flagged if flagged else None,
    )


def by_genre(pairs: Sequence[Twice]) -> dict[str, Agreement]:
    """The agreement in each genre."""
    genres = sorted({pair.genre for pair in pairs})
    return {genre: measure([pair for pair in pairs if pair.genre == genre]) for genre in genres}


def confusion(pairs: Sequence[Twice], label: Callable[[Reading], Hashable]) -> Counter[Pair]:
    """How often the first reader said one thing and the second another."""
    return Counter((label(pair.first), label(pair.second)) for pair in pairs)


def disagreements(pairs: Sequence[Twice]) -> list[Twice]:
    """The segments with another strength or other categories, the widest apart first."""
    apart = [
        pair
        for pair in pairs
        if (pair.first.strength, pair.first.categories) != (pair.second.strength, pair.second.categories)
    ]
    return sorted(apart, key=lambda pair: -abs(pair.first.strength - pair.second.strength))


def values(pairs: Sequence[Twice], *, listed: bool = False) -> dict[str, Any]:
    """Plain values for JSON: the agreement over all and by genre, and, if `listed`, every disagreement."""
    told: dict[str, Any] = {
        "format": "claimcheck/corpus-agreement/1",
        "all": asdict(measure(pairs)),
        "genres": {genre: asdict(each) for genre, each in by_genre(pairs).items()},
    }
    if listed:
        told["disagreements"] = [
            {"id": pair.page, "segment": pair.number, "genre": pair.genre, "text": pair.text}
            | {"first": str(pair.first), "second": str(pair.second)}
            for pair in disagreements(pairs)
        ]
    return told


def _pairs(record: dict[str, Any], genre: str, texts: Sequence[str]) -> list[Twice]:
    readings = zip(record["first"], record["labels"], strict=True)
    return [
        Twice(record["id"], at, genre, texts[at] if texts else "", Reading.of(*first), Reading.of(*second))
        for at, (first, second) in enumerate(readings)
    ]


def _ordinal(pairs: Sequence[tuple[Strength, Strength]]) -> Callable[[Any, Any], float]:
    """Krippendorff's distance of ordered labels: how many labels were given between the two, squared."""
    counts = Counter(label for pair in pairs for label in pair)

    def distance(first: Strength, second: Strength) -> float:
        low, high = sorted((first, second))
        between = sum(counts[label] for label in Strength if low <= label <= high)
        return float((between - (counts[low] + counts[high]) / 2) ** 2)

    return distance


def _masi(first: Any, second: Any) -> float:
    from nltk.metrics.distance import masi_distance

    return float(masi_distance(first, second))


def _alpha(pairs: Sequence[Pair], distance: Callable[[Any, Any], float]) -> float | None:
    if len({label for pair in pairs for label in pair}) < 2:
        return None
    # Imported here: nltk takes over a second, and what only reads the corpus does without it.
    from nltk.metrics.agreement import AnnotationTask

    data = [(reader, number, label) for number, pair in enumerate(pairs) for reader, label in enumerate(pair)]
    return float(AnnotationTask(data, distance=distance).alpha())
