import json
from hashlib import sha256

import pytest

from claimcheck.screen import Recipe, Row, screen_rows
from claimcheck.screen.judging import domain


def test_a_finding_carries_what_a_reviewer_needs(stub):
    (outcome,) = screen_rows([Row(7, "a.csv", "line 9", "Hello. We cure it.", "a")], Recipe(make=stub.stub))
    (found,) = outcome.findings
    assert (found.start, found.end, found.text) == (6, 17, " We cure it")
    assert json.loads(found.citations)[0]["record"] == "respine-2024"
    assert json.loads(found.cues)[0]["text"] == "cure"
    assert outcome.hash == sha256(b"Hello. We cure it.").hexdigest()


def test_the_shipped_judge_is_used_without_a_maker():
    outcomes = screen_rows(
        [Row(0, "a", "1", "Our stem cells cure back pain. Guaranteed."), Row(1, "a", "2", "We open at nine.")], Recipe()
    )
    assert outcomes[0].severity == 3
    assert outcomes[0].findings[0].citations != "[]"
    assert outcomes[1].severity == 0


def test_an_outcome_depends_on_nothing_but_its_row(stub):
    rows = [Row(n, "a", str(n), f"We cure it {n}.") for n in range(5)]
    recipe = Recipe(make=stub.stub)
    assert screen_rows(rows, recipe) == [screen_rows([row], recipe)[0] for row in rows]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.Example.org/a", "example.org"),
        ("example.org/a", "example.org"),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_domains(url, host):
    assert domain(url) == host


def test_copies_are_judged_once_and_every_row_keeps_its_own(stub, monkeypatch):
    seen = []
    quick = stub.Stub.check
    monkeypatch.setattr(stub.Stub, "check", lambda self, text, **rest: seen.append(text) or quick(self, text, **rest))
    rows = [Row(n, "a", str(n), "We cure it once.", f"a{n}", f"Clinic {n}") for n in range(5)]
    outcomes = screen_rows(rows, Recipe(make=stub.stub, keep="none"))
    assert len(seen) == 1
    assert [(each.document, each.id, each.advertiser) for each in outcomes] == [
        (n, f"a{n}", f"Clinic {n}") for n in range(5)
    ]
    assert len({each.findings for each in outcomes}) == 1


def test_failures_are_each_rows_own(stub):
    rows = [Row(n, "a", str(n), "This FAILS." if n % 2 else "We cure it.") for n in range(4)]
    outcomes = screen_rows(rows, Recipe(make=stub.stub))
    assert [bool(each.problem) for each in outcomes] == [False, True, False, True]
