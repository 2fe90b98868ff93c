import json

import pytest

from claimcheck.claim import Category
from claimcheck.codebook import cases
from claimcheck.corpus.agreement import Agreement
from claimcheck.corpus.counts import count
from claimcheck.corpus.holdings import read_holdings
from claimcheck.corpus.pages import GENRES
from claimcheck.corpus.stats import stats
from claimcheck.corpus.tables import stats_page, table
from claimcheck.corpus.targets import Target, targets
from tests.corpus.conftest import page, write

ALIKE = Agreement(10, 0.9, 0.85, 0.8, 0.9)


def counted(corpus):
    return count(read_holdings(corpus))


def test_pages_labels_and_pairs_are_counted(corpus):
    write(corpus / "boost" / "ad.jsonl", page("b-1", "advertiser-b", genre="ad"))
    counts = counted(corpus)
    assert (counts.pages, counts.segments, counts.advertisers) == (1, 2, 1)
    assert (counts.boost_pages, counts.boost_segments) == (1, 2)
    assert (counts.strengths["absolute"], counts.forms["absolute"], counts.strengths["none"]) == (2, 4, 2)
    assert (counts.categories["cure"], counts.kinds["cure"], counts.categories["regeneration"]) == (0, 2, 2)
    assert (counts.pairs, counts.genres, counts.origins) == ({1: 1}, {"clinic": 1}, {"free": 1})
    assert counts.read_twice == 1


def test_a_test_page_is_settled_where_its_readers_agree_or_somebody_settled_it(corpus):
    first = [["ours", "absolute", ["cure"]], ["other", "absolute", ["cure"]]]
    apart = [["ours", "asserted", ["cure"]], ["field", "absolute", ["cure"]]]
    same = [first[0], ["body", "absolute", ["cure"]]]
    pages = [page(f"c-{number}", "clinic-1") for number in range(1, 5)]
    pages[2]["adjudicator"] = "r3"
    write(corpus / "pages" / "clinic.jsonl", *pages)
    write(
        corpus / "agreement" / "second.jsonl",
        {"id": "c-1", "reader": "r2", "first": first, "labels": apart},
        {"id": "c-2", "reader": "r2", "first": first, "labels": same},
        {"id": "c-3", "reader": "r2", "first": first, "labels": apart},
    )
    counts = counted(corpus)
    assert (counts.test_pages, counts.test_pages_twice, counts.test_pages_settled) == (4, 3, 2)


def test_every_target_of_the_issue_is_told(corpus):
    told = list(targets(counted(corpus), ALIKE, 0.01))
    names = [target.name for target in told]
    assert names[:4] == ["segments", "pages", "advertisers", "pages reworded"]
    assert [name for name in names if name.startswith("pages: ")] == [f"pages: {genre}" for genre in GENRES]
    assert [name for name in names if name.startswith("category: ")] == [f"category: {each.value}" for each in Category]
    wanted = {target.name: target.wanted for target in told}
    assert (wanted["strength: absolute"], wanted["strength: qualified"]) == (1_200, 1_500)
    assert (wanted["strength: vague"], wanted["strength: asserted"]) == (3_000, 3_500)
    assert wanted["cases with 30 pairs"] == len(cases())
    assert [target.name for target in told if target.holds] == [
        "share of segments read twice",
        "alpha of the flag",
        "alpha of the strength",
        "share of segments with a shared run",
    ]


@pytest.mark.parametrize(
    ("target", "holds"),
    [
        (Target("pages", 40, 40), True),
        (Target("pages", 39, 40), False),
        (Target("share", 0.03, 0.04, below=True), True),
        (Target("share", 0.04, 0.04, below=True), False),
        (Target("alpha", None, 0.8), False),
    ],
)
def test_a_target_holds_from_its_number_on(target, holds):
    assert target.holds is holds


def test_thirty_pairs_make_a_case_whole(corpus):
    from tests.corpus.conftest import pair

    write(corpus / "contrast" / "case-01.jsonl", *(pair(f"c01-{number:02d}") for number in range(30)))
    target = next(each for each in targets(counted(corpus), ALIKE, 0) if each.name.startswith("cases"))
    assert target.has == 1
    assert target.note.startswith("30 pairs; short: 2, 3,")


def test_stats_are_told_as_text_and_as_values(corpus):
    found = stats(corpus)
    page = stats_page(found)
    assert page.startswith("Targets: ")
    for target in found.targets:
        assert any(line.startswith(target.name) for line in page.splitlines())
    assert ["segments", "2", ">=", "20,000", "NO"] in [line.split() for line in page.splitlines()]
    told = json.loads(json.dumps(found.values))
    assert told["format"] == "claimcheck/corpus-stats/1"
    assert told["targets"][0] == {
        "name": "segments", "has": 2, "wanted": 20_000, "below": False, "note": "", "holds": False
    }
    assert told["genres"]["clinic"]["tokens"] == 19
    assert list(told["authors"]) == ["w1"]


def test_malformed_lines_are_counted_and_left_out(corpus):
    with (corpus / "pages" / "clinic.jsonl").open("a") as file:
        file.write("{\n")
    found = stats(corpus)
    assert (found.unread, found.counts.pages) == (1, 1)
    assert "malformed lines, left out: 1\n" in stats_page(found)


def test_a_table_lines_its_columns_up():
    assert table(("", "has", ""), [("long name", "1", "note"), ("x", "1,000", "")]) == (
        "             has\nlong name      1  note\nx          1,000\n"
    )
