import json

import pytest

from claimcheck.errors import UsageError
from claimcheck.screen import Engine, Recipe, rerun

ADS = [
    {"id": "a", "body": "It may help."},
    {"id": "b", "body": "We cure it. It may help."},
    {"id": "c", "body": "We cure it. " * 200},
    {"id": "d", "body": ""},
    {"id": "e", "body": "We open at nine."},
]


def again(folder, out, make):
    return rerun.again(folder, out, lambda settings: Recipe(make=make), Engine(workers=1))


def test_what_changed_is_listed(table, screened, stub, tmp_path):
    _, out = screened(table(*ADS))
    changes = again(out, tmp_path / "again", stub.other_stub)
    assert changes == (5, 2, 0, 1, 0, 1)
    lines = [json.loads(line) for line in (tmp_path / "again/changes.jsonl").read_text().splitlines()]
    assert [(line["id"], line["before"], line["after"]) for line in lines] == [("a", 1, 0), ("b", 3, 3)]
    assert lines[0]["gone"] == [["It may help", "vague", "cure"]]


def test_the_same_rules_change_nothing(table, screened, rows, stub, tmp_path):
    _, out = screened(table(*ADS))
    assert again(out, tmp_path / "again", stub.stub).changed == 0
    for name in ("findings", "texts", "faults", "groups"):
        kept = [{key: value for key, value in row.items() if key != "remedy"} for row in rows(out, name)]
        assert [{k: v for k, v in row.items() if k != "remedy"} for row in rows(tmp_path / "again", name)] == kept


def test_it_can_be_called_again(table, screened, stub, tmp_path):
    _, out = screened(table(*ADS))
    assert again(out, tmp_path / "again", stub.other_stub) == again(out, tmp_path / "again", stub.other_stub)


def test_what_cannot_be_judged_again_is_refused(table, screened, stub, tmp_path):
    _, out = screened(table(*ADS), keep="flagged")
    with pytest.raises(UsageError, match="kept no texts"):
        again(out, tmp_path / "again", stub.stub)
    with pytest.raises(UsageError, match="holds no screening"):
        again(tmp_path, tmp_path / "again", stub.stub)
    _, full = screened(table(*ADS), out="full")
    with pytest.raises(UsageError, match="folder of the past one"):
        again(full, full, stub.stub)
