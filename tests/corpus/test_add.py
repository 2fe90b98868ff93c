import json

import pytest

from claimcheck.corpus.add import add, source_hash
from claimcheck.corpus.freeze import freeze
from claimcheck.corpus.validate import validate
from claimcheck.errors import CorpusError
from tests.corpus.conftest import LABELS, PAGE


def snapshot(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def lines(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def refused(drafts, corpus, **options):
    """The problems of drafts that are not added; the corpus stays as it was, byte for byte."""
    before = snapshot(corpus)
    problems = add(drafts, corpus, **options)
    assert isinstance(problems, list) and problems
    assert snapshot(corpus) == before
    assert all(problem.cure for problem in problems)
    return problems


def edit(drafts, name, old, new):
    file = drafts / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_draft_becomes_a_page_with_its_source(corpus, drafts):
    added = add(drafts, corpus)
    assert (added.pages, added.segments, added.twice, added.ids) == (1, 6, 0, ("tern-lane-01",))
    old, new = lines(corpus / "pages" / "clinic.jsonl")
    assert old["id"] == "a-1"
    assert (new["advertiser"], new["seller"], new["author"], new["reader"]) == ("tern-lane-spine", True, "w1", "r1")
    assert new["segments"][1] == {
        "text": "Our cells rebuild the disc.",
        "role": "paragraph",
        "block": 1,
        "about": "ours",
        "form": "asserted",
        "strength": "asserted",
        "categories": ["regeneration"],
        "cue": [10, 26],
    }
    assert "cue" not in new["segments"][4]
    freeze(corpus)
    assert validate(corpus) == []


def test_of_the_model_only_a_hash_is_kept(corpus, drafts):
    add(drafts, corpus)
    assert lines(corpus / "pages" / "clinic.jsonl")[1]["source"] == source_hash("https://model.example/spine/")
    assert not any(b"model.example" in content for content in snapshot(corpus).values())


def test_a_second_reading_is_kept_beside_the_first_and_the_adjudicated_one_counts(corpus, drafts):
    (drafts / "tern-lane-01.lab2").write_text(LABELS.replace("r1", "r2").replace("5 other none -", "5 body none -"))
    (drafts / "tern-lane-01.gold").write_text(LABELS.replace("r1", "r3").replace("5 other none -", "5 field none -"))
    assert add(drafts, corpus).twice == 1
    second = lines(corpus / "agreement" / "second.jsonl")[-1]
    assert (second["id"], second["reader"]) == ("tern-lane-01", "r2")
    assert second["first"][5][0] == "other" and second["labels"][5][0] == "body"
    new = lines(corpus / "pages" / "clinic.jsonl")[1]
    assert (new["reader"], new["adjudicator"], new["segments"][5]["about"]) == ("r1", "r3", "field")


def test_boost_goes_to_its_own_folder(corpus, drafts):
    add(drafts, corpus, boost=True)
    assert [record["id"] for record in lines(corpus / "boost" / "clinic.jsonl")] == ["tern-lane-01"]


def test_an_html_draft_is_read_as_html(corpus, drafts):
    (drafts / "tern-lane-01.md").unlink()
    comment = PAGE.partition("-->")[0] + "-->\n"
    (drafts / "tern-lane-01.html").write_text(f"{comment}<!doctype html><h2>PRP</h2><p>It heals.</p><ul><li>Knees</ul>")
    (drafts / "tern-lane-01.lab").write_text(
        "reader: r1\n0 ours none -\n1 ours asserted regeneration \"heals\"\n2 ours none -\n"
    )
    add(drafts, corpus)
    heading, _, bullet = lines(corpus / "pages" / "clinic.jsonl")[1]["segments"]
    assert (heading["role"], heading["level"]) == ("heading", 2)
    assert (bullet["role"], "list" in bullet) == ("list_item", True)
    freeze(corpus)
    assert validate(corpus) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "reason"),
    [
        ("tern-lane-01.lab", "reader: r1\n", "", 1, "does not name its reader"),
        ("tern-lane-01.lab", "r1", "w1", 1, "w1 wrote the page"),
        ("tern-lane-01.lab", "5 other none -", "", 0, "these have no label: 5"),
        ("tern-lane-01.lab", "5 other", "6 other", 7, "there is no segment 6"),
        ("tern-lane-01.lab", "5 other", "4 other", 7, "segment 4 is labelled twice"),
        ("tern-lane-01.lab", "5 other none -", "five", 7, "it is no label: 'five'"),
        ("tern-lane-01.lab", "5 other none", "5 moon none", 7, "unknown about 'moon'"),
        ("tern-lane-01.lab", "5 other none", "5 other huge", 7, "unknown form 'huge'"),
        ("tern-lane-01.lab", "efficacy,scope", "efficacy,size", 6, "unknown category 'size'"),
        ("tern-lane-01.lab", "efficacy,scope", "scope,scope", 6, "a category stands twice"),
        ("tern-lane-01.lab", "efficacy,scope", "-", 6, "form asserted with no category"),
        ("tern-lane-01.lab", "5 other none -", "5 other none cure", 7, "form none with categories cure"),
        ("tern-lane-01.lab", "rebuild the disc", "rebuilds", 3, "the cue 'rebuilds' is not in the segment"),
        ("tern-lane-01.lab", "5 other none -", '5 other none - "Laser"', 7, "a cue stands beside form none"),
        ("tern-lane-01.md", "<!-- corpus", "<!-- facts", 1, "no comment tells the facts"),
        ("tern-lane-01.md", "author: w1\n", "", 1, "does not tell the author"),
        ("tern-lane-01.md", "author: w1", "author: w1\ncolour: red", 1, "the unknown fact 'colour'"),
        ("tern-lane-01.md", "seller: true", "seller: yes", 1, "seller is 'yes'"),
        ("tern-lane-01.md", "origin: reworded", "origin: free", 1, "a free page has a url"),
        ("tern-lane-01.md", "url: https://model.example/spine/\n", "", 1, "has no url"),
        ("tern-lane-01.md", "origin: reworded", "origin: found", 1, "unknown origin 'found'"),
        ("tern-lane-01.md", "genre: clinic", "genre: poem", 1, "unknown genre 'poem'"),
        ("tern-lane-01.md", "tern-lane-spine", "Tern Lane", 0, "advertiser 'Tern Lane' is no name"),
        ("tern-lane-01.md", "model.example", "www.keptspine.com", 0, "kept for acceptance"),
        ("tern-lane-01.md", "model.example", "noendingname21.com", 0, "kept for acceptance"),
        ("tern-lane-01.md", "tern-lane-spine", "kept-spine-clinic", 0, "has the name of a kept site"),
    ],
)
def test_a_faulty_draft_is_named_with_file_line_and_reason(corpus, drafts, name, old, new, line, reason):
    edit(drafts, name, old, new)
    problem = next(each for each in refused(drafts, corpus) if reason in each.reason)
    assert problem.file == str(drafts / name)
    assert problem.line == line


