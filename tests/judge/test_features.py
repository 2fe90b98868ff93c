from claimcheck.judge.features import GROUPS, features
from claimcheck.judge.lexicon import Lexicon
from claimcheck.judge.reading import Reader
from claimcheck.judge.table import WeightTable, key_of, pack

LEXICON = Lexicon(
    {"ours": ["prp", "stem cell*"], "surgery": ["surger*"], "hedge": ["may"], "repair": ["heal*"], "negation": ["not"]}
)


SENSES = WeightTable(pack({key_of("repair"): [7], key_of("heals"): [7]}, 1))
READER = Reader(LEXICON, SENSES)


def groups(*texts):
    page = READER.page()
    return [dict(zip(GROUPS, features(text, page).groups(), strict=True)) for text in texts]


def test_a_hedge_is_paired_only_with_what_follows_in_its_clause():
    shape = groups("It may sting, but stem cells heal.")[0]["shape"]
    assert "p:OURS>REPAIR" in shape
    assert "p:HEDGE>REPAIR" not in shape


def test_classes_stand_in_for_words():
    assert "m:OURS HEDGE REPAIR" in groups("PRP may heal it")[0]["shape"]


def test_no_feature_comes_twice_in_a_group():
    for read in groups("heal heal heal PRP PRP", "heal"):
        for names in read.values():
            assert len(names) == len(set(names))


def test_words_of_one_sense_group_look_alike():
    rows = groups("It heals.", "It repair.")
    assert "z:it 7" in rows[0]["senses"]
    assert rows[0]["senses"] == rows[1]["senses"]
