"""Splits by advertiser, fixed by the advertiser's name alone, so that they stay as the corpus grows."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from claimcheck.learn.corpus import Page

TRAIN, VALIDATION, TEST = "train", "validation", "test"


def split_of(advertiser: str) -> str:
    """`test` for about 20 of 100 advertisers, `validation` for 15, else `train`."""
    bucket = int(sha256(f"claimcheck/split/1:{advertiser}".encode()).hexdigest()[:8], 16) % 100
    return TEST if bucket < 20 else VALIDATION if bucket < 35 else TRAIN


def fold_of(advertiser: str, folds: int) -> int:
    """The cross-validation fold of an advertiser."""
    return int(sha256(f"claimcheck/fold/1:{advertiser}".encode()).hexdigest()[:8], 16) % folds


def part(pages: Iterable[Page], *names: str) -> list[Page]:
    """The pages whose advertisers fall into the named parts."""
    return [page for page in pages if split_of(page.advertiser) in names]
