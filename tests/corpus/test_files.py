import os

import pytest

from claimcheck.corpus.files import replace_all
from claimcheck.errors import CorpusError


def test_all_files_get_their_content(tmp_path):
    replace_all({tmp_path / "a": b"1", tmp_path / "new" / "b": b"2"})
    assert (tmp_path / "a").read_bytes() == b"1"
    assert (tmp_path / "new" / "b").read_bytes() == b"2"
    assert len(list(tmp_path.rglob("*"))) == 3


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_where_one_cannot_be_replaced_all_stay_as_they_were(tmp_path, monkeypatch, failing):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "c").write_bytes(b"old")
    real, calls = os.replace, []

    def replace(source, target):
        calls.append(target)
        if len(calls) == failing:
            raise OSError("disk full")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(CorpusError, match="disk full"):
        replace_all({tmp_path / name: b"new" for name in "abc"})
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"a": b"old", "c": b"old"}


def test_an_interrupt_restores_and_passes_on(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        replace_all({tmp_path / "a": b"new"})
    assert (tmp_path / "a").read_bytes() == b"old"
