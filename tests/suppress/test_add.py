import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.checker import Checker
from claimcheck.errors import ReadError, UsageError
from claimcheck.suppress import add, checked_suppression, sidecar_of
from tests.conftest import KeywordJudge

WHY = checked_suppression("cleared by legal", "M. B.", "2030-01-01")
COMMENT = re.compile(r'<!-- claimcheck: ignore \w{16} reason="cleared by legal" author="M. B." until="2030-01-01" -->')

HTML = """<!doctype html>\r
<html><head><title>Cells cure pain</title>
<meta name=description content="Guaranteed to regrow discs &amp; more"></head><body>
<h1>Cells cure pain</h1>
<p>Hello. <b>It is guaranteed.</b> Discs regrow. <a href="#">Cells cure pain</a>
<ul><li>Discs regrow<li>Discs regrow</ul><img alt="Cure found" src=x>
<script type="application/ld+json">{"@type": "MedicalClinic", "description": "Cells cure pain."}</script>
<button>Cure me</button><textarea>We cure.</textarea>
<table><tr><td>Discs regrow<td>Cells cure pain</table>
"""
MARKDOWN = """---
title: Cells cure pain
---
# Cells cure pain #

It is **guaranteed.** Discs
regrow. We [cure pain](http://x/ "Cure here") and `code cures` ![Cure](a.png)

- Discs regrow
- *Discs regrow*

> Cells cure pain.

| Discs regrow | b |
| --- | --- |
| Cells cure pain | c |

Guaranteed
----------
    code that cures
"""


@pytest.fixture
def checker(judge):
    return Checker(judge=judge, today="2026-11-28")


def added(path, checker):
    result = checker.check_path(path)
    return result, add(path, result.findings, WHY)


@pytest.mark.parametrize(("name", "text"), [("page.html", HTML), ("page.md", MARKDOWN)])
def test_afterwards_nothing_is_found_and_the_words_are_the_same(tmp_path, checker, name, text):
    path = tmp_path / name
    path.write_bytes(text.encode())
    before, written = added(path, checker)
    after = checker.check_path(path)
    assert len(before.findings) >= 9
    assert after.findings == () and after.notices == () and after.faults == ()
    assert sorted(f.fingerprint for f in after.suppressed) == sorted(f.fingerprint for f in before.findings)
    assert [s.text for s in after.segments] == [s.text for s in before.segments]
    assert sum(each.count for each in written) == len(before.findings)
    assert all(f.suppression.author == "M. B." for f in after.suppressed)


@pytest.mark.parametrize(("name", "text"), [("page.html", HTML), ("page.md", MARKDOWN)])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_no_other_byte_is_touched(tmp_path, checker, name, text, encoding):
    path = tmp_path / name
    path.write_bytes((text + "\nÄ 治\n").encode(encoding))
    original = path.read_bytes()
    added(path, checker)
    assert path.read_bytes() != original
    bare = COMMENT.sub("", path.read_bytes().decode(encoding))
    assert bare.encode("utf-8-sig" if encoding == "utf-8-sig" else encoding) == original


def test_a_second_time_adds_nothing(tmp_path, checker):
    path = tmp_path / "page.html"
    path.write_text(HTML)
    added(path, checker)
    once = path.read_bytes()
    assert added(path, checker)[1] == []
    assert path.read_bytes() == once


def test_a_format_without_comments_gets_a_sidecar_and_stays_as_it_was(tmp_path, checker):
    path = tmp_path / "flyer.txt"
    path.write_bytes(b"Our cells cure pain.\r\n")
    _, (written,) = added(path, checker)
    assert (written.path, written.count) == (sidecar_of(path), 1)
    assert path.read_bytes() == b"Our cells cure pain.\r\n"
    assert checker.check_path(path).findings == ()


def test_front_matter_takes_no_comment_and_goes_to_the_sidecar(tmp_path, checker):
    path = tmp_path / "page.md"
    path.write_text("---\ntitle: Cells cure pain\n---\n\nHello.\n")
    _, (written,) = added(path, checker)
    assert written.path == sidecar_of(path)


def test_bytes_that_cannot_be_written_back_lead_to_the_sidecar(tmp_path, checker):
    path = tmp_path / "page.html"
    path.write_bytes(b"<p>Cells cure pain.</p>\x81\xe4")
    before = path.read_bytes()
    _, (written,) = added(path, checker)
    assert (written.path, path.read_bytes()) == (sidecar_of(path), before)


def test_a_file_that_changed_since_is_left_alone(tmp_path, checker):
    path = tmp_path / "page.html"
    path.write_text("<p>Cells cure pain.</p>")
    findings = checker.check_path(path).findings
    path.write_text("<p>Cells do not cure pain.</p>")
    with pytest.raises(ReadError, match="has changed"):
        add(path, findings, WHY)


def test_a_folder_that_cannot_be_written_is_a_clear_error(tmp_path, checker, monkeypatch):
    path = tmp_path / "page.html"
    path.write_text("<p>Cells cure pain.</p>")
    findings = checker.check_path(path).findings

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(ReadError, match="cannot be written"):
        add(path, findings, WHY)
    assert [each.name for each in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.parametrize("reason", ["", "  ", 'say "x"', "a -- b", "a | b", "a > b", "two\nlines", "back\\slash"])
def test_a_reason_that_no_comment_can_hold_is_refused(reason):
    with pytest.raises(UsageError):
        checked_suppression(reason)


def test_an_end_that_is_no_day_is_refused():
    with pytest.raises(UsageError, match="no date"):
        checked_suppression("x", "", "tomorrow")


PIECES = st.sampled_from(
    [
        "Cells cure pain. ",
        "It is guaranteed! ",
        "**Discs** regrow ",
        "Hello ",
        "\n\n",
        "\n",
        "- ",
        "# ",
        "> ",
        "| ",
        "`",
        "*",
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<title>",
        "</title>",
        '<img alt="Cures">',
        "<li>",
        "<td>",
        "<!-- x -->",
        "&amp;",
        "[",
        "](x)",
        "```\n",
        "<script>",
        "</script>",
        "    ",
        "1. ",
        "--- \n",
        "<textarea>",
        "</textarea>",
        "<svg>",
        "<a>",
        "<br>",
    ]
)


@given(st.lists(PIECES, max_size=24).map("".join), st.sampled_from(["page.html", "page.md"]))
@settings(max_examples=150, deadline=None)
def test_whatever_the_page_nothing_else_changes(text, name):
    from tempfile import TemporaryDirectory

    checker = Checker(judge=KeywordJudge())
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_text(text)
        before = checker.check_path(path)
        add(path, before.findings, WHY)
        after = checker.check_path(path)
        assert after.findings == () and after.faults == ()
        assert [s.text for s in after.segments] == [s.text for s in before.segments]
        assert COMMENT.sub("", path.read_text()) == text
