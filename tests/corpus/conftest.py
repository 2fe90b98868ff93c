"""A small sound corpus and sound drafts for it, which the tests then spoil."""

import json

import pytest

from claimcheck.corpus.freeze import freeze

PAGE = """<!-- corpus
advertiser: tern-lane-spine
genre: clinic
seller: true
origin: reworded
url: https://model.example/spine/
author: w1
-->
# Tern Lane Spine

Our cells rebuild the disc. Call us on Mondays.

- Sciatica
- Neck pain

Laser cures nothing here.
"""
LABELS = """reader: r1
0 business none -
1 ours asserted regeneration "rebuild the disc"
2 business none -
3 ours asserted efficacy "Sciatica"
4 ours asserted efficacy,scope
5 other none -
"""
SEGMENTS = [
    {
        "text": "Our marrow cells regrow every worn disc for good.",
        "role": "heading",
        "level": 1,
        "block": 0,
        "about": "ours",
        "form": "absolute",
        "strength": "absolute",
        "categories": ["regeneration", "speed_duration"],
        "cue": [17, 48],
    },
    {
        "text": "Drills cure toothache for all of our dental patients today.",
        "role": "paragraph",
        "block": 1,
        "about": "other",
        "form": "absolute",
        "strength": "none",
        "categories": [],
        "form_categories": ["cure"],
    },
]


def page(id, advertiser, text=None, **fields):
    segments = [dict(each) for each in SEGMENTS]
    if text:
        segments[1]["text"] = text
    record = {"id": id, "advertiser": advertiser, "genre": "clinic", "seller": True, "origin": "free", "source": None}
    return {**record, "author": "w1", "reader": "r1", "segments": segments, **fields}


def pair(id="c01-01", case=1, **fields):
    def side(text, form, categories):
        label = {"about": "ours", "form": form, "strength": form, "categories": categories}
        return {"seller": True, "page": [{"text": text, "role": "paragraph", "target": True, **label}]}

    sides = [side("It will not fail.", "absolute", ["guarantee"]), side("It may fail.", "none", [])]
    return {"id": id, "case": case, "edit": "modal", "author": "c1", "reader": "r1", "sides": sides, **fields}


def write(file, *records):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    write(folder / "pages" / "clinic.jsonl", page("a-1", "advertiser-a"))
    write(folder / "contrast" / "case-01.jsonl", pair())
    first = [["ours", "absolute", ["regeneration"]], ["other", "absolute", ["cure"]]]
    write(folder / "agreement" / "second.jsonl", {"id": "a-1", "reader": "r2", "first": first, "labels": first})
    kept = tmp_path / "kept.txt"
    kept.write_text("# sites\nwww.keptspine.com\nnoendingname\n", encoding="utf-8")
    freeze(folder, kept)
    return folder


@pytest.fixture
def drafts(tmp_path):
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "tern-lane-01.md").write_text(PAGE, encoding="utf-8")
    (folder / "tern-lane-01.lab").write_text(LABELS, encoding="utf-8")
    return folder
