import pytest

from claimcheck.checker import Checker
from claimcheck.errors import UsageError
from claimcheck.faces.ratchet import BaselineFile

TOOL = {"tool": "1", "model": "a", "knowledge": "k"}


def test_without_a_file_nothing_happens(judge):
    result = Checker(judge=judge).check("Cells cure pain.")
    file = BaselineFile(None, TOOL, update=False)
    assert file.hold(result) is result and list(file.finish()) == []


def test_a_new_file_is_written_and_then_known(tmp_path, judge):
    path, result = str(tmp_path / "b.json"), Checker(judge=judge).check("Cells cure pain.")
    first = BaselineFile(path, TOOL, update=True)
    assert len(first.hold(result).findings) == 1
    assert list(first.finish()) == [f"the baseline is in {path}"]
    second = BaselineFile(path, TOOL, update=False)
    assert second.hold(result).findings == () and list(second.finish()) == []


def test_what_is_gone_is_told(tmp_path, judge):
    path, result = str(tmp_path / "b.json"), Checker(judge=judge).check("Cells cure pain.")
    first = BaselineFile(path, TOOL, update=True)
    first.hold(result)
    list(first.finish())
    assert "1 known finding did not come up" in next(BaselineFile(path, TOOL, update=False).finish())


def test_an_update_needs_a_file():
    with pytest.raises(UsageError, match="--baseline FILE"):
        BaselineFile(None, TOOL, update=True)
