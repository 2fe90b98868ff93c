"""Every report tells a finding's disguised words, as they are written and as they are read."""

import json
from dataclasses import replace

from claimcheck import report
from claimcheck.checker import Checker
from tests.report.conftest import TOOL

PAGE = "<h1>Stem cells</h1>\n<p>Our stem cells с&#117;re b4ck pain for good.</p>\n"


def checked(judge):
    return Checker(judge=judge).check(PAGE, name="page.html", format="html")


def test_the_finding_tells_where_each_word_stands(judge):
    (finding,) = checked(judge)
    assert finding.text == "Our stem cells cure back pain for good."
    (first, second) = finding.disguises
    assert PAGE[first[0].start : first[0].end] == "с&#117;re"
    assert first[1:] == ("look-alike", "сure", "cure")
    assert second[1:] == ("leet", "b4ck", "back")


def test_json_has_them_as_data(judge):
    text = "".join(report.render([checked(judge)], "json", tool=TOOL))
    (finding,) = json.loads(text)["documents"][0]["findings"]
    assert [each["written"] for each in finding["disguises"]] == ["сure", "b4ck"]
    start, end = finding["disguises"][1]["start"], finding["disguises"][1]["end"]
    assert PAGE[start:end] == "b4ck"


def test_people_are_told_in_text_and_html(judge):
    result = checked(judge)
    text = "".join(report.render([result], "text", tool=TOOL))
    assert "Disguised: 'сure' is read as 'cure' (look-alike); 'b4ck' is read as 'back'" in " ".join(text.split())
    page = "".join(report.render([result], "html", tool=TOOL))
    assert "is read as &#x27;cure&#x27;" in page


def test_a_finding_without_disguises_says_nothing_of_them(judge):
    result = Checker(judge=judge).check("Our stem cells cure back pain.")
    assert "Disguised" not in "".join(report.render([result], "text", tool=TOOL))
    assert replace(result.findings[0].segment, disguises=()) == result.findings[0].segment
