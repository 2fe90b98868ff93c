import copy
import json

import pytest

from claimcheck.claim import About, Category, Role, Strength
from claimcheck.errors import CorpusError
from claimcheck.corpus.pages import load, parse_page

SEGMENTS = [
    {
        "text": "PRP",
        "role": "heading",
        "level": 2,
        "block": 0,
        "about": "ours",
        "form": "none",
        "strength": "none",
        "categories": [],
    },
    {
        "text": "It cures pain.",
        "role": "list_item",
        "block": 1,
        "about": "ours",
        "form": "absolute",
        "strength": "absolute",
        "categories": ["cure"],
        "cue": [3, 8],
    },
    {
        "text": "Surgery helps.",
        "role": "paragraph",
        "block": 2,
        "about": "other",
        "form": "vague",
        "strength": "none",
        "categories": [],
        "form_categories": ["efficacy"],
    },
]
PAGE = {
    "id": "a-1",
    "advertiser": "a",
    "genre": "faq",
    "seller": True,
    "origin": "free",
    "source": None,
    "segments": SEGMENTS,
}


def changed(at, **fields):
    page = copy.deepcopy(PAGE)
    page["segments"][at].update(fields)
    return page


def write(folder, *lines):
    (folder / "faq.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_a_page_becomes_segments_in_context_with_labels():
    page = parse_page(PAGE)
    assert page.segments[1].context.headings == ("PRP",)
    assert page.segments[1].role is Role.LIST_ITEM
    assert page.labels[1].categories == {Category.CURE}
    assert page.labels[1].cue == (3, 8)


def test_a_claim_for_another_treatment_keeps_its_form_and_kinds_but_is_not_flagged():
    label = parse_page(PAGE).labels[2]
    assert (label.about, label.form, label.strength) == (About.OTHER, Strength.VAGUE, Strength.NONE)
    assert label.kinds == {Category.EFFICACY}
    assert not label.categories


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{not json", "Expecting property name"),
        (json.dumps({**PAGE, "genre": "poem"}), "unknown genre 'poem'"),
        (json.dumps({k: v for k, v in PAGE.items() if k != "advertiser"}), "lacks the field 'advertiser'"),
        (json.dumps(changed(0, form="huge")), "lacks the field 'HUGE'"),
        (json.dumps(changed(1, about="moon")), "'moon' is not a valid About"),
        (json.dumps(changed(1, categories=[])), "absolute with categories"),
        (json.dumps(changed(2, strength="vague")), "does not follow from about and form"),
    ],
)
def test_a_bad_line_is_named_with_its_file_number_and_reason(tmp_path, line, reason):
    with pytest.raises(CorpusError) as caught:
        load(write(tmp_path, json.dumps(PAGE), line))
    assert "faq.jsonl:2" in caught.value.problem
    assert reason in caught.value.problem
    assert caught.value.remedy


def test_two_pages_with_one_id_are_refused(tmp_path):
    with pytest.raises(CorpusError, match="two pages have the id"):
        load(write(tmp_path, json.dumps(PAGE), json.dumps(PAGE)))


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(CorpusError, match=r"holds no \.jsonl file"):
        load(tmp_path)
