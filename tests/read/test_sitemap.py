"""Sitemaps: what they name, and what is no sitemap."""

import gzip

import pytest

from claimcheck.errors import ReadError
from claimcheck.read import read_sitemap

NS = "http://www.sitemaps.org/schemas/sitemap/0.9"
MAP = f"""<?xml version="1.0"?><!-- made by hand -->
<urlset xmlns="{NS}" xmlns:i="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://x.example/a </loc><i:image><i:loc>https://x.example/a.png</i:loc></i:image></url>
<url><loc>https://x.example/b?c=1&amp;d=2</loc></url></urlset>""".encode()


def test_the_pages_are_named_and_pictures_are_none():
    found = read_sitemap(MAP, "sitemap.xml")
    assert found.pages == ["https://x.example/a", "https://x.example/b?c=1&d=2"] and found.sitemaps == []


def test_packed_ones_and_those_without_a_namespace_are_read():
    assert read_sitemap(gzip.compress(MAP), "sitemap.xml.gz").pages[0] == "https://x.example/a"
    assert read_sitemap(b"<urlset><url><loc>u</loc></url></urlset>", "sitemap.xml").pages == ["u"]


def test_an_index_names_sitemaps():
    index = f'<sitemapindex xmlns="{NS}"><sitemap><loc>https://x.example/one.xml</loc></sitemap></sitemapindex>'
    assert read_sitemap(index.encode(), "sitemap.xml").sitemaps == ["https://x.example/one.xml"]


def test_other_files_are_no_sitemaps():
    assert read_sitemap(b"<?xml version='1.0'?><html/>", "page.xml") is None
    assert read_sitemap(b"\x00\x01", "page.xml") is None


def test_damage_is_told():
    with pytest.raises(ReadError, match="not well formed"):
        read_sitemap(MAP[:-20], "sitemap.xml")
    with pytest.raises(ReadError, match="cannot be unpacked"):
        read_sitemap(b"\x1f\x8b\x08 and nothing more", "sitemap.xml.gz")


def test_a_bomb_is_refused():
    with pytest.raises(ReadError, match="swells"):
        read_sitemap(gzip.compress(b"<urlset>" + b" " * 60_000_000), "sitemap.xml.gz")
