"""Claims that are disguised are found as the plain ones are: on every twelfth test page here, on all by the command."""

import pytest

from tests.disguises import Bench
from tests.disguising import DISGUISES

# Five in a hundred here, where a claim weighs a whole point; the table over all pages has two.
FALL, FALSE = 0.05, 0.01


@pytest.fixture(scope="module")
def bench():
    return Bench(step=12)


@pytest.mark.slow
@pytest.mark.parametrize("kind", DISGUISES)
def test_recall_stays_and_false_flags_do_not_rise(bench, kind):
    plain, seen = bench.total(), bench.disguised(kind)
    assert plain.claims > 50
    assert seen.recall >= plain.recall - FALL
    assert seen.false_flags <= plain.false_flags + FALSE


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["struck through", "zero-width, soft hyphen", "leetspeak"])
def test_it_is_the_seeing_through_that_finds_them(bench, kind):
    assert bench.disguised(kind, seen=False).recall < bench.total().recall - 0.2
