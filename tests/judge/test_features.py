from claimcheck.claim import Context, Role, Segment
from claimcheck.judge.features import GROUPS, extract
from claimcheck.judge.lexicon import Lexicon
from claimcheck.judge.reading import Reader
from claimcheck.judge.table import WeightTable, key_of, pack
from claimcheck.text import OffsetMap

LEXICON = Lexicon(
    {"ours": ["prp", "stem cell*"], "surgery": ["surger*"], "hedge": ["may"], "repair": ["heal*"], "negation": ["not"]}
)


SENSES = WeightTable(memoryview(pack({key_of("repair"): [7], key_of("heals"): [7]}, 1)))
READER = Reader(LEXICON, SENSES)


def segment(text, role=Role.PARAGRAPH, **context):
    return Segment(text, OffsetMap.identity(0, len(text)), role, context=Context(**context))


def features(*segments):
    return [dict(zip(GROUPS, each.groups(), strict=True)) for each in extract(segments, READER.page())]


def test_a_hedge_is_paired_only_with_what_follows_in_its_clause():
    shape = features(segment("It may sting, but stem cells heal."))[0]["shape"]
    assert "p:OURS>REPAIR" in shape
    assert "p:HEDGE>REPAIR" not in shape


def test_classes_stand_in_for_words():
    assert "m:OURS HEDGE REPAIR" in features(segment("PRP may heal it"))[0]["shape"]


def test_a_pronoun_carries_the_treatment_named_before():
    rows = features(segment("PRP is drawn from blood."), segment("It heals."))
    assert "A:ours/near>it" in rows[1]["place"]
    assert "A:-" in rows[0]["place"]


def test_heading_lead_in_and_neighbours_are_seen():
    row = features(
        segment(
            "Less pain",
            Role.LIST_ITEM,
            headings=("PRP", "After surgery"),
            lead_in="You may notice:",
            before="PRP",
            after="Why?",
        )
    )[0]
    assert {"h:after SURGERY", "o:ours", "l:you HEDGE", "r:list_item"} <= set(row["place"])
    assert {"b:OURS", "a:asks"} <= set(row["beside"])


def test_the_register_counts_what_the_page_is_about():
    page = features(segment("Surgery"), segment("PRP"), segment("PRP again"))[0]["page"]
    assert "g:main=ours" in page
    assert "g:ours>0.5" in page


def test_no_feature_comes_twice_in_a_group():
    for groups in features(segment("heal heal heal PRP PRP"), segment("heal")):
        for names in groups.values():
            assert len(names) == len(set(names))


def test_words_of_one_sense_group_look_alike():
    rows = features(segment("It heals."), segment("It repair."))
    assert "z:it 7" in rows[0]["senses"]
    assert rows[0]["senses"] == rows[1]["senses"]
