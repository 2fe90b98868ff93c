import json

import pytest

from claimcheck.claim import PageType
from claimcheck.errors import UsageError
from claimcheck.judge import Remembering, default_judge, remembering
from claimcheck.read import read_text, segment

PAGE = segment(read_text("# Cells\n\nCells cure pain. It is guaranteed.\n\n- May ease pain\n", format="markdown"))


@pytest.fixture
def made(judge, tmp_path):
    def call(version="1", salt=""):
        return Remembering(lambda: judge, version, tmp_path / "cache", salt)

    return call


def entries(tmp_path):
    return sorted((tmp_path / "cache").glob("*.json"))


def test_a_page_is_judged_once(made, judge):
    first = made().judge(PAGE)
    assert judge.judged == len(PAGE)
    assert made().judge(PAGE) == first == judge.judge(PAGE)
    assert judge.judged == 2 * len(PAGE)


def test_what_was_not_used_for_longest_is_forgotten_first(made, judge, tmp_path):
    import os

    for number in range(4):
        made(str(number)).judge(PAGE)
    (tmp_path / "cache" / "own.json").write_text("not an entry")
    by_name = {entry.name: entry for entry in entries(tmp_path) if entry.name != "own.json"}
    for age, entry in enumerate(by_name.values()):
        os.utime(entry, (age, age))
    before = judge.judged
    for number in range(4):
        made(str(number)).judge(PAGE[:2])
    oldest, *others = (each for each in by_name.values())
    size = sum(entry.stat().st_size for entry in (tmp_path / "cache").glob("?" * 64 + ".json"))
    assert made().trim(size) == 0
    assert made().trim(size - 1) == 1 and not oldest.exists() and all(each.exists() for each in others)
    assert judge.judged == before + 8
    assert made().trim(0) == 7 and {each.name for each in (tmp_path / "cache").iterdir()} == {
        "own.json",
        "CACHEDIR.TAG",
    }


def test_use_is_noted(made, tmp_path):
    import os

    made().judge(PAGE)
    (entry,) = entries(tmp_path)
    os.utime(entry, (1, 1))
    made().judge(PAGE)
    assert entry.stat().st_mtime > 1


@pytest.mark.parametrize("change", ["words", "version", "salt", "page type", "context"])
def test_whatever_changes_is_judged_again(made, judge, change):
    from dataclasses import replace

    made().judge(PAGE)
    before = judge.judged
    other = made("2" if change == "version" else "1", "x" if change == "salt" else "")
    pages = {
        "words": (replace(PAGE[0], text="Cell"), *PAGE[1:]),
        "context": (replace(PAGE[0], context=replace(PAGE[0].context, before="x")), *PAGE[1:]),
    }
    other.judge(pages.get(change, PAGE), PageType.SELLER if change == "page type" else PageType.AUTO)
    assert judge.judged == before + len(PAGE)


@pytest.mark.parametrize("damage", [b"", b"[]", b"[[1]]", b'{"a": 1}', b"\xff", b"[null]"])
def test_a_damaged_entry_is_judged_again_and_mended(made, judge, tmp_path, damage):
    judgements = made().judge(PAGE)
    (entry,) = entries(tmp_path)
    good = entry.read_bytes()
    entry.write_bytes(damage)
    assert made().judge(PAGE) == judgements
    assert entry.read_bytes() == good


def test_the_folder_says_that_it_may_be_deleted(made, tmp_path):
    made()
    assert (tmp_path / "cache" / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_a_folder_that_cannot_be_made_is_a_clear_error(judge, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        Remembering(lambda: judge, "1", tmp_path / "file" / "cache", "")


def test_a_full_disk_costs_nothing_but_the_memory(made, monkeypatch, tmp_path):
    from pathlib import Path

    remembering_judge = made()

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    assert remembering_judge.judge(PAGE)
    assert entries(tmp_path) == []


def test_the_shipped_judge_says_the_same_from_memory(tmp_path):
    plain = default_judge().judge(PAGE)
    assert remembering(tmp_path / "c").judge(PAGE) == plain
    remembered = remembering(tmp_path / "c")
    assert remembered.version == default_judge().version
    assert remembered.judge(PAGE) == plain
    assert json.loads(next((tmp_path / "c").glob("*.json")).read_text())
