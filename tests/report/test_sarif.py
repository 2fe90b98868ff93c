import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from claimcheck.claim import Category
from claimcheck.report import render
from claimcheck.report.sarif import uri

SCHEMA = json.loads((Path(__file__).parents[1] / "vendor" / "sarif-schema-2.1.0.json").read_text("utf-8"))


def log(results, tool):
    value = json.loads("".join(render(results, "sarif", tool=tool)))
    jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER).validate(value)
    return value["runs"][0]


@pytest.fixture
def run(site, tool):
    return log(site, tool)


def test_the_schema_is_the_one_that_oasis_published():
    from hashlib import sha256

    place = Path(__file__).parents[1] / "vendor"
    assert sha256((place / "sarif-schema-2.1.0.json").read_bytes()).hexdigest() in (place / "README.md").read_text()


def test_the_schema_would_refuse_a_wrong_log():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(SCHEMA).validate({"version": "2.1.0", "runs": [{"results": []}]})


def test_an_empty_run_keeps_the_schema(tool):
    assert log([], tool)["results"] == []


def test_every_category_is_a_rule_with_help(run):
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [category.value for category in Category]
    assert all("Write instead" in rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)
    assert len({rule["name"] for rule in rules}) == len(rules)


def test_a_result_points_at_its_rule_and_its_words(run, site):
    assert run["columnKind"] == "unicodeCodePoints"
    for value in run["results"]:
        assert run["tool"]["driver"]["rules"][value["ruleIndex"]]["id"] == value["ruleId"]
        region = value["locations"][0]["physicalLocation"]["region"]
        source = next(r.source for r in site if uri(r.source.name) in json.dumps(value["locations"]))
        start, length = region["charOffset"], region["charLength"]
        assert source.text[start : start + length] == region["snippet"]["text"]
        assert source.lines.position(start).column == region["startColumn"]


def test_columns_count_code_points_beyond_the_basic_plane(result, tool):
    run = log([result("\U0001f600\U0001f600 PRP heals.", ("PRP heals.",))], tool)
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (4, 14)


def test_a_suppressed_finding_is_kept_with_its_reason(run):
    kept = [value for value in run["results"] if value["suppressions"]]
    assert [value["suppressions"] for value in kept] == [
        [
            {
                "kind": "inSource",
                "status": "accepted",
                "justification": "Cleared by legal | 2026-03",
                "properties": {"author": "M. B.", "expires": "2027-01-01", "source": "inline"},
            }
        ]
    ]


def test_a_sidecar_is_an_external_suppression(site, tool):
    first = site[0]
    why = replace(first.suppressed[0].suppression, source="page.html.claimcheck.toml")
    moved = replace(first, suppressed=(replace(first.suppressed[0], suppression=why),))
    kept = [value for value in log([moved], tool)["results"] if value["suppressions"]]
    assert kept[0]["suppressions"][0]["kind"] == "external"


def test_known_and_new_findings_are_told_apart(run):
    states = [(value["partialFingerprints"]["claimcheck/v1"], value.get("baselineState")) for value in run["results"]]
    assert ("fedcba9876543210", "unchanged") in states
    assert [state for _, state in states].count("new") == 1


def test_a_rewrite_is_a_fix_whose_edits_stand_in_the_source(run, site):
    (fixed,) = [value for value in run["results"] if "fixes" in value]
    (replacement,) = fixed["fixes"][0]["artifactChanges"][0]["replacements"]
    region = replacement["deletedRegion"]
    assert site[0].source.text[region["charOffset"] :][: region["charLength"]] == "cure"
    assert replacement["insertedContent"]["text"] == "were tested against"


def test_a_fault_makes_the_run_a_failed_one(run, result, tool):
    assert run["invocations"][0]["executionSuccessful"] is False
    assert log([result("Hello.")], tool)["invocations"][0]["executionSuccessful"] is True


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a b/c%.html", "a%20b/c%25.html"),
        ("/tmp/x#1.html", "file:///tmp/x%231.html"),
        ("https://example.org/?a=1", "https://example.org/?a=1"),
        ("c:\\pages\\a.html", "c%3A/pages/a.html"),
        ("<stdin>", "%3Cstdin%3E"),
    ],
)
def test_a_name_is_a_uri_reference(name, expected):
    assert uri(name) == expected


def test_odd_text_is_carried(result, tool):
    text = 'PRP \ud800 cures "治療" </script>'
    assert log([result(text, (text,))], tool)["results"]
