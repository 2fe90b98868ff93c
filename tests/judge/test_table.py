import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import ModelError
from claimcheck.judge.table import LIMIT, MOST, WeightTable, key_of, pack

ROWS = st.dictionaries(st.text(max_size=8), st.lists(st.integers(-LIMIT, LIMIT), min_size=3, max_size=3), max_size=40)


@given(ROWS, st.lists(st.text(max_size=8), max_size=30))
def test_sums_equal_plain_addition(rows, asked):
    table = WeightTable(memoryview(pack({key_of(f): row for f, row in rows.items()}, 3)))
    known = [f for f in asked if f in rows]
    expected = [sum(rows[f][lane] for f in known) for lane in range(3)]
    assert table.sum(asked) == (expected, len(known))


def test_no_lane_overflows_past_the_block_size():
    table = WeightTable(memoryview(pack({key_of("a"): [LIMIT, -LIMIT]}, 2)))
    count = 3 * MOST + 7
    assert table.sum(["a"] * count) == ([LIMIT * count, -LIMIT * count], count)


def test_an_unknown_feature_has_no_weights():
    table = WeightTable(memoryview(pack({key_of("a"): [1]}, 1)))
    assert table.weights("b") is None
    assert table.weights("a") == [1]


@pytest.mark.parametrize("damage", [lambda b: b[:-1], lambda b: b"XXXX" + b[4:], lambda b: b[:10], lambda b: b""])
def test_a_damaged_table_is_refused_with_a_remedy(damage):
    data = pack({key_of("a"): [1]}, 1)
    with pytest.raises(ModelError, match="claimcheck train"):
        WeightTable(memoryview(damage(data)))
