import math
from datetime import date, datetime

import pytest

from claimcheck.screen.cells import first, lookup, moment, reach, words


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (math.nan, ""),
        ("a", "a"),
        (7, "7"),
        (["One.", None, "Two.", "One."], "One.\n\nTwo."),
        ({"text": "Inside."}, "Inside."),
        (b"bytes", "bytes"),
        (date(2026, 1, 2), "2026-01-02"),
    ],
)
def test_words(value, text):
    assert words(value) == text


def test_the_first_of_a_list_is_one_line():
    assert first([None, " Spine \n Clinic ", "Other"]) == "Spine Clinic"
    assert first([]) == ""


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (1200, 1200),
        ("1,200", 1200),
        ("10k-100k", 10_000),
        ("≥1M", 1_000_000),
        ({"lower_bound": "5000", "upper_bound": "5999"}, 5000),
        ("lower_bound: 1000, upper_bound: 4999", 1000),
        ([10, None, 20], 30),
        (None, None),
        ("many", None),
        ("", None),
    ],
)
def test_reach(value, number):
    assert reach(value) == number


@pytest.mark.parametrize(
    ("value", "time"),
    [
        ("2026-03-01", "2026-03-01"),
        (1764288000, "2025-11-28T00:00:00+00:00"),
        ("1764288000000", "2025-11-28T00:00:00+00:00"),
        (datetime(2026, 3, 1, 12), "2026-03-01T12:00:00"),
        (["2026-05-01", "2026-03-01"], "2026-03-01"),
        ("last spring", "last spring"),
        (None, ""),
    ],
)
def test_moment(value, time):
    assert moment(value) == time


def test_an_address_goes_into_nested_values():
    record = {"a": {"b": 1}, "l": [{"x": 1}, {"x": 2}, 3], "p.q": "as it is"}
    assert lookup(record, "a.b") == 1
    assert lookup(record, "l.[].x") == [1, 2]
    assert lookup(record, "p.q") == "as it is"
    assert lookup(record, "a.c") is None
    assert lookup(record, "nothing") is None
