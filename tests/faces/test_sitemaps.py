from claimcheck.faces.sources import expand
from claimcheck.finding import Fault

HEAD = '<?xml version="1.0"?>\n'


def write(folder, name, *addresses, index=False):
    root, each = ("sitemapindex", "sitemap") if index else ("urlset", "url")
    inside = "".join(f"<{each}><loc>{address}</loc></{each}>" for address in addresses)
    (folder / name).write_text(f"{HEAD}<{root}>{inside}</{root}>")
    return str(folder / name)


def test_pages_beside_it_are_read_there_and_the_others_fetched(tmp_path):
    for name in ("index.html", "about/index.html", "prices.html", "blog/a b.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    paths = ("", "about/", "prices", "blog/a%20b.html", "gone", "../secret")
    name = write(tmp_path, "sitemap.xml", *(f"https://x.example/{path}" for path in paths))
    assert list(expand([name])) == [
        *(str(tmp_path / each) for each in ("index.html", "about/index.html", "prices.html", "blog/a b.html")),
        "https://x.example/gone",
        "https://x.example/../secret",
    ]


def test_an_index_is_followed_beside_it_and_round_in_no_circle(tmp_path):
    write(tmp_path, "one.xml", "https://x.example/a")
    name = write(
        tmp_path, "sitemap.xml", *(f"https://x.example/{each}.xml" for each in ("one", "sitemap", "two")), index=True
    )
    page, fault = expand([name])
    assert page == "https://x.example/a"
    assert isinstance(fault, Fault) and "https://x.example/two.xml" in fault.problem


def test_a_damaged_or_empty_one_is_a_fault_and_other_xml_is_a_file(tmp_path):
    (tmp_path / "sitemap.xml").write_text(f"{HEAD}<urlset><url>")
    (fault,) = expand([str(tmp_path / "sitemap.xml")])
    assert "not well formed" in fault.problem
    (empty,) = expand([write(tmp_path, "empty.xml")])
    assert "names no page" in empty.problem
    (tmp_path / "page.xml").write_text("<p>Words</p>")
    assert list(expand([str(tmp_path / "page.xml"), str(tmp_path / "none.xml")])) == [
        str(tmp_path / "page.xml"),
        str(tmp_path / "none.xml"),
    ]
