"""Splits by advertiser, fixed by the advertiser's name alone, so that they stay as the corpus grows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from claimcheck.corpus.pages import GENRES, Page

TRAIN, VALIDATION, TEST = "train", "validation", "test"


def split_of(advertiser: str) -> str:
    """`test` for about 20 of 100 advertisers, `validation` for 15, else `train`."""
    bucket = int(sha256(f"claimcheck/split/1:{advertiser}".encode()).hexdigest()[:8], 16) % 100
    return TEST if bucket < 20 else VALIDATION if bucket < 35 else TRAIN


def fold_of(advertiser: str, folds: int) -> int:
    """The cross-validation fold of an advertiser."""
    return int(sha256(f"claimcheck/fold/1:{advertiser}".encode()).hexdigest()[:8], 16) % folds


def contrast_split_of(pair: str) -> str:
    """The part of a contrast pair, by its id: `test` for about 33 of 100, else `train`; both its sides go there."""
    bucket = int(sha256(f"claimcheck/contrast/1:{pair}".encode()).hexdigest()[:8], 16) % 100
    return TEST if bucket < 33 else TRAIN


def genre_folds(pages: Sequence[Page]) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Leave-one-genre-out folds: the genre held out, the ids of the pages to learn from and of those to test on.

    A fold tests on all pages of its genre and learns from the other genres' pages, without those of an advertiser
    who has a page in the genre held out. Genres come in the corpus's order, those without pages left out.
    """
    for genre in GENRES:
        held = [page for page in pages if page.genre == genre]
        names = {page.advertiser for page in held}
        if held:
            rest = tuple(page.id for page in pages if page.genre != genre and page.advertiser not in names)
            yield genre, rest, tuple(page.id for page in held)


def part(pages: Iterable[Page], *names: str) -> list[Page]:
    """The pages whose advertisers fall into the named parts."""
    return [page for page in pages if split_of(page.advertiser) in names]
