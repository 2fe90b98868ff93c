"""Inputs made to break readers: each is a fault with its cause, or is read in time that grows with its length alone."""

import io
import time
import zipfile

import pytest

from claimcheck.errors import ReadError
from claimcheck.read import read_bytes, read_path, read_sitemap, read_text, segment
from tests.read.word import W, docx, p

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def seconds(work):
    started = time.process_time()
    work()
    return time.process_time() - started


def test_a_damaged_word_file_is_told():
    whole = docx(p("Words. " * 500))
    for broken in (
        b"PK\x03\x04 and nothing more",
        whole[: len(whole) // 2],
        whole.replace(b"word/document.xml", b"word/nothing.xml_"),
    ):
        with pytest.raises(ReadError, match=r"damaged|no Word document"):
            read_bytes(broken, "offer.docx")


def test_a_flipped_byte_is_told():
    whole = bytearray(docx(p("Words. " * 500), compression=zipfile.ZIP_STORED))
    whole[whole.index(b"Words.")] ^= 1
    with pytest.raises(ReadError, match="damaged"):
        read_bytes(bytes(whole), "offer.docx")


def test_xml_that_is_not_well_formed_is_told():
    with pytest.raises(ReadError, match="not well formed"):
        read_bytes(docx("", root=f'<w:document xmlns:w="{W}"><w:body>'), "offer.docx")


def test_a_zip_that_is_no_document_is_told():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(ReadError, match="no Word document"):
        read_bytes(stream.getvalue(), "archive")


def test_a_locked_file_and_an_old_one_are_told_apart():
    with pytest.raises(ReadError, match="locked with a password"):
        read_bytes(OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"), "offer.docx")
    with pytest.raises(ReadError, match="before 2007"):
        read_bytes(OLE + b"\0" * 500, "offer.doc")


def test_a_locked_part_is_told():
    whole = docx(p("Words."))
    # The flag of an encrypted member, in each header of the directory and before each part.
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = whole.find(mark)
        while at >= 0:
            whole = whole[: at + offset] + bytes([whole[at + offset] | 1]) + whole[at + offset + 1 :]
            at = whole.find(mark, at + 4)
    with pytest.raises(ReadError, match="locked with a password"):
        read_bytes(whole, "offer.docx")


@pytest.mark.parametrize("megabytes", [5, 60])
def test_a_zip_bomb_is_refused_before_it_swells(megabytes):
    bomb = docx(p("a" * (megabytes * 1024 * 1024)))
    assert len(bomb) < 100_000
    with pytest.raises(ReadError, match="swells beyond"):
        read_bytes(bomb, "offer.docx")


def test_entities_that_swell_are_refused():
    root = f'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="{W}">&b;</w:document>'
    with pytest.raises(ReadError, match="document type"):
        read_bytes(docx("", root=root), "offer.docx")


def test_a_sitemap_with_a_document_type_is_no_sitemap():
    assert (
        read_sitemap(b'<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY a "ha">]><urlset>&a;</urlset>', "sitemap.xml")
        is None
    )


def test_deep_xml_is_refused():
    with pytest.raises(ReadError, match="nested more than 1,000 deep"):
        read_bytes(docx("<w:sdt>" * 50_000), "offer.docx")


@pytest.mark.parametrize(
    "tag", ["div", "ul><li", "table><tr><td", "blockquote", "svg", "b", "a", "p", "form", "select", "h1"]
)
def test_deep_html_is_read_in_linear_time(tag):
    def read(count):
        return seconds(lambda: segment(read_text(f"<{tag}>" * count + "Discs regrow.", "page", "html")))

    read(1_000)
    assert read(40_000) < 20 * max(read(10_000), 0.02)


def test_deep_structured_data_is_read():
    deep = '{"a":' * 50_000 + '{"description": "Discs regrow."}' + "}" * 50_000
    page = f'<script type="application/ld+json">{deep}</script>'
    assert [each.text for each in segment(read_text(page, "page", "html"))] == ["Discs regrow."]


@pytest.mark.parametrize(
    "line", ["> ", "- a\n  ", "1. ", "[", "**a", "<div>", "a | b\n", "`", "![", "| a |\n|---|\n", "| a ", "|  "]
)
def test_deep_markdown_is_read(line):
    assert seconds(lambda: segment(read_text(line * 20_000 + "Discs regrow.", "page", "markdown"))) < 5


def test_a_hundred_thousand_lines_of_markdown_take_linear_time():
    lines = (
        "## Why\n\n"
        + "Our *cells* may [help](a.md) discs,\nas we\nsaid.\n" * 6
        + "\n- Item\n  goes on\n\n```\ncode\n```\n"
    )

    def read(count):
        return seconds(lambda: segment(read_text(lines * (count // lines.count("\n")), "page", "markdown")))

    short, long = read(25_000), read(100_000)
    assert long < 7 * max(short, 0.2)


def test_documents_may_be_larger_than_texts_but_not_without_end(tmp_path):
    for name, megabytes, fits in (("a.docx", 12, True), ("b.docx", 51, False), ("c.txt", 12, False)):
        with (tmp_path / name).open("wb") as file:
            file.truncate(megabytes * 1024 * 1024)
        with pytest.raises(ReadError, match="damaged" if fits else "more than the limit"):
            read_path(tmp_path / name)
