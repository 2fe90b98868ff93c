from pathlib import Path

import pytest

from claimcheck import report
from claimcheck.errors import UsageError
from tests.report.extracted import PLACE, make_extracted
from tests.report.goldens import FILES, FOLDER, golden, made


def test_every_format_has_a_test_file_and_every_test_file_a_subject():
    here = Path(__file__).parent
    modules = {path.stem for path in Path(report.__file__).parent.glob("*.py")} - {"__init__"}
    assert {path.stem.removeprefix("test_") for path in here.glob("test_*.py")} == modules
    assert set(report.FORMATS) <= modules


def test_an_unknown_format_is_refused_before_anything_is_checked(tool):
    def never():
        raise AssertionError("a result was asked for")
        yield

    with pytest.raises(UsageError, match="Known: text, json, jsonl"):
        report.render(never(), "xml", tool=tool)


@pytest.mark.parametrize("format", report.FORMATS)
def test_a_report_needs_no_results(format, tool):
    assert "".join(report.render([], format, tool=tool)).endswith("\n")


@pytest.mark.parametrize("format", report.FORMATS)
def test_the_same_results_give_the_same_bytes(format, results, tool):
    assert list(report.render(results, format, tool=tool)) == list(report.render(results, format, tool=tool))


@pytest.mark.parametrize("format", report.FORMATS)
def test_a_report_is_made_as_its_results_come(format, results, tool):
    asked = []

    def slowly():
        for result in results:
            asked.append(result)
            yield result

    pieces = report.render(slowly(), format, tool=tool)
    next(pieces)
    assert len(asked) <= 1


def test_every_format_has_a_golden_file():
    assert set(FILES) == set(report.FORMATS)
    assert {path.name for path in FOLDER.iterdir()} == set(FILES.values())


@pytest.mark.parametrize("format", report.FORMATS)
def test_a_report_is_the_golden_one(format):
    assert made(format) == golden(format).read_text("utf-8")


@pytest.mark.parametrize("format", report.FORMATS)
def test_every_format_tells_findings_faults_and_what_is_set_aside(format, site, tool):
    told = "".join(report.render(site, format, tool=tool)).replace("\\", "")
    assert "rebuilds or repairs tissue" in told
    assert "There is no such file." in told
    assert "Cleared by legal" in told


@pytest.mark.parametrize("format", report.FORMATS)
def test_half_a_pair_of_surrogates_stops_no_report(format, result, tool):
    text = "PRP \ud800 heals \U0001f600 治."
    told = "".join(report.render([result(text, (text,), name="a\udcff.html")], format, tool=tool))
    assert told.encode("utf-8")
    assert format in ("json", "jsonl", "sarif") or "\ufffd" in told


@pytest.mark.parametrize("format", report.FORMATS)
def test_every_format_carries_the_versions(format, site):
    versions = {"tool": "7.6.5", "model": "abc123", "knowledge": "2026-11-23+0f0f0f0f"}
    told = "".join(report.render(site, format, tool=versions))
    assert all(part in told for part in ("7.6.5", "abc123", "2026-11-23", "0f0f0f0f"))


@pytest.mark.parametrize("format", report.FORMATS)
def test_every_format_tells_the_place_in_a_file_that_is_no_text(format, tool):
    assert PLACE in "".join(report.render([make_extracted()], format, tool=tool))
