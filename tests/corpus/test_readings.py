import json

import pytest

from claimcheck.corpus.freeze import freeze
from claimcheck.corpus.readings import add_second, settle
from claimcheck.corpus.validate import validate
from claimcheck.errors import CorpusError
from tests.corpus.conftest import page, write

WHOLE = "reader: r2\n\n### a-1\n0 ours vague regeneration\n1 body none -\n"


@pytest.fixture
def readings(corpus, tmp_path):
    write(corpus / "agreement" / "second.jsonl")
    write(corpus / "pages" / "clinic.jsonl", page("a-1", "advertiser-a"), page("a-2", "advertiser-a"))
    file = tmp_path / "readings.txt"
    file.write_text(WHOLE, encoding="utf-8")
    return file


def lines(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def content(corpus):
    return {file: file.read_bytes() for file in corpus.rglob("*.jsonl")}


def test_a_second_reading_is_kept_beside_the_first(corpus, readings):
    assert add_second([readings], corpus) == ["a-1"]
    assert lines(corpus / "agreement" / "second.jsonl") == [
        {
            "id": "a-1",
            "reader": "r2",
            "labels": [["ours", "vague", ["regeneration"]], ["body", "none", []]],
            "first": [["ours", "absolute", ["regeneration", "speed_duration"]], ["other", "absolute", ["cure"]]],
        }
    ]
    assert validate(corpus)[-1].file == "splits.json"


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("1 body none -\n", "", 3, "of 2 segments these have no label: 1"),
        ("1 body none -", "2 body none -", 5, "there is no segment 2"),
        ("### a-1", "### a-9", 3, "no page is called 'a-9'"),
        ("### a-1\n", "", 3, "a label stands above the first page"),
        ("1 body none -\n", "1 body none -\n### a-1\n", 6, "the page 'a-1' stands in it twice"),
        ("r2", "r1", 3, "r1 wrote or labelled it"),
        ("r2", "w1", 3, "w1 wrote or labelled it"),
        (WHOLE, "reader: r2\n", 0, "it is about no page"),
        ("reader: r2\n", "", 1, "does not name its reader"),
    ],
)
def test_a_faulty_second_reading_is_named_and_nothing_is_changed(corpus, readings, old, new, line, reason):
    before = content(corpus)
    readings.write_text(WHOLE.replace(old, new), encoding="utf-8")
    problem = next(each for each in add_second([readings], corpus) if reason in each.reason)
    assert (problem.file, problem.line) == (str(readings), line) and problem.cure
    assert content(corpus) == before


def test_a_page_is_read_a_second_time_once(corpus, readings):
    add_second([readings], corpus)
    assert "has a second reading already" in add_second([readings], corpus)[0].reason


def test_a_missing_file_hides_no_other(corpus, readings, tmp_path):
    problems = add_second([tmp_path / "nowhere", readings, readings], corpus)
    assert "cannot be read" in problems[0].reason
    assert "has a second reading already" in problems[1].reason


def test_settled_labels_replace_the_first_readers(corpus, readings):
    add_second([readings], corpus)
    before = (corpus / "pages" / "clinic.jsonl").read_bytes().split(b"\n")
    readings.write_text("reader: r3\n### a-1\n0 ours asserted regeneration\n", encoding="utf-8")
    assert settle([readings], corpus) == ["a-1"]
    one, _ = lines(corpus / "pages" / "clinic.jsonl")
    assert (one["reader"], one["adjudicator"]) == ("r1", "r3")
    told = one["segments"][0]
    assert (told["form"], told["strength"], told["categories"]) == ("asserted", "asserted", ["regeneration"])
    assert told["cue"] == [17, 48], "the first reader's cue stays, where none is given"
    assert one["segments"][1] == json.loads(before[0])["segments"][1]
    assert (corpus / "pages" / "clinic.jsonl").read_bytes().split(b"\n")[1:] == before[1:]
    freeze(corpus)
    assert not [problem for problem in validate(corpus) if "surroundings" not in problem.reason]


def test_a_claim_settled_as_none_loses_its_cue(corpus, readings):
    add_second([readings], corpus)
    readings.write_text("reader: r3\n### a-1\n0 ours none -\n", encoding="utf-8")
    settle([readings], corpus)
    assert "cue" not in lines(corpus / "pages" / "clinic.jsonl")[0]["segments"][0]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("reader: r3\n### a-1\n1 body none -\n", "a-1: the readers differ on segments 0 too"),
        ("reader: r3\n### a-2\n0 ours none -\n", "a-2: it was read once"),
        ("reader: w1\n### a-1\n0 ours none -\n", "a-1: w1 wrote it"),
    ],
)
def test_what_cannot_be_settled_is_told(corpus, readings, text, reason):
    add_second([readings], corpus)
    before = content(corpus)
    readings.write_text(text, encoding="utf-8")
    assert [problem.reason for problem in settle([readings], corpus)] == [reason]
    assert content(corpus) == before


def test_nothing_is_built_on_an_unsound_corpus(corpus, readings):
    with (corpus / "pages" / "clinic.jsonl").open("a") as file:
        file.write("{\n")
    for change in (add_second, settle):
        with pytest.raises(CorpusError, match="not sound"):
            change([readings], corpus)
