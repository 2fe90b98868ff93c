import json
import time
from pathlib import Path

import pytest

from claimcheck.corpus.freeze import freeze
from claimcheck.corpus.validate import validate
from claimcheck.errors import CorpusError
from tests.corpus.conftest import SEGMENTS, page, pair, write

CORPUS = Path(__file__).parents[2] / "corpus"


def told(corpus):
    return [str(problem) for problem in validate(corpus)]


def segment(at, **fields):
    segments = [dict(each) for each in SEGMENTS]
    segments[at].update(fields)
    return segments


def test_a_sound_corpus_has_no_problem(corpus):
    assert told(corpus) == []


def test_the_corpus_of_the_project_is_sound_and_checked_in_time():
    started = time.process_time()
    assert told(CORPUS) == []
    assert time.process_time() - started < 15


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"genre": "poem"}, "unknown genre 'poem'"),
        ({"origin": "found"}, "unknown origin 'found'"),
        ({"source": "x"}, "does not fit the origin"),
        ({"origin": "reworded"}, "does not fit the origin"),
        ({"seller": "yes"}, "seller is neither"),
        ({"reader": "w1"}, "w1 labelled their own writing"),
        ({"id": "Page 1"}, "id 'Page 1' is no name"),
        ({"colour": 1}, "the unknown field 'colour'"),
        ({"segments": []}, "it holds no segments"),
        ({"segments": segment(0, text="two  spaces")}, "segment 0: the text 'two  spaces'"),
        ({"segments": segment(0, role="banner")}, "segment 0: unknown role 'banner'"),
        ({"segments": segment(0, level=0)}, "segment 0: level 0 does not fit"),
        ({"segments": segment(1, level=2)}, "segment 1: level 2 does not fit"),
        ({"segments": segment(1, about="moon")}, "segment 1: unknown about 'moon'"),
        ({"segments": segment(1, form="huge")}, "segment 1: unknown form 'huge'"),
        ({"segments": segment(1, strength="absolute")}, "segment 1: strength 'absolute' does not follow"),
        ({"segments": segment(1, form_categories=[])}, "segment 1: form 'absolute' with categories []"),
        ({"segments": segment(0, categories=["size"])}, "segment 0: unknown category 'size'"),
        ({"segments": segment(0, categories=["cure", "cure"])}, "segment 0: a category stands twice"),
        ({"segments": segment(1, categories=["cure"], form_categories=[])}, "categories stand beside about 'other'"),
        ({"segments": segment(0, categories=[], form_categories=["cure"])}, "form_categories stand beside"),
        ({"segments": segment(0, cue=[40, 90])}, "segment 0: the cue [40, 90] lies outside"),
        ({"segments": segment(0, block=5)}, "the blocks do not count upwards"),
    ],
)
def test_a_malformed_page_is_named_with_file_line_and_reason(corpus, fields, reason):
    write(corpus / "pages" / "clinic.jsonl", page("a-1", "advertiser-a"), {**page("a-2", "advertiser-a"), **fields})
    found = [line for line in told(corpus) if line.startswith("pages/clinic.jsonl:2: ")]
    assert any(reason in line for line in found), found


def test_one_bad_line_hides_no_other(corpus):
    file = corpus / "pages" / "clinic.jsonl"
    file.write_text('{"id": 1}\n{not json\n' + json.dumps(page("a-1", "advertiser-a")) + "\n\n")
    lines = {line.split(":")[1] for line in told(corpus) if line.startswith("pages/")}
    assert lines == {"1", "2", "4"}


def test_a_lost_field_is_named(corpus):
    record = page("a-1", "advertiser-a")
    del record["reader"]
    write(corpus / "pages" / "clinic.jsonl", record)
    assert any("lacks the field 'reader'" in line for line in told(corpus))


def test_a_file_cut_off_is_told(corpus):
    file = corpus / "pages" / "clinic.jsonl"
    file.write_text(file.read_text().rstrip("\n"))
    assert any("the last line has no end" in line for line in told(corpus))


def test_names_and_model_pages_are_used_once(corpus):
    model = {"origin": "reworded", "source": "0123456789abcdef"}
    write(
        corpus / "pages" / "clinic.jsonl",
        page("a-1", "advertiser-a", **model),
        page("a-1", "advertiser-a"),
        page("a-2", "advertiser-a", **model),
    )
    text = "\n".join(told(corpus))
    assert "clinic.jsonl:2: the id 'a-1' stands at pages/clinic.jsonl:1 already" in text
    assert "clinic.jsonl:3: the source '0123456789abcdef' stands at pages/clinic.jsonl:1 already" in text


def test_an_advertiser_stands_in_pages_or_in_boost(corpus):
    write(corpus / "boost" / "clinic.jsonl", page("b-1", "advertiser-a"))
    assert any("has pages in pages/ too" in line for line in told(corpus))


def test_equals_in_equal_surroundings_are_labelled_equally(corpus):
    other = segment(0, categories=["regeneration"])
    write(corpus / "pages" / "clinic.jsonl", page("a-1", "advertiser-a"), page("a-2", "advertiser-a", segments=other))
    assert any("clinic.jsonl:2: segment 0" in line and "same surroundings" in line for line in told(corpus))
    elsewhere = segment(0, categories=["regeneration"], level=2)
    elsewhere.insert(0, {**SEGMENTS[1], "text": "Other words stand above.", "block": 0, "role": "quote"})
    write(
        corpus / "pages" / "clinic.jsonl", page("a-1", "advertiser-a"), page("a-2", "advertiser-a", segments=elsewhere)
    )
    assert not any("same surroundings" in line for line in told(corpus))


