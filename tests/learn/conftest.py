"""A small corpus with a learnable rule, so that training can be tested in seconds."""

import json
import random

import numpy as np
import pytest

from claimcheck.claim import Category
from claimcheck.judge.first import ABOUTS, FORMS
from claimcheck.judge.phrases import MARKS
from claimcheck.learn.examples import FOLDS
from claimcheck.learn.phrases import ALL
from claimcheck.learn.words import Words

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


@pytest.fixture(scope="session")
def nets(tmp_path_factory):
    """A folder of tiny phrase nets with random parameters: they say little, but the same every time."""
    folder = tmp_path_factory.mktemp("nets")
    rng = np.random.default_rng(3)
    words = ["stem", "cells", "heal", "repair", "rebuild", "disc", "knee", "guarantee", "may", "call"]
    kinds = sorted(Words.shipped().classes)
    (folder / "words.txt").write_text("\n".join(words), encoding="utf-8")
    np.save(folder / "vectors.npy", rng.integers(-127, 128, (len(words), 8), dtype=np.int8))
    answers, inputs = len(ABOUTS) + 2 * len(FORMS) + len(Category), 6 + 4 * 2 + MARKS
    shapes = {
        "own.weight": (6, 12, 3),
        "own.bias": (6,),
        "around.weight": (2, 12, 3),
        "around.bias": (2,),
        "kinds.weight": (len(kinds) + 1, 4),
        "hidden.weight": (5, inputs),
        "hidden.bias": (5,),
        "direct.weight": (answers, inputs),
        "direct.bias": (answers,),
        "out.weight": (answers, 5),
        "out.bias": (answers,),
    }
    stored = {"kinds": np.array(kinds)}
    for name in (*map(str, range(FOLDS)), ALL):
        for part, shape in shapes.items():
            stored[f"{name}/{part}"] = rng.normal(0, 0.3, shape).astype(np.float32)
        stored[f"{name}/unit"] = np.float32(0.02)
    np.savez(folder / "nets.npz", **stored)
    return folder
