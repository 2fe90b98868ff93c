"""Pages as people see them. `python -m tests.golden` rewrites the golden files; read their diff like code."""

from pathlib import Path

import pytest

from claimcheck.know import ledger
from claimcheck.know.pages import listing, page

GOLDEN = Path(__file__).with_name("golden")
SHOWN = [
    "respine-2024",
    "no-controlled-surgery-avoidance",
    "eu-2001-83-90a",
    "au-tga-biologicals",
    "uk-asa-acumag-2011",
]


def golden(id):
    return GOLDEN / f"{id}.txt"


@pytest.mark.parametrize("id", SHOWN)
def test_a_page_is_the_golden_one(id):
    assert page(ledger().find(id)) == golden(id).read_text("utf-8")


@pytest.mark.parametrize("record", list(ledger()), ids=lambda record: record["id"])
def test_a_page_holds_what_is_known_within_the_width(record):
    text = page(record)
    assert record["title"] in text and record["id"] in text and record["status"] in text
    assert all(place.split()[0] in text for place in record["seen"])
    assert text.endswith("\n") and not text.endswith("\n\n")
    for line in text.splitlines():
        assert len(line) <= 100 or " " not in line.strip()


def test_a_listing_groups_by_kind_and_place():
    text = listing([ledger().find(id) for id in SHOWN])
    assert [line for line in text.splitlines() if line and not line.startswith(" ")] == [
        "Evidence",
        "Regulations, European Union",
        "Regulations, Australia",
        "Precedents, United Kingdom",
    ]
    assert listing([]).startswith("No record bears on all of that.")


def rewrite():
    for id in SHOWN:
        golden(id).write_text(page(ledger().find(id)), "utf-8")
