import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.know import LedgerError
from claimcheck.know.changes import Contents, changes, contents, told
from claimcheck.know.compiled import COMPILED, SHIPPED, compiled


@pytest.fixture
def altered(tmp_path):
    """A ledger.json with one record changed, one taken out and one put in."""
    content = json.loads(compiled(SHIPPED))
    content["version"] = "2026-01-01+00000000"
    content["evidence"][0]["n"] = 113
    content["precedent"][0]["id"] = "old-case"
    content["gap"][0]["note"] = "Not read."
    path = tmp_path / "old.json"
    path.write_text(json.dumps(content), "utf-8")
    return path


def test_what_came_what_went_and_what_differs(altered, known):
    found = changes(contents(altered), contents(SHIPPED / COMPILED))
    assert (found.old, found.new) == ("2026-01-01+00000000", known.version)
    assert [entry.record for entry in found.removed] == ["old-case"]
    assert [entry.record for entry in found.added] == [known.precedents[0]["id"]]
    first, gap = found.changed
    assert (first.record, [(c.field, c.old, c.new) for c in first.fields]) == ("respine-2024", [("n", 113, 114)])
    assert (gap.record, gap.fields[0].field) == ("gap eu", "note")


def test_the_changes_are_told_field_by_field(altered):
    text = told(changes(contents(altered), contents(SHIPPED / COMPILED)))
    assert text.startswith("From 2026-01-01+00000000 to 20")
    assert ": 1 added, 1 removed, 2 changed.\n" in text
    assert "    n\n      - 113\n      + 114\n" in text


def test_a_folder_and_its_compiled_file_are_the_same(folder):
    same = changes(contents(folder), contents(SHIPPED / COMPILED))
    assert told(same) == f"From {same.old} to {same.new}: nothing changed.\n"


def test_an_earlier_ledger_that_lacks_a_field_can_be_compared(altered):
    content = json.loads(altered.read_text("utf-8"))
    del content["gap"], content["words"], content["evidence"][0]["limits"]
    altered.write_text(json.dumps(content), "utf-8")
    found = changes(contents(altered), contents(SHIPPED / COMPILED))
    fields = {change.field: change for change in found.changed[0].fields}
    assert fields["limits"].old is None
    assert "(not there)" in told(found)


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"version": 1}', '{"evidence": [1], "regulation": [], "precedent": []}', "x"]
)
def test_what_is_no_ledger_is_told(tmp_path, content):
    (tmp_path / "a.json").write_text(content)
    with pytest.raises(LedgerError, match=r"a\.json is no compiled ledger.*ledger\.json"):
        contents(tmp_path / "a.json")


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(LedgerError, match=r"gone\.json cannot be read"):
        contents(tmp_path / "gone.json")


tables = st.dictionaries(
    st.sampled_from("abcd"), st.fixed_dictionaries({"kind": st.just("evidence"), "n": st.integers(0, 2)}), max_size=4
)


@given(tables, tables)
def test_changes_lead_from_the_old_to_the_new(old, new):
    found = changes(Contents("1", old), Contents("2", new))
    built = {id: dict(record) for id, record in old.items()}
    for entry in found.removed:
        del built[entry.record]
    for entry in found.added:
        built[entry.record] = dict(new[entry.record])
    for each in found.changed:
        built[each.record].update({change.field: change.new for change in each.fields})
    assert built == new
    back = changes(Contents("2", new), Contents("1", old))
    assert {entry.record for entry in back.added} == {entry.record for entry in found.removed}
