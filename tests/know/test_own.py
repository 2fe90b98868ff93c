"""Ledgers of one's own, laid over the shipped one."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.know import CLAIM_TYPES, JURISDICTIONS, Ledger, LedgerError, citations, ledger, opened
from claimcheck.know.records import STATUSES
from claimcheck.know.schema import CELLS, CONDITIONS, FORCES, STUDIES

EVIDENCE = """
as_of = 2026-11-25

[[evidence]]
id = "our-audit-2026"
study = "registry"
title = "Our audit, 212 people (2026)"
citation = "Internal audit, file 12"
identifiers = []
claims = ["pain"]
cells = ["any"]
conditions = ["back"]
design = "All patients of 2025"
n = 212
comparator = "None"
results = "110 of 212 said that pain was less at six months."
limits = "No comparison group, and sixty did not answer."
summary = "In our audit of 212 people, 110 said at six months that they had less pain."
status = "verified"
seen = ["example.org/audit"]
"""
RULE = """
[[regulation]]
id = "uk-house-rule"
jurisdiction = "uk"
body = "House"
instrument = "House rules"
section = "1"
force = "guidance"
title = "House rule: no claim without its trial"
demand = "No claim goes out without the trial beside it."
categories = ["efficacy"]
leads = ["efficacy"]
severity = "error"
status = "verified"
as_of = 2026-11-25
seen = ["example.org/rules"]
"""


@pytest.fixture
def own(tmp_path):
    """Writes a file of one's own and gives its path."""

    def write(text, name="own.toml"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write


def test_records_are_added_before_the_others_and_the_version_tells(own, known):
    book = opened(own(EVIDENCE + RULE))
    assert len(list(book)) == len(list(known)) + 2
    assert (book.evidence[0]["id"], book.regulations[0]["id"]) == ("our-audit-2026", "uk-house-rule")
    day, shipped, added = book.version.split("+")
    assert (day, shipped) == ("2026-11-25", known.version.partition("+")[2])
    assert opened(own(EVIDENCE)).version.rpartition("+")[2] != added


def test_a_record_with_a_known_id_takes_the_place_of_that_one(own, known):
    book = opened(own(EVIDENCE.replace("our-audit-2026", "respine-2024")))
    assert [each["id"] for each in book] == [each["id"] for each in known]
    assert book.find("respine-2024")["n"] == 212
    assert known.find("respine-2024")["n"] == 114, "the shipped ledger stays as it is"


def test_a_later_file_goes_before_an_earlier_one(own):
    first, second = own(EVIDENCE), own(EVIDENCE.replace("n = 212", "n = 213"), "later.toml")
    assert opened([first, second]).find("our-audit-2026")["n"] == 213
    assert opened([second, first]).find("our-audit-2026")["n"] == 212


def test_a_finding_cites_a_rule_of_ones_own_and_ranks_by_it(own, judged):
    from claimcheck.know import severity

    book = opened(own(RULE))
    claim = judged("asserted", "efficacy")
    assert citations(claim, "Relieves pain.", ["uk"], known=book)[-1].record == "uk-house-rule"
    assert severity(claim, "Relieves pain.", ["uk"], known=book).label == "error"
    assert severity(claim, "Relieves pain.", ["uk"]).label == "warning"


def test_a_weak_study_of_ones_own_does_not_push_a_trial_aside(own, judged):
    cited = citations(judged(), "Our stem cells relieve back pain.", known=opened(own(EVIDENCE)))
    assert cited[0].record == "respine-2024"


def test_no_file_is_the_shipped_ledger():
    assert opened() is ledger()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (EVIDENCE.replace("n = 212", "n = 0"), ["own.toml", "our-audit-2026", "'n'", "above 0"]),
        (EVIDENCE.replace('limits = "No', 'limit = "No'), ["our-audit-2026", "'limit'", "Known:"]),
        (EVIDENCE.replace('study = "registry"\n', ""), ["own.toml", "our-audit-2026", "'study'", "Add it"]),
        (EVIDENCE.replace("as_of = 2026-11-25", ""), ["our-audit-2026", "'as_of'", "Add it"]),
        (EVIDENCE.replace("2026-11-25", '"2026-02-30"'), ["our-audit-2026", "'as_of'", "real date"]),
        (EVIDENCE + EVIDENCE.replace("as_of = 2026-11-25", ""), ["our-audit-2026", "another id"]),
        (EVIDENCE.replace("our-audit-2026", "uk-cap-3-1"), ["own.toml", "uk-cap-3-1", "kind regulation", "another id"]),
        (RULE.replace('["efficacy"]', '["cures"]'), ["uk-house-rule", "'categories'", "cure,"]),
        (RULE.replace("[[regulation]]", "[[rule]]"), ["own.toml", "'rule'", "[[regulation]]"]),
        (RULE.replace("[[regulation]]", "[regulation]"), ["own.toml", "'regulation'", "[[regulation]]"]),
        ('regulation = "x"', ["own.toml", "'regulation'", "list of records"]),
        ("regulation = [1]", ["own.toml", "'regulation'", "list of records"]),
        ("[[gap]]\n", ["own.toml", "'gap'"]),
        ("a = ", ["own.toml", "not TOML"]),
    ],
)
def test_a_damaged_file_is_told_with_its_record_field_and_cure(own, text, told):
    with pytest.raises(LedgerError) as caught:
        opened(own(text))
    for part in told:
        assert part in str(caught.value)


