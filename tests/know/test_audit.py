import pytest

from claimcheck.errors import UsageError
from claimcheck.know import Ledger
from claimcheck.know.audit import Concern, concerns, gaps, told, told_gaps
from claimcheck.know.compiled import SHIPPED, compiled


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


def test_known_gaps_are_those_of_the_ledger(known):
    assert list(gaps(known)) == known.gaps != []
    text = told_gaps(gaps(known))
    assert text.startswith("\nKnown gaps\n  European Union, fewer than two rules on guarantee, ")
    assert told_gaps(()) == ""


def test_a_gap_closes_where_rules_are_added():
    book = Ledger.from_json(compiled(SHIPPED))
    (canada,) = [gap for gap in book.gaps if gap["jurisdiction"] == "ca"]
    rule = {**book.find("ca-health-canada-2019"), "id": "ca-new", "categories": canada["categories"][1:]}
    book.regulations.append(rule)
    (left,) = [gap for gap in gaps(book) if gap["jurisdiction"] == "ca"]
    assert left["categories"] == canada["categories"][:1]
    book.regulations.append({**rule, "id": "ca-newer", "categories": canada["categories"]})
    assert "ca" not in {gap["jurisdiction"] for gap in gaps(book)}


def test_gaps_are_narrowed_to_what_is_asked(known):
    (gap,) = gaps(known, "Cure", "CA")
    assert (gap["jurisdiction"], gap["categories"]) == ("ca", ["cure"])
    assert gaps(known, "cure", "us") == gaps(known, None, "uk") == ()
    assert {gap["jurisdiction"] for gap in gaps(known, "regeneration")} == {"eu", "au", "ca"}
