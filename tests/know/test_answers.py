"""What `claimcheck explain` answers. `python -m tests.golden` rewrites the golden files; read their diff like code."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import codebook
from claimcheck.claim import Category, Severity, Strength
from claimcheck.errors import UsageError
from claimcheck.know import CLAIM_TYPES, JURISDICTIONS, ledger
from claimcheck.know.answers import answer
from claimcheck.know.records import STATUSES

GOLDEN = Path(__file__).with_name("golden")
SHOWN = ["cure", "vague", "case 15", "warning", "eu", "return_to_work"]
LABELS = [each.label for each in Strength] + [each.value for each in Category]


def golden(name):
    return GOLDEN / f"explain-{name.replace(' ', '-')}.txt"


def rewrite():
    for name in SHOWN:
        golden(name).write_text(answer(name, ledger()).text, "utf-8")


@pytest.mark.parametrize("name", SHOWN)
def test_a_page_is_the_golden_one(name):
    assert answer(name, ledger()).text == golden(name).read_text("utf-8")


@pytest.mark.parametrize("name", LABELS)
def test_a_label_is_told_as_the_codebook_has_it_and_names_records_that_exist(known, name):
    found = answer(name, known)
    assert found.text.startswith(codebook.page(name))
    assert found.value["name"] == name
    assert all(known.find(id) for id in found.value.get("records", []))


@pytest.mark.parametrize("category", Category)
def test_a_category_names_its_rules_by_jurisdiction_and_its_gaps(known, category):
    text = answer(category.value, known).text
    for rule in known.regulations:
        if category.value in rule["categories"] and rule["reach"] == "claim":
            assert rule["id"] in text
    assert all(case["id"] in text for case in known.precedents if category.value in case["categories"])
    gapped = [gap["jurisdiction"] for gap in known.gaps if category.value in gap["categories"]]
    assert not gapped or f"Fewer than two rules are known for {', '.join(gapped)}." in " ".join(text.split())


@pytest.mark.parametrize("place", JURISDICTIONS)
def test_a_jurisdiction_is_told_by_code_and_by_name_with_all_its_records(known, place):
    found = answer(place, known)
    assert answer(JURISDICTIONS[place].upper(), known) == found
    for record in known.select(jurisdiction=place):
        assert record["id"] in found.text
    assert found.value["records"] == known.select(jurisdiction=place)


@pytest.mark.parametrize("severity", Severity)
def test_a_severity_leads_to_its_strength_and_to_the_rules_that_raise_to_it(known, severity):
    found = answer(severity.label, known)
    assert f"claimcheck explain {found.value['strength']}" in found.text
    raising = [
        rule["id"] for rule in known.regulations if rule["severity"] == severity.label and rule["reach"] == "claim"
    ]
    assert found.value["records"] == raising
    assert all(id in found.text for id in raising)


@pytest.mark.parametrize("name", [name for name in CLAIM_TYPES if name != "safety"])
def test_a_claim_type_is_told_with_its_evidence(known, name):
    found = answer(name.replace("_", " ").upper(), known)
    assert found.value["records"] == known.select(claim_type=name) != []
    assert all(record["id"] in found.text for record in found.value["records"])


def test_safety_is_a_category_and_a_claim_type_and_its_page_has_both(known):
    found = answer("safety", known)
    assert found.value["kind"] == "category"
    assert "centeno-2016" in found.text


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_says_how_well_a_record_is_known(known, status):
    found = answer(status, known)
    assert STATUSES[status][1:] in " ".join(found.text.split())
    assert found.value["records"] == [record["id"] for record in known if record["status"] == status]


def test_a_record_is_told_as_it_is(known):
    assert answer("RESPINE-2024", known).value == known.find("respine-2024")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("curee", "Did you mean cure?"),
        ("warnings", "Did you mean warning?"),
        ("eu-2001-83-90", "Did you mean eu-2001-83-90"),
        ("autralia", "Did you mean australia?"),
        ("FTC", "Records that speak of it: us-ftc-act-5, "),
        ("Advertising Standards", "uk-cap-3-1"),
        ("Do stem cells regrow discs?", "`claimcheck explain structure`"),
        ("speed", "Did you mean speed_duration?"),
        ("exosomes", "wilson-2024"),
        ("respine", "respine-2024"),
        ("nonsense", "Severities: note, warning, error."),
        ("nonsense", "`claimcheck know list`"),
        ("case 900", "case 1 to"),
        ("", "Categories: cure,"),
    ],
)
def test_an_unknown_name_gets_a_hint_that_leads_on(known, name, hint):
    with pytest.raises(UsageError, match="Nothing is called") as caught:
        answer(name, known)
    assert hint in caught.value.remedy


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=30), st.sampled_from([*LABELS, *JURISDICTIONS, *(each["id"] for each in ledger())])))
def test_any_name_is_answered_or_refused_with_a_hint(name):
    try:
        found = answer(name, ledger())
    except UsageError as error:
        assert error.remedy
    else:
        assert found.text.endswith("\n") and "kind" in found.value
