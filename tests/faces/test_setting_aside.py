import pytest

from claimcheck.checker import Checker
from claimcheck.errors import UsageError
from claimcheck.faces.setting_aside import SettingAside
from claimcheck.finding import Suppression

WHY = Suppression("x")


def test_each_file_with_findings_is_written(tmp_path, judge):
    paths = [tmp_path / "a.html", tmp_path / "b.html", tmp_path / "c.html"]
    for path, text in zip(paths, ("Cells cure pain.", "Hello.", "It is guaranteed."), strict=True):
        path.write_text(f"<p>{text}</p>")
    aside = SettingAside(WHY, [])
    for path in paths:
        result = Checker(judge=judge).check_path(path)
        assert aside.gather(result) is result
    assert [(added.path, added.count) for added in aside.write()] == [(paths[0], 1), (paths[2], 1)]
    assert aside.faults == []


def test_a_file_that_cannot_be_written_hides_no_other(tmp_path, judge):
    paths = [tmp_path / "a.html", tmp_path / "b.html"]
    aside = SettingAside(WHY, [])
    for path in paths:
        path.write_text("<p>Cells cure pain.</p>")
        aside.gather(Checker(judge=judge).check_path(path))
    paths[0].unlink()
    assert [added.path for added in aside.write()] == [paths[1]]
    assert aside.faults[0].source == str(paths[0])


@pytest.mark.parametrize("source", ["-", "https://example.org/"])
def test_what_is_no_file_is_refused_before_anything_is_checked(source):
    with pytest.raises(UsageError, match="cannot be written to"):
        SettingAside(WHY, [source])
