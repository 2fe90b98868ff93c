"""The corpus in numbers: its parts, genres, labels, sources and second readings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.claim import Category, Strength
from claimcheck.corpus.agreement import disagreements, read_twice
from claimcheck.corpus.holdings import SOURCES, Held, Holdings
from claimcheck.corpus.pages import Page
from claimcheck.corpus.split import TEST, split_of


@dataclass(frozen=True)
class Counts:
    """What `stats` counts. Strata and categories are counted over pages and boost: first as labels of the treatment in
    scope (`strengths`, `categories`), then as wording, whatever it is about (`forms`, `kinds`)."""

    pages: int
    segments: int
    advertisers: int
    origins: dict[str, int]
    parts: dict[str, int]
    genres: dict[str, int]
    boost_pages: int
    boost_segments: int
    strengths: dict[str, int]
    forms: dict[str, int]
    categories: dict[str, int]
    kinds: dict[str, int]
    pairs: dict[int, int]
    sources: dict[str, int]
    read_twice: float
    test_pages: int
    test_pages_twice: int
    test_pages_settled: int


def count(holdings: Holdings) -> Counts:
    """The numbers of a corpus."""
    natural = [held.value for held in holdings.pages]
    labels = [label for held in holdings.all_pages for label in held.value.labels]
    segments = sum(len(page.segments) for page in natural)
    twice = {held.record["id"] for held in holdings.seconds}
    apart = {pair.page for pair in disagreements(read_twice(holdings))}
    test = [held for held in holdings.pages if split_of(held.value.advertiser) == TEST]
    return Counts(
        pages=len(natural),
        segments=segments,
        advertisers=len({page.advertiser for page in natural}),
        origins=dict(sorted(Counter(page.origin for page in natural).items())),
        parts=dict(Counter(split_of(page.advertiser) for page in natural)),
        genres=dict(Counter(page.genre for page in natural)),
        boost_pages=len(holdings.boost),
        boost_segments=sum(len(held.value.segments) for held in holdings.boost),
        strengths=_named([label.strength.label for label in labels], [strength.label for strength in Strength]),
        forms=_named([label.form.label for label in labels], [strength.label for strength in Strength]),
        categories=_named([kind.value for label in labels for kind in label.categories], _CATEGORIES),
        kinds=_named([kind.value for label in labels for kind in label.kinds], _CATEGORIES),
        pairs=dict(sorted(Counter(held.value.case for held in holdings.pairs).items())),
        sources=_sources(holdings),
        read_twice=sum(len(page.segments) for page in natural if page.id in twice) / max(1, segments),
        test_pages=len(test),
        test_pages_twice=sum(held.value.id in twice for held in test),
        test_pages_settled=sum(_settled(held, twice, apart) for held in test),
    )


_CATEGORIES = [category.value for category in Category]


def _named(found: Sequence[str], names: Sequence[str]) -> dict[str, int]:
    counts = Counter(found)
    return {name: counts[name] for name in names}


def _sources(holdings: Holdings) -> dict[str, int]:
    folder = holdings.folder / SOURCES
    files = folder.iterdir() if folder.is_dir() else ()
    return dict(sorted(Counter(file.suffix.lstrip(".") for file in files).items()))


def _settled(held: Held[Page], twice: set[str], apart: set[str]) -> bool:
    """True where both readers say the same, or somebody settled what they do not."""
    return held.value.id in twice and (held.value.id not in apart or "adjudicator" in held.record)
