"""What ships: enough of it, well-formed, covering the codebook, in our own words."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from claimcheck.claim import Category
from claimcheck.errors import UsageError
from claimcheck.know import CLAIM_TYPES, JURISDICTIONS, ledger, record, selected
from claimcheck.know.records import STATUSES, limit, locator, sentence
from claimcheck.know.schema import CELLS, CONDITIONS, STUDIES, identifier_fault, section_fault

ROOT = Path(__file__).parents[2]
RECORDS = list(ledger())
COVERED = ("us", "uk", "eu", "au", "ca")
QUOTATION = re.compile("[\"“”]|(?<!\\w)['‘](?:[^'’ ]+ ){4,}[^'’ ]+['’]")
FORBIDDEN = re.compile(r"unverified|TODO|pypi|/work/|/root/", re.IGNORECASE)


def named(each):
    return each["id"]


def rules(jurisdiction, category):
    return [
        rule
        for rule in ledger().regulations
        if rule["jurisdiction"] == jurisdiction and rule["reach"] == "claim" and category.value in rule["categories"]
    ]


def gapped(jurisdiction, category):
    return any(gap["jurisdiction"] == jurisdiction and category.value in gap["categories"] for gap in ledger().gaps)


def test_there_are_enough_records(known):
    assert len(known.evidence) >= 45
    assert len(known.regulations) + len(known.precedents) >= 60


def test_ids_are_unique():
    ids = [each["id"] for each in RECORDS]
    assert len(ids) == len(set(ids))
    assert all("-" in id for id in ids), "explain tells a record from a label by its hyphen"


@pytest.mark.parametrize("each", RECORDS, ids=named)
def test_a_record_is_sourced_dated_and_of_a_known_status(each):
    assert each["status"] in STATUSES
    assert each["seen"] and all(each["seen"])
    assert date(2020, 1, 1) < date.fromisoformat(each["as_of"]) <= date.today()
    assert all(name in {category.value for category in Category} for name in each["categories"])
    assert not any(identifier_fault(identifier) for identifier in each.get("identifiers", []))
    assert not section_fault(each.get("section", ""))
    assert locator(each)


@pytest.mark.parametrize("each", RECORDS, ids=named)
def test_a_record_is_told_in_calm_words_of_our_own(each):
    for text in [each["title"], sentence(each), *(each.get(name, "") for name in ("results", "limits", "claimed"))]:
        assert "!" not in text and not QUOTATION.search(text)
    for text in (sentence(each), limit(each)):
        assert len(text) <= 230
        assert text == "" or (text.endswith(".") and ". " not in text), "one sentence, for a margin note"
    assert len(each["title"]) <= 100 and not each["title"].endswith(".")
    assert not FORBIDDEN.search(repr(each))


@pytest.mark.parametrize("category", Category)
@pytest.mark.parametrize("jurisdiction", COVERED)
def test_a_category_has_two_rules_in_a_jurisdiction_or_is_a_known_gap(jurisdiction, category):
    covered = len(rules(jurisdiction, category)) >= 2
    assert covered != gapped(jurisdiction, category), "a gap is listed exactly where fewer than two rules are known"


@pytest.mark.parametrize("claim_type", CLAIM_TYPES)
def test_a_claim_type_has_evidence_that_was_read(claim_type):
    assert any(claim_type in each["claims"] and each["status"] != "partly seen" for each in ledger().evidence)


def test_the_words_of_the_schema_are_used(known):
    for field, names in (("cells", CELLS), ("conditions", CONDITIONS)):
        assert {name for each in known.evidence for name in each[field]} == set(names)
    assert {each["study"] for each in known.evidence} == set(STUDIES)
    assert {each["jurisdiction"] for each in known.regulations} == set(JURISDICTIONS)


def test_every_category_calls_for_claim_types_or_has_evidence_of_its_own(known):
    for category in Category:
        own = any(category.value in each["categories"] for each in known.evidence)
        assert own or known.words["categories"][category.value]


def test_the_door_imports_only_what_a_check_needs():
    heavy = ("tomllib", "datetime", "difflib", "claimcheck.know.schema", "claimcheck.know.pages")
    code = f"import sys, claimcheck.know; print([name for name in {heavy} if name in sys.modules])"
    process = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert process.stdout == "[]\n"


def test_what_was_only_partly_seen_is_marked_where_a_rule_number_is_missing(known):
    for rule in known.regulations:
        if "rule number not seen" in rule["section"]:
            assert rule["status"] == "partly seen"


def test_one_group_of_patients_is_one_record(known):
    assert len([each for each in known.evidence if "Pettine" in each["citation"]]) == 1


def test_records_are_found_by_id_and_near_misses_told():
    assert record("RESPINE_2024")["id"] == "respine-2024"
    with pytest.raises(UsageError, match="Did you mean respine-2024"):
        record("respin-2024")


def test_records_are_selected_by_what_they_bear_on(known):
    assert selected(None, None, None) == RECORDS
    for each in selected("cure", "eu", None):
        assert each["jurisdiction"] == "eu" and "cure" in each["categories"]
    assert {each["kind"] for each in selected(None, None, "safety")} == {"evidence"}
    assert "respine-2024" in [each["id"] for each in selected("cure", None, "pain")]


def test_names_may_be_written_as_people_write_them():
    assert selected("Speed-Duration", "UK", None) == selected("speed_duration", "uk", None) != []
    assert selected(None, "United Kingdom", None) == selected(None, "uk", None)
    assert selected(None, None, "return to work") == selected(None, None, "return_to_work") != []


@pytest.mark.parametrize("asked", [("cur", None, None), (None, "france", None), (None, None, "pains")])
def test_an_unknown_name_is_a_clear_error(asked):
    with pytest.raises(UsageError, match="Known:"):
        selected(*asked)


def test_the_readme_counts_what_ships(known):
    counts = (
        f"{len(known.evidence)} bodies of evidence, {len(known.regulations)} rules and {len(known.precedents)} cases"
    )
    assert counts in " ".join((ROOT / "README.md").read_text("utf-8").split())
