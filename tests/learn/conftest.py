"""A small corpus with a learnable rule, so that training can be tested in seconds."""

import json
import random

import pytest

OURS = [
    ("Stem cells {verb} your {part}.", "asserted", "ours", ["regeneration"]),
    ("PRP may {verb} a worn {part}.", "vague", "ours", ["regeneration"]),
    ("We guarantee that exosomes {verb} every {part}.", "absolute", "ours", ["guarantee"]),
    ("In a trial of {n} people cells did not clearly {verb} the {part}.", "qualified", "ours", []),
    ("The {part} has many nerves.", "none", "body", []),
    ("Call us on {n} to book.", "none", "business", []),
    ("Surgery can {verb} the {part}.", "vague", "other", ["efficacy"]),
]


def record(number, rng, advertiser):
    segments = [
        {
            "text": "Our care",
            "role": "heading",
            "level": 1,
            "block": 0,
            "about": "business",
            "form": "none",
            "strength": "none",
            "categories": [],
        }
    ]
    for block in range(1, 9):
        text, form, about, kinds = rng.choice(OURS)
        text = text.format(
            verb=rng.choice(["heal", "repair", "rebuild"]),
            part=rng.choice(["disc", "knee", "spine"]),
            n=rng.randrange(20, 90),
        )
        ours = about == "ours"
        segment = {"text": text, "role": "paragraph", "block": block, "about": about, "form": form}
        segment["strength"] = form if ours else "none"
        segment["categories"] = kinds if ours else []
        if kinds and not ours:
            segment["form_categories"] = kinds
        segments.append(segment)
    return {
        "id": f"{advertiser}-{number}",
        "advertiser": advertiser,
        "genre": "clinic",
        "seller": True,
        "origin": "free",
        "source": None,
        "segments": segments,
    }


@pytest.fixture(scope="session")
def records():
    rng = random.Random(7)
    return [record(number, rng, f"advertiser-{number % 30}") for number in range(90)]


@pytest.fixture(scope="session")
def corpus(records, tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "pages").mkdir()
    lines = (json.dumps(each) + "\n" for each in records)
    (folder / "pages" / "clinic.jsonl").write_text("".join(lines), encoding="utf-8")
    return folder
