"""Each hard case of the codebook has claims that are flagged and near misses that are left alone.

What the judge still gets wrong stands by name in `missed.txt`, and the rates in `README.md`; both are written by
`python -m tests.golden cases`. A judge that gets one wrong that stands there as right fails, and so does a list that no
longer tells the truth.
"""

from collections import Counter
from functools import cache

import pytest

from claimcheck import codebook
from claimcheck.judge import default_judge
from tests.cases.examples import FLAGGED, FOLDER, NEAR_MISS, examples, judged
from tests.golden import MODULES

EXAMPLES = examples()
CASES = {case.number: case.title for case in codebook.cases()}
MISSED, RATES = FOLDER / "missed.txt", FOLDER / "README.md"


@cache
def answers():
    """The judge's strength of every example, by name."""
    return {example.name: judged(example, default_judge()) for example in EXAMPLES}


def right(example):
    return answers()[example.name].flagged == example.level.flagged


def goldens():
    """What is missed, and the rates by case."""
    missed = [example.name for example in EXAMPLES if not right(example)]
    lines = ["# The hard cases, as the shipped model reads them", "", *_table()]
    return {MISSED: "".join(f"{name}\n" for name in missed), RATES: "\n".join(lines) + "\n"}


def _table():
    yield "Examples of each case: claims that are flagged, near misses that are left alone, and both with the exact level"
    yield "(unflagged, vague, asserted or absolute). Written by `python -m tests.golden cases`."
    yield ""
    yield "| case | flagged | near misses | exact level |"
    yield "| --- | --- | --- | --- |"
    yield _row("all", EXAMPLES)
    for number, name in CASES.items():
        yield _row(f"{number}, {name}", [example for example in EXAMPLES if example.case == number])


def _row(name, chosen):
    flagged, near = ([e for e in chosen if e.kind == kind] for kind in (FLAGGED, NEAR_MISS))
    exact = sum(_level(answers()[e.name]) is _level(e.level) for e in chosen)
    rates = (f"{sum(map(right, each))} of {len(each)}" for each in (flagged, near))
    return f"| {name} | {' | '.join(rates)} | {exact} of {len(chosen)} |"


def _level(strength):
    return strength if strength.flagged else None


def test_every_case_has_examples_of_both_kinds():
    counts = Counter((example.case, example.kind) for example in EXAMPLES)
    assert {case for case, _ in counts} == set(CASES)
    assert all(counts[case, kind] >= 4 for case in CASES for kind in (FLAGGED, NEAR_MISS))


def test_the_kind_of_an_example_is_that_of_its_level():
    for example in EXAMPLES:
        assert example.level.flagged == (example.kind == FLAGGED), example.name


def test_no_text_stands_twice():
    texts = Counter((example.text, example.page, example.seller) for example in EXAMPLES)
    assert [text for text, count in texts.items() if count > 1] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_is_judged_by_its_flag(example):
    known = example.name in MISSED.read_text(encoding="utf-8").split()
    assert right(example) != known, "better or worse than missed.txt says; run: python -m tests.golden cases"


@pytest.mark.parametrize("case", CASES)
def test_a_case_has_a_claim_that_is_flagged_and_a_near_miss_that_is_not(case):
    passed = {example.kind for example in EXAMPLES if example.case == case and right(example)}
    assert passed == {FLAGGED, NEAR_MISS}


def test_the_rates_are_those_of_this_model():
    assert RATES.read_text(encoding="utf-8") == goldens()[RATES], "run: python -m tests.golden cases"


def test_the_lists_can_be_written_anew():
    assert MODULES["cases"] == "tests.cases.test_cases"
