import pytest

from claimcheck.report import Layout
from claimcheck.report.site import Site
from claimcheck.report.site_table import table


@pytest.fixture
def two(result):
    site = Site()
    for name in ("a/very/long/path/to/the/page/of/a/clinic.html", "治療.html"):
        site.add(result("PRP \x1b[31mheals.", ("PRP \x1b[31mheals.", "asserted", "regeneration cure"), name=name))
    return site


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_no_line_is_wider_than_the_terminal(two, width):
    assert max(len(line) for line in table(two, Layout(width)).splitlines()) <= width


def test_the_end_of_a_path_is_kept_and_nothing_commands_the_terminal(two):
    text = table(two, Layout(100))
    assert "clinic.html" in text and "a/very/long" not in text
    assert "\x1b" not in text


def test_a_narrow_terminal_says_what_it_leaves_out(result):
    site = Site()
    for name in "ab":
        site.add(
            result("x", ("x", "asserted", "cure guarantee regeneration efficacy safety comparison proof"), name=name)
        )
    assert "rarer categories have no room" in table(site, Layout(64))
    assert "rarer" not in table(site, Layout(120))


def test_many_pages_are_cut_and_counted(result):
    site = Site()
    for number in range(25):
        site.add(result("x", ("x",), name=f"{number}.html"))
    assert "and 5 more pages with findings" in table(site, Layout(100))
