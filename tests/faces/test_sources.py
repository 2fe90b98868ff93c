import sys

import pytest

from claimcheck.claim import Severity
from claimcheck.errors import ModelError, ReadError
from claimcheck.faces.sources import SUFFIXES, Inspection, expand, is_url
from claimcheck.finding import Coverage, Fault, Result
from claimcheck.text import Source


class FakeChecker:
    """Answers by the source's name: `gone` cannot be read, `crash` fails, `model` has no model; the rest is clean."""

    def __init__(self):
        self.asked = []

    def _answer(self, kind, name, format=None):
        self.asked.append((kind, name, format))
        if "gone" in str(name):
            raise ReadError("There is no such file.", "Check the path.")
        if "crash" in str(name):
            raise RuntimeError("out of tune")
        if "model" in str(name):
            raise ModelError("No model.", "Install again.")
        return Result(Source(str(name), "Hello.", "text"), coverage=Coverage(6, 6))

    def check_path(self, path, *, format=None):
        return self._answer("path", path, format)

    def check_bytes(self, data, *, name, format=None):
        return self._answer(data, name, format)

    def check_url(self, url):
        return self._answer("url", url)


def inspect(*sources, **options):
    inspection = Inspection(FakeChecker(), sources, lambda: b"typed", **options)
    return inspection, list(inspection)


@pytest.fixture
def site(tmp_path):
    for name in ("b.html", "a.HTM", "z/notes.md", "z/deep/p.txt", "picture.png", ".git/x.html", "z/.hidden.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


def test_a_folder_gives_its_readable_files_sorted_and_hidden_ones_left_out(site):
    expected = [str(site / name) for name in ("a.HTM", "b.html", "z/notes.md", "z/deep/p.txt")]
    assert list(expand([str(site)])) == expected


def test_what_a_browser_saved_beside_a_page_is_no_page(tmp_path):
    for name in ("Our page.html", "Our page_files/frame.html", "Alt.htm", "Alt-Dateien/a.html", "blog_files/post.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [name.removeprefix(f"{tmp_path}/") for name in expand([str(tmp_path)])] == [
        "Alt.htm",
        "Our page.html",
        "blog_files/post.html",
    ]


def test_what_is_no_folder_is_named_as_it_is():
    names = ["https://example.org/a", "-", "missing.html", "odd.suffix"]
    assert list(expand(names)) == names


def test_a_folder_without_readable_files_is_a_fault(tmp_path):
    (fault,) = expand([str(tmp_path)])
    assert isinstance(fault, Fault) and fault.source == str(tmp_path)
    assert all(suffix in fault.remedy for suffix in SUFFIXES)


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_a_folder_that_holds_itself_is_walked_once(site):
    (site / "loop").symlink_to(site)
    assert len(list(expand([str(site)]))) == 4


@pytest.mark.parametrize(
    ("name", "expected"), [("HTTP://a.example", True), ("https://a", True), ("ftp://a", False), ("a.html", False)]
)
def test_only_web_addresses_are_fetched(name, expected):
    assert is_url(name) is expected


def test_each_source_is_checked_by_its_kind():
    inspection, _ = inspect("a.html", "-", "https://example.org", input_format="html")
    assert inspection.checker.asked == [
        ("path", "a.html", "html"),
        (b"typed", "<stdin>", "html"),
        ("url", "https://example.org", None),
    ]


def test_one_bad_source_does_not_hide_the_others():
    inspection, results = inspect("a.html", "gone.html", "b.html")
    assert [result.source.name for result in results] == ["a.html", "gone.html", "b.html"]
    assert results[1].faults == (Fault("gone.html", "There is no such file.", "Check the path."),)
    assert results[1].source.format == ""
    assert (inspection.summary.documents, inspection.summary.unread, inspection.crashed) == (3, 1, 0)


def test_a_program_fault_is_counted_and_the_rest_is_checked():
    inspection, results = inspect("crash.html", "b.html")
    assert inspection.crashed == 1
    assert "RuntimeError: out of tune" in results[0].faults[0].problem
    assert results[1].coverage.read == 6


def test_debugging_lets_a_program_fault_through(monkeypatch):
    monkeypatch.setenv("CLAIMCHECK_DEBUG", "1")
    with pytest.raises(RuntimeError):
        inspect("crash.html")


def test_an_error_that_every_source_would_meet_ends_the_inspection():
    with pytest.raises(ModelError):
        inspect("model.html", "b.html")


def test_a_fault_in_the_list_becomes_a_result():
    inspection, (result,) = inspect(Fault("x", "Empty.", "Add files."))
    assert result.faults == (Fault("x", "Empty.", "Add files."),)
    assert inspection.summary.unread == 1


def test_findings_below_the_severity_are_left_out():
    inspection, _ = inspect("a.html", above=Severity.ERROR)
    assert inspection.summary.findings == 0
