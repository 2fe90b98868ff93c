"""Bytes to text, and files to documents."""

import codecs

import pytest

from claimcheck.errors import ReadError
from claimcheck.read import FORMATS, read_bytes, read_path, read_text
from claimcheck.read.decode import LIMIT, decode, refuse_large

TEXT = "Café – “heal”"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
)
def test_unicode_is_read_without_a_note(data):
    assert decode(data, "x") == (TEXT, ())


def test_other_bytes_are_read_as_windows_1252_with_a_note():
    document = read_bytes(TEXT.encode("cp1252"), "x.txt")
    assert document.source.text == TEXT
    assert "not UTF-8" in document.notes[0]


@pytest.mark.parametrize(
    "head",
    [
        "<meta charset={}>",
        '<meta http-equiv="Content-Type" content="text/html; charset={}">',
        '<?xml version="1.0" encoding="{}"?>',
    ],
)
def test_a_page_may_declare_its_encoding(head):
    page = head.format("iso-8859-7") + "<p>Ελλάδα</p>"
    document = read_bytes(page.encode("iso-8859-7"), "x.html")
    assert document.source.text == page
    assert document.notes == ()


@pytest.mark.parametrize("declared", ["nonsense", "hex", "utf-16", "", "\0"])
def test_a_wrong_declaration_is_passed_over(declared):
    text, notes = decode(f"<meta charset='{declared}'>caf\xe9".encode("cp1252"), "x.html")
    assert "café" in text
    assert notes


def test_a_page_that_declares_latin_1_means_windows_1252():
    assert decode(b"\x93heal\x94", "x", "ISO-8859-1") == ("“heal”", ())


def test_damaged_utf_16_is_noted():
    text, notes = decode(codecs.BOM_UTF16_LE + b"a\0b", "x")
    assert text == "a\ufffd"
    assert notes


@pytest.mark.parametrize("data", [b"%PDF-1.7 abc", b"PK\x03\x04abc", b"\x89PNG\r\n", bytes(range(32)) * 9, b"\0" * 50])
def test_binary_content_is_refused_with_advice(data):
    with pytest.raises(ReadError, match="looks binary") as caught:
        read_bytes(data, "x.txt")
    assert caught.value.remedy


def test_a_stray_control_character_is_no_reason_to_refuse():
    assert read_bytes(b"We heal\0 you.\x0c", "x.txt").blocks


def test_an_empty_file_is_an_empty_document(tmp_path):
    path = tmp_path / "empty.html"
    path.touch()
    assert read_path(path).blocks == ()


def test_more_than_the_limit_is_refused():
    refuse_large(LIMIT, "x")
    with pytest.raises(ReadError, match="limit of 10 MB"):
        refuse_large(LIMIT + 1, "x")


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_path_that_cannot_be_read_says_why(tmp_path, name):
    with pytest.raises(ReadError) as caught:
        read_path(tmp_path / name)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("name", "text", "format"),
    [
        ("a.html", "x", "html"),
        ("a.HTM", "x", "html"),
        ("a.xhtml", "x", "html"),
        ("a.md", "<p>x", "markdown"),
        ("a.markdown", "x", "markdown"),
        ("a.txt", "<!doctype html>", "text"),
        ("C:\\dir.md\\a", "plain words", "text"),
        ("-", "<!DOCTYPE html><p>x", "html"),
        ("-", "\n<!-- x --><html lang=en>", "html"),
        ("-", "<div><p>We heal</p><p>you</p></div>", "html"),
        ("-", "We use <b>cells</b> now. " + "Many words follow here. " * 20, "text"),
        ("-", "a < b", "text"),
        ("-", "", "text"),
    ],
)
def test_the_format_is_told_from_the_name_or_else_from_the_content(name, text, format):
    assert read_bytes(text.encode(), name).source.format == format


def test_a_named_format_wins_and_an_unknown_one_is_refused():
    assert read_bytes(b"<p>x", "a.txt", "html").blocks[0].text == "x"
    for name in FORMATS:
        text = "<p>We heal.</p>" if name == "jsx" else "We heal."
        assert read_text(text, format=name).blocks[0].text == "We heal."
    with pytest.raises(ReadError, match="no input format 'odt'"):
        read_text("x", format="odt")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read_and_told(encoding):
    text = "Our stem cells cure back pain \u2013 guaranteed.\r\n"
    read, (note,) = decode(text.encode(encoding), "page.html")
    assert read == text
    assert note == f"page.html has no byte order mark; it was read as {encoding.upper()}."


@pytest.mark.parametrize("content", [b"\0" * 400, b"a\0" * 400 + b"\x00\xd8", b"MZ\x90\0\x03\0\0\0" * 100])
def test_zeros_alone_are_no_utf_16(content):
    with pytest.raises(ReadError, match="looks binary"):
        decode(content, "x")
