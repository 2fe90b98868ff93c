import pytest

from claimcheck.errors import UsageError
from claimcheck.know.audit import Concern, concerns, told


def test_what_was_only_partly_seen_is_to_be_read(known):
    partly = {record["id"] for record in known if record["status"] == "partly seen"}
    assert partly <= {concern.record for concern in concerns(known)}
    assert "respine-2024" not in {concern.record for concern in concerns(known)}


def test_old_records_are_those_before_the_date(known):
    count = sum(concern.reason.startswith("last read") for concern in concerns(known, "2026-11-24"))
    assert count == len(list(known))
    assert concerns(known, "2026-11-23") == concerns(known)


@pytest.mark.parametrize(
    ("id", "field", "value", "reason"),
    [
        ("respine-2024", "identifiers", ["doi:11.1136/x"], "identifier 'doi:11.1136/x'"),
        ("respine-2024", "seen", ["somewhere"], "no address"),
        ("us-16cfr255-2a", "section", "CFR 255", "section 'CFR 255'"),
    ],
)
def test_a_malformed_field_is_told(known, id, field, value, reason):
    damaged = {**known.find(id), field: value}
    assert any(concern.reason.startswith(reason) for concern in concerns([damaged]))


def test_concerns_are_told_a_line_each_with_their_number():
    text = told([Concern("a", "no identifier"), Concern("bb", "last read on 2026-01-01")])
    assert text == "a   no identifier\nbb  last read on 2026-01-01\n2 reasons to look again, in 2 records.\n"


@pytest.mark.parametrize("day", ["2026-13-01", "yesterday", "20261123", ""])
def test_a_wrong_date_is_a_clear_error(known, day):
    with pytest.raises(UsageError, match="no date"):
        concerns(known, day)