def test_a_pair_may_differ_in_any_of_its_words_or_in_who_publishes_but_not_in_nothing(corpus):
    def side(opening, form, kinds, seller=True):
        page = [{"text": text, "role": "paragraph"} for text in (opening, "And more.", "It works.")]
        page[2] |= {"target": True, "about": "ours", "form": form, "strength": form, "categories": kinds}
        return {"seller": seller, "page": page}

    one = side("We sell PRP.", "asserted", ["efficacy"])
    sound = [pair(sides=[one, side("We test lasers.", "none", [])])]
    sound.append(pair("c01-02", sides=[one, side("We sell PRP.", "none", [], seller=False)]))
    write(corpus / "contrast" / "case-01.jsonl", *sound)
    assert not any("same surroundings" in line for line in told(corpus))
    write(corpus / "contrast" / "case-01.jsonl", pair(sides=[one, side("We sell PRP.", "none", [])]))
    assert any("same surroundings" in line for line in told(corpus))


def test_near_duplicates_stay_in_one_part(corpus):
    twin = "Drills cure toothache for all of our dental patients, today!"
    same, other = page("b-1", "advertiser-b", twin), page("c-1", "clinic-1", twin)
    for record in (same, other):
        record["segments"][0] = {**record["segments"][0], "text": "PRP regrows backs.", "cue": [4, 11]}
    write(corpus / "pages" / "clinic.jsonl", page("a-1", "advertiser-a"), same, other)
    found = [line for line in told(corpus) if "nearly the same" in line]
    assert len(found) == 2 and all("(1.00)" in line and "clinic.jsonl:3" in line for line in found)


def test_set_phrases_are_everybodys(corpus):
    phrase = "These statements have not been evaluated by the Food and Drug Administration."
    first, second = page("a-1", "advertiser-a", phrase), page("c-1", "clinic-1", phrase)
    second["segments"] = second["segments"][1:]
    write(corpus / "pages" / "clinic.jsonl", first, second)
    assert not any("nearly the same" in line for line in told(corpus))


def test_the_name_of_a_kept_site_is_told(corpus):
    write(corpus / "pages" / "clinic.jsonl", page("a-1", "keptspine-west"))
    assert any("has the name of a kept site" in line for line in told(corpus))


def test_a_changed_label_is_told_until_frozen_again(corpus):
    write(corpus / "pages" / "clinic.jsonl", page("a-1", "advertiser-a", segments=segment(0, categories=["cure"])))
    assert [line for line in told(corpus) if "splits.json: pages train sha256" in line]
    freeze(corpus)
    assert told(corpus) == []


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"case": 999}, "the codebook has no case 999"),
        ({"case": 2}, "It belongs in case-02.jsonl"),
        ({"sides": []}, "a pair has two sides"),
        ({"author": "r1"}, "labelled their own writing"),
        ({"sides": [pair()["sides"][0]] * 2}, "both sides have the same label"),
        ({"sides": [{"seller": True, "page": [{"text": "x", "role": "paragraph"}]}] * 2}, "side 1: it has 0 targets"),
    ],
)
def test_a_malformed_pair_is_told(corpus, fields, reason):
    write(corpus / "contrast" / "case-01.jsonl", pair(), pair("c01-02", **fields))
    assert any(line.startswith("contrast/case-01.jsonl:2: ") and reason in line for line in told(corpus))


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"id": "nobody"}, "no page is called 'nobody'"),
        ({"labels": []}, "the first reader labelled 2 segments, the second 0"),
        ({"labels": [["ours", "huge", []]] * 2}, "labels, segment 0: unknown form 'huge'"),
        ({"labels": [["ours", "none"]] * 2}, "is not [about, form, [categories]]"),
    ],
)
def test_a_malformed_second_reading_is_told(corpus, fields, reason):
    first = [["body", "none", []]] * 2
    write(corpus / "agreement" / "second.jsonl", {"id": "a-1", "reader": "r2", "first": first, "labels": first, **fields})
    assert any(line.startswith("agreement/second.jsonl:1: ") and reason in line for line in told(corpus))


def test_a_source_reads_as_its_page(corpus):
    source = corpus / "sources" / "a-1.md"
    source.parent.mkdir()
    good = "# Our marrow cells regrow every worn disc for good.\n\nDrills cure toothache for all of our dental patients today.\n"
    source.write_text(good)
    assert told(corpus) == []
    source.write_text(good.replace("toothache", "caries"))
    assert any(line.startswith("sources/a-1.md:3: segment 1 has the text") for line in told(corpus))
    source.write_text(good.replace("# ", "## "))
    assert any("segment 0 has the level 2, on the page 1" in line for line in told(corpus))
    source.write_text(good + "\nMore.\n")
    assert any("it reads as 3 segments, the page has 2" in line for line in told(corpus))
    source.rename(source.with_name("nobody.md"))
    assert any("no page has this id" in line for line in told(corpus))


def test_a_folder_that_is_no_corpus_is_told(tmp_path):
    with pytest.raises(CorpusError, match="holds no folder 'pages'"):
        validate(tmp_path)
