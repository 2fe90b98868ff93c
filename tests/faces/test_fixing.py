import os
import stat

import pytest

from claimcheck.checker import Checker
from claimcheck.errors import ReadError, WriteError
from claimcheck.faces.fixing import LEVELS, fixed_file, write
from tests.read.word import docx, p
from tests.rewrite.conftest import Judge

COPY = "We put the cells into the disc under X-ray, where they rebuild tissue.\r\n\r\nPRP relieves back pain.\r\n"
CUT = COPY.replace(", where they rebuild tissue", "")


@pytest.fixture
def checker():
    return Checker(judge=Judge(), suggest=True)


def fixed(path, checker, level="apply"):
    return fixed_file(path, checker, LEVELS[level])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_file_keeps_its_encoding_and_its_line_ends(tmp_path, checker, encoding):
    path = tmp_path / "copy.txt"
    path.write_bytes(f"Café – open.\r\n\r\n{COPY}".encode(encoding))
    file = fixed(path, checker)
    write(file)
    assert path.read_bytes() == f"Café – open.\r\n\r\n{CUT}".encode(encoding)


def test_what_is_set_aside_beside_the_file_is_never_touched(tmp_path, checker):
    path = tmp_path / "copy.txt"
    path.write_bytes(COPY.encode())
    found = checker.check_bytes(path.read_bytes(), name="copy.txt").findings
    entries = (f'[[suppress]]\nfinding = "{each.fingerprint}"\nreason = "cleared"\n' for each in found)
    (tmp_path / "copy.txt.claimcheck.toml").write_text("\n".join(entries), encoding="utf-8")
    file = fixed(path, checker, "all")
    assert found and not file.changed and len(file.result.suppressed) == len(found)


def test_the_diff_shows_only_the_line_that_changes(tmp_path, checker):
    path = tmp_path / "copy.txt"
    path.write_bytes(COPY.encode())
    lines = list(fixed(path, checker).diff())
    assert [line for line in lines[2:] if line.startswith(("-", "+"))] == [
        f"-{COPY.splitlines()[0]}\n",
        f"+{CUT.splitlines()[0]}\n",
    ]


def test_a_file_that_changed_meanwhile_is_left(tmp_path, checker):
    path = tmp_path / "copy.txt"
    path.write_text(COPY)
    file = fixed(path, checker)
    path.write_text("Something else.")
    with pytest.raises(WriteError, match="changed since"):
        write(file)
    assert path.read_text() == "Something else."


def test_a_read_only_file_is_left(tmp_path, checker, monkeypatch):
    path = tmp_path / "copy.txt"
    path.write_bytes(COPY.encode())
    path.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(WriteError, match="read-only"):
        write(fixed(path, checker))
    assert path.read_bytes() == COPY.encode()


def test_an_error_while_writing_leaves_the_file_and_nothing_else(tmp_path, checker, monkeypatch):
    path = tmp_path / "copy.txt"
    path.write_bytes(COPY.encode())
    file = fixed(path, checker)

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(WriteError, match="No space"):
        write(file)
    assert path.read_bytes() == COPY.encode()
    assert [each.name for each in tmp_path.iterdir()] == ["copy.txt"]


def test_permissions_and_links_stay(tmp_path, checker):
    path, link = tmp_path / "copy.txt", tmp_path / "link.txt"
    path.write_bytes(COPY.encode())
    path.chmod(0o640)
    link.symlink_to(path)
    write(fixed(link, checker))
    assert link.is_symlink()
    assert path.read_bytes() == CUT.encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_missing_file_is_a_read_error(tmp_path, checker):
    with pytest.raises(ReadError):
        fixed(tmp_path / "gone.txt", checker)


def test_entities_and_split_tags_stay(tmp_path, checker):
    path = tmp_path / "page.html"
    path.write_text(
        "<p>We put the cells &amp; gel into the <b>disc</b> with <i>care</i>, where they re<b>build</b> tissue.</p>"
    )
    write(fixed(path, checker))
    assert path.read_text() == "<p>We put the cells &amp; gel into the <b>disc</b> with <i>care</i>.</p>"


def test_what_is_no_text_is_refused_with_its_reason(tmp_path, checker):
    path = tmp_path / "offer.docx"
    before = docx(p("PRP relieves back pain."))
    path.write_bytes(before)
    with pytest.raises(WriteError, match="is a Word document, which fix does not write"):
        fixed(path, checker)
    (tmp_path / "page.mdx").write_text("PRP relieves back pain.")
    with pytest.raises(WriteError, match="MDX"):
        fixed(tmp_path / "page.mdx", checker)
    assert path.read_bytes() == before