def test_what_is_no_text_or_cannot_be_opened_is_told(tmp_path):
    for path, content in (("bytes.toml", b"\xff\xfe"), ("gone.toml", None)):
        if content:
            (tmp_path / path).write_bytes(content)
        with pytest.raises(LedgerError, match=path):
            opened(tmp_path / path)
    with pytest.raises(LedgerError, match="cannot be read"):
        opened(tmp_path)


# --- Any record that keeps to the schema is taken; anything else is refused with its file. -----------------------------

words = st.text("abcdefghij ", min_size=1, max_size=30).filter(str.strip)
ids = st.from_regex(r"[a-z]{1,6}(-[a-z0-9]{1,4}){1,3}", fullmatch=True).filter(lambda id: ledger().find(id) is None)
common = {
    "id": ids,
    "title": words,
    "status": st.sampled_from(list(STATUSES)),
    "as_of": st.dates(date(2020, 1, 1), date(2030, 1, 1)).map(date.isoformat),
    "seen": st.lists(words, min_size=1, max_size=2),
}
placed = {
    "jurisdiction": st.sampled_from(list(JURISDICTIONS)),
    "categories": st.lists(st.sampled_from(["cure", "safety", "all"]), min_size=1),
    "body": words,
}
kinds = {
    "evidence": {
        **common,
        **dict.fromkeys(("citation", "design", "comparator", "results", "limits", "summary"), words),
        "study": st.sampled_from(STUDIES),
        "identifiers": st.just([]),
        "claims": st.lists(st.sampled_from(CLAIM_TYPES)),
        "cells": st.lists(st.sampled_from(CELLS), min_size=1),
        "conditions": st.lists(st.sampled_from(CONDITIONS), min_size=1),
    },
    "regulation": {
        **common,
        **placed,
        **dict.fromkeys(("instrument", "section", "demand"), words),
        "force": st.sampled_from(FORCES),
    },
    "precedent": {**common, **placed, **dict.fromkeys(("case", "claimed", "outcome"), words)},
}
records = st.sampled_from(list(kinds)).flatmap(
    lambda kind: st.tuples(st.just(kind), st.fixed_dictionaries(kinds[kind]))
)


def toml(kind, record):
    return f"[[{kind}]]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in record.items())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(records, min_size=1, max_size=4, unique_by=lambda pair: pair[1]["id"]))
def test_whatever_keeps_to_the_schema_is_found_afterwards(own, pairs):
    book = opened(own("".join(toml(kind, record) for kind, record in pairs)))
    assert isinstance(book, Ledger)
    for kind, record in pairs:
        found = book.find(record["id"])
        assert found["kind"] == kind
        assert all(found[key] == value for key, value in record.items() if key != "categories")
    assert len(list(book)) == len(list(ledger())) + len(pairs)
    newest = max(record["as_of"] for _, record in pairs)
    assert book.version[:10] == max(newest, ledger().version[:10])


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records, st.data())
def test_a_record_that_lacks_a_field_or_has_a_wrong_one_is_named_with_it(own, pair, data):
    kind, record = pair
    field = data.draw(st.sampled_from([name for name in record if name != "id"]))
    wrong = data.draw(st.sampled_from([None, 1.5, [[]], {"a": 1}, ""]))
    damaged = {key: value for key, value in record.items() if key != field}
    text = toml(kind, damaged) + ("" if wrong is None else f"{field} = {inline(wrong)}\n")
    if field in ("categories", "n") and wrong is None and kind == "evidence":
        return
    if field in ("claims", "identifiers") and wrong == [[]]:
        text = toml(kind, damaged) + f"{field} = [1]\n"
    with pytest.raises(LedgerError) as caught:
        opened(own(text))
    assert all(part in str(caught.value) for part in ("own.toml", record["id"], field))


def inline(value):
    return "{ a = 1 }" if isinstance(value, dict) else json.dumps(value)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=200), st.text('abevidnc=[]"0123\n.', max_size=60)))
def test_any_text_is_a_ledger_or_a_clear_error(tmp_path, text):
    path = tmp_path / "own.toml"
    path.write_text(text, "utf-8", errors="replace")
    try:
        opened(path)
    except LedgerError as error:
        assert "own.toml" in error.problem and error.remedy