def test_one_faulty_draft_keeps_the_sound_ones_out_and_does_not_hide_another(corpus, drafts):
    for number in ("02", "03"):
        (drafts / f"tern-lane-{number}.md").write_text(PAGE.replace("/spine/", f"/{number}/"), encoding="utf-8")
    (drafts / "tern-lane-02.lab").write_text("r1\n")
    problems = refused(drafts, corpus)
    assert {problem.file for problem in problems} == {
        str(drafts / "tern-lane-02.lab"),
        str(drafts / "tern-lane-03.md"),
    }


def test_a_page_and_its_model_go_in_once(corpus, drafts):
    add(drafts, corpus)
    reasons = " ".join(problem.reason for problem in refused(drafts, corpus))
    assert "the id 'tern-lane-01' stands at pages/clinic.jsonl:2 already" in reasons
    (drafts / "tern-lane-01.md").rename(drafts / "tern-lane-02.md")
    (drafts / "tern-lane-01.lab").rename(drafts / "tern-lane-02.lab")
    edit(drafts, "tern-lane-02.md", "https://model.example/spine/", "http://www.model.example/spine")
    reasons = [problem.reason for problem in refused(drafts, corpus)]
    assert "its model is that of the page 'tern-lane-01' already" in reasons


def test_a_near_duplicate_of_another_part_is_refused(corpus, drafts):
    # advertiser-a falls into train, this one into test
    edit(drafts, "tern-lane-01.md", "tern-lane-spine", "clinic-1")
    edit(drafts, "tern-lane-01.md", "Laser cures nothing here.", "Drills cure toothache for all of our dental patients.")
    problem = refused(drafts, corpus)[0]
    assert problem.file == str(drafts / "tern-lane-01.md")
    assert "nearly the same" in problem.reason and "pages/clinic.jsonl:1" in problem.reason


def test_a_list_of_kept_sites_can_be_given(corpus, drafts, tmp_path):
    more = tmp_path / "more.txt"
    more.write_text("model.example\n")
    assert "kept for acceptance" in refused(drafts, corpus, kept=more)[0].reason


def test_labels_without_a_page_are_told(corpus, drafts):
    (drafts / "stray.lab").write_text(LABELS)
    assert refused(drafts, corpus)[0].file == str(drafts / "stray.lab")


def test_nothing_is_added_to_an_unsound_corpus(corpus, drafts):
    with (corpus / "pages" / "clinic.jsonl").open("a") as file:
        file.write("{\n")
    with pytest.raises(CorpusError, match="not sound"):
        add(drafts, corpus)


def test_an_empty_folder_and_a_missing_one_are_told(corpus, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(CorpusError, match="holds no draft"):
        add(tmp_path / "empty", corpus)
    with pytest.raises(CorpusError, match="is no folder"):
        add(tmp_path / "nowhere", corpus)
    with pytest.raises(CorpusError, match="holds no folder 'pages'"):
        add(tmp_path / "empty", tmp_path)
