from xml.etree import ElementTree

from claimcheck.report import render


def suites(results):
    return ElementTree.fromstring("".join(render(results, "junit", tool={"tool": "0", "model": "m"})).encode())


def test_a_suite_a_document_and_a_case_a_finding(site):
    page, second, gone = suites(site)
    assert page.get("name") == "page.html"
    assert [case.find("failure") is not None for case in page.iter("testcase")] == [True, False]
    assert [each.attrib for each in page.iter("property")] == [
        {"name": "tool", "value": "0"},
        {"name": "model", "value": "m"},
    ]
    assert page.find("testcase/skipped").get("message") == "Cleared by legal | 2026-03"
    assert second.find("testcase/failure").get("type") == "regeneration"
    assert gone.find("testcase/error").get("message") == "There is no such file."
    assert "Check the path." in gone.find("testcase/error").text


def test_the_counts_are_those_of_the_cases(site):
    for suite in suites(site):
        counted = {tag: len(suite.findall(f"testcase/{tag}")) for tag in ("failure", "error", "skipped")}
        assert counted == {
            "failure": int(suite.get("failures")),
            "error": int(suite.get("errors")),
            "skipped": int(suite.get("skipped")),
        }
        assert len(suite.findall("testcase")) == int(suite.get("tests"))


def test_a_clean_document_is_a_case_that_passes(result):
    (suite,) = suites([result("Hello.")])
    assert [list(case) for case in suite.iter("testcase")] == [[]]


def test_what_xml_cannot_hold_is_replaced(result):
    text = 'PRP \x00\x1b[1m <cures> & "heals" \ufffe \ud800'
    (suite,) = suites([result(text, (text,), name='<a&"b">.html')])
    assert suite.get("name") == '<a&"b">.html'
    assert "\ufffd\ufffd[1m <cures>" in suite.find("testcase/failure").text
