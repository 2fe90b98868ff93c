import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import ModelError
from claimcheck.judge.lanes import Lanes
from claimcheck.judge.table import LIMIT, WeightTable, encoded, key_of, pack, packed

ROWS = st.dictionaries(st.text(max_size=8), st.lists(st.integers(-LIMIT, LIMIT), min_size=3, max_size=3), max_size=40)


def table_of(rows, lanes=3):
    return WeightTable(pack({key_of(name): row for name, row in rows.items()}, lanes))


@given(ROWS, st.lists(st.text(max_size=8), max_size=30))
def test_each_feature_has_its_weights_and_no_other_has_any(rows, asked):
    table = table_of(rows)
    assert table.known == {key_of(name) for name in rows}
    for name in [*rows, *asked]:
        weights = table.weights(name)
        assert weights is None if name not in rows else list(weights) == rows[name]


@given(ROWS)
def test_rows_add_up_side_by_side(rows):
    table = table_of(rows)
    total = sum(packed(table.row(key_of(name))) for name in rows)
    assert list(Lanes(3).unpack(total)) == [sum(row[lane] for row in rows.values()) for lane in range(3)]


def test_an_unknown_key_has_no_row():
    table = table_of({"a": [1]}, 1)
    assert table.weights("b") is None and table.row(key_of("b")) is None
    assert list(table.at(key_of("a"))) == [1]
    with pytest.raises(KeyError):
        table.at(key_of("b"))


def test_half_a_surrogate_pair_has_a_key_too():
    assert encoded("\ud83d") and key_of("\ud83d") != key_of("?")


def huge(table):
    """A header that promises no rows, each of gigabytes: Atheris found that it was believed."""
    return table[:8] + bytes(4) + b"\0\0\0\x57"


@pytest.mark.parametrize("damage", [lambda b: b[:-1], lambda b: b"XXXX" + b[4:], lambda b: b[:10], lambda b: b"", huge])
def test_a_damaged_table_is_refused_with_a_remedy(damage):
    data = pack({key_of("a"): [1]}, 1)
    with pytest.raises(ModelError, match="claimcheck train"):
        WeightTable(damage(data))
