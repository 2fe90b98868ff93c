import json

import pytest

from claimcheck.claim import About, Strength
from claimcheck.corpus import TEST, TRAIN, contrast_pairs, contrast_sides
from claimcheck.corpus.contrast import parse_pair
from claimcheck.errors import CorpusError
from tests.corpus.conftest import pair, write

LEAD = {"text": "You may notice:", "role": "paragraph"}
BULLET = {
    "text": "less pain",
    "role": "list_item",
    "target": True,
    "about": "ours",
    "form": "vague",
    "strength": "vague",
    "categories": ["efficacy"],
    "cue": [0, 9],
}


def test_a_side_is_a_page_whose_target_stands_in_its_context():
    plain = {**BULLET, "form": "asserted", "strength": "asserted"}
    sides = [{"seller": True, "page": [LEAD, BULLET]}, {"seller": False, "page": [plain]}]
    first, second = parse_pair(pair(sides=sides)).sides
    assert (first.target, first.segment.text, first.segment.context.lead_in) == (1, "less pain", "You may notice:")
    assert (first.label.about, first.label.form, first.seller) == (About.OURS, Strength.VAGUE, True)
    assert (second.label.form, second.seller, len(second.segments)) == (Strength.ASSERTED, False, 1)


def test_pairs_are_chosen_by_part_and_both_sides_go_together(tmp_path):
    records = [pair(f"c01-{number:02d}") for number in range(30)]
    write(tmp_path / "case-01.jsonl", *records)
    train, test = contrast_pairs(tmp_path, TRAIN), contrast_pairs(tmp_path, TEST)
    assert len(train) + len(test) == len(contrast_pairs(tmp_path)) == 30
    assert train and test and not {each.id for each in train} & {each.id for each in test}
    assert len(list(contrast_sides(train))) == 2 * len(train)


def test_a_corpus_without_contrast_has_no_pairs(tmp_path):
    assert contrast_pairs(tmp_path / "contrast") == []


@pytest.mark.parametrize(
    ("sides", "reason"),
    [
        ([{"seller": True, "page": [BULLET]}] * 2, "both sides have the same label"),
        ([{"seller": True, "page": [LEAD]}] * 2, "a side has 0 targets"),
        ([{"seller": True, "page": [BULLET]}], "not enough values"),
    ],
)
def test_a_bad_pair_is_named_with_file_and_line(tmp_path, sides, reason):
    (tmp_path / "case-01.jsonl").write_text(json.dumps(pair()) + "\n" + json.dumps(pair("c01-02", sides=sides)) + "\n")
    with pytest.raises(CorpusError, match=reason) as caught:
        contrast_pairs(tmp_path)
    assert "case-01.jsonl:2" in caught.value.problem and "corpus validate" in caught.value.remedy
