from hypothesis import given
from hypothesis import strategies as st

from claimcheck.judge.lanes import Lanes

SIGNED = st.lists(st.integers(-(2**29), 2**29), min_size=5, max_size=5)
WHOLE = st.lists(st.integers(0, 2**31 - 1), min_size=5, max_size=5)
LANES = Lanes(5)


@given(SIGNED, SIGNED, st.integers(-1, 1))
def test_sums_of_packed_numbers_are_packed_sums(one, other, times):
    both = LANES.pack(one) + times * LANES.pack(other)
    assert list(LANES.unpack(both)) == [a + times * b for a, b in zip(one, other, strict=True)]


@given(WHOLE, WHOLE)
def test_the_larger_wins_lane_by_lane(one, other):
    packed = LANES.larger(LANES.pack(one), LANES.pack(other))
    assert list(LANES.unpack(packed)) == list(map(max, one, other))


def test_sizes_of_lanes_differ_by_code():
    for code, most in (("h", 2**15 - 1), ("i", 2**31 - 1), ("q", 2**63 - 1)):
        lanes = Lanes(3, code)
        numbers = [most, -most - 1, -1]
        assert list(lanes.unpack(lanes.pack(numbers))) == numbers
