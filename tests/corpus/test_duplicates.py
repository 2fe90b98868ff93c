from claimcheck.corpus.duplicates import duplicates
from claimcheck.corpus.holdings import read_holdings
from claimcheck.corpus.tables import duplicates_page
from tests.corpus.conftest import page, write

TWIN = "Drills cure toothache for all of our dental patients today."


def found(corpus, least=0.7):
    return duplicates(read_holdings(corpus), least)


def rewritten(record, text="PRP regrows backs."):
    record["segments"][0] = {**record["segments"][0], "text": text, "cue": [4, 11]}
    return record


def test_segments_of_different_advertisers_that_are_alike_are_found(corpus):
    near = TWIN.replace("today", "tomorrow")
    write(
        corpus / "pages" / "clinic.jsonl",
        page("a-1", "advertiser-a"),
        rewritten(page("a-2", "advertiser-a")),
        rewritten(page("c-1", "clinic-1", near), "It regrows tissue."),
    )
    pairs = found(corpus)
    assert [(pair.first.place, pair.second.place) for pair in pairs] == [
        ("a-1, segment 1", "c-1, segment 1"),
        ("a-2, segment 1", "c-1, segment 1"),
    ]
    assert {(pair.first.part, pair.second.part) for pair in pairs} == {("train", "test")}
    assert 0.7 <= pairs[0].score < 1 and found(corpus, 0.9) == []
    assert pairs[0].values["sides"][1] == {"id": "c-1", "segment": 1, "part": "test", "text": near}


def test_boost_is_train_and_contrast_pairs_are_looked_at_too(corpus):
    write(corpus / "boost" / "clinic.jsonl", page("b-1", "clinic-1"))
    assert {pair.second.part for pair in found(corpus)} == {"train"}


def test_they_are_told_with_scores_and_how_many_stand_across_parts(corpus):
    write(corpus / "pages" / "clinic.jsonl", page("a-1", "advertiser-a"), rewritten(page("c-1", "clinic-1")))
    text = duplicates_page(found(corpus))
    assert text.startswith(f"1.00  a-1, segment 1 (train) and c-1, segment 1 (test)\n      {TWIN}\n")
    assert text.endswith("1 pair of different advertisers, 1 of them across parts.\n")
