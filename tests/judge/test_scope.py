import pytest

from claimcheck.judge.lexicon import Lexicon
from claimcheck.judge.reading import Reader
from claimcheck.judge.scope import claim_states, counts, scope_features
from claimcheck.judge.table import WeightTable, pack
from claimcheck.learn.words import Words

READER = Reader(Lexicon(Words.shipped().classes), WeightTable(pack({}, 1)))


def states(text):
    return claim_states(READER.read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cells repair the disc.", ["free"]),
        ("The cells may repair the disc.", ["hedged"]),
        ("It may sting, but it repairs the disc.", ["free"]),
        ("It does not repair the disc.", ["denied"]),
        ("It does not hurt, but it repairs the disc.", ["free"]),
        ("No clinic can promise that, because of wear, a disc heals.", ["denied"]),
        ("It not only repairs the disc.", ["free"]),
        ("More research is needed to learn whether it repairs the disc.", ["limited"]),
        ("Trials assess whether it repairs the disc.", ["aimed"]),
        ("It does not repair bone. It repairs discs.", ["denied", "free"]),
        ("The clinic opens at nine.", []),
    ],
)
def test_each_claim_word_has_the_state_that_reaches_it(text, expected):
    assert states(text) == expected


def test_the_states_are_told_alone_and_together():
    reading = READER.read("It does not repair bone. It repairs discs.")
    assert set(scope_features(reading, claim_states(reading))) == {"q:free", "q:denied", "q=free+denied"}
    assert counts(claim_states(reading)) == [1, 0, 1, 0, 0]


def test_a_limit_without_a_claim_word_is_told_too():
    assert list(scope_features(READER.read("More research is needed."), [])) == ["q=limit"]
