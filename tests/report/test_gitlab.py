import json
from dataclasses import replace

from claimcheck.report import render
from claimcheck.text import Source

FIELDS = {"type", "check_name", "description", "categories", "severity", "fingerprint", "location", "engine_name"}


def issues(results):
    return json.loads("".join(render(results, "gitlab", tool={})))


def test_each_finding_and_fault_is_one_issue_with_what_gitlab_asks_for(site):
    found = issues(site)
    assert [(each["check_name"], each["severity"]) for each in found] == [
        ("cure", "critical"),
        ("set aside", "info"),
        ("regeneration", "major"),
        ("fault", "blocker"),
    ]
    assert all(each.keys() == FIELDS and each["location"]["lines"]["begin"] >= 1 for each in found)
    assert found[0]["location"] == {"path": "page.html", "lines": {"begin": 2}}


def test_fingerprints_are_each_its_own_and_survive_moved_lines(result):
    twice = "PRP heals.\n\nPRP heals."
    one, two = (result(text, ("PRP heals.",), ("PRP heals.",), name="./a.txt") for text in (twice, f"\n\n{twice}"))
    names = [each["fingerprint"] for each in issues([one])]
    assert len(set(names)) == 2
    assert [each["fingerprint"] for each in issues([two])] == names
    assert issues([one])[0]["location"]["path"] == "a.txt"


def test_a_place_in_a_document_is_told_in_words(result):
    made = result("PRP heals.", ("PRP heals.",), name="a.pdf", format="pdf")
    source = Source("a.pdf", "PRP heals.", "pdf", ((0, "page 3"),))
    (issue,) = issues([replace(made, findings=(replace(made.findings[0], source=source),))])
    assert "(page 3)" in issue["description"] and issue["location"]["lines"] == {"begin": 1}
