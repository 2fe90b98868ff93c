"""Judgements and small ledgers by hand, so that what is known is tested without a model."""

import shutil

import pytest

from claimcheck.claim import About, Category, Judgement, Strength
from claimcheck.know import Ledger, ledger
from claimcheck.know.compiled import FILES, SHIPPED


@pytest.fixture
def judged():
    """Makes a judgement; of the categories named, the first is the most probable."""

    def make(strength="asserted", categories="efficacy"):
        level, kinds = Strength[strength.upper()], tuple(Category(name) for name in categories.split())
        shares = {kind: 0.9 - place / 20 for place, kind in enumerate(kinds)}
        return Judgement(About.OURS, level, level, tuple(sorted(kinds, key=list(Category).index)), 0.9, {}, shares)

    return make


@pytest.fixture(scope="session")
def known() -> Ledger:
    return ledger()


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped TOML files, to be damaged."""
    for file in FILES.values():
        shutil.copy(SHIPPED / file, tmp_path)
    return tmp_path
