"""`claimcheck check` as people use it in their work: baselines, suppressions, presets, changed lines, coverage, cache."""

import json
import subprocess
import zipfile

import pytest

from claimcheck import report
from claimcheck.read import read_path
from tests.read.word import docx, p


def value(process):
    return json.loads(process.stdout)


def test_only_new_findings_fail_once_there_is_a_baseline(run, page):
    first = run("check", page, "--baseline", "known.json", "--update-baseline")
    assert (first.returncode, first.stderr) == (0, b"claimcheck: the baseline is in known.json\n")
    again = run("check", page, "--baseline", "known.json", "--format", "json")
    assert again.returncode == 0
    assert value(again)["summary"]["known"] >= 2 and not value(again)["documents"][0]["findings"]
    page.write_text("<p>Hello.</p>" + page.read_text() + "<p>Our cells cure sciatica, guaranteed.</p>")
    third = run("check", page, "--baseline", "known.json", "--format", "json")
    assert third.returncode == 1
    assert [f["news"] for f in value(third)["documents"][0]["findings"]] == ["text"]


def test_a_missing_baseline_is_a_usage_error(run, page):
    process = run("check", page, "--baseline", "none.json")
    assert process.returncode == 2 and b"Make it with --update-baseline" in process.stderr


def test_suppressions_are_added_in_place_and_then_hold(run, page):
    first = run("check", page, "--add-suppressions", "cleared by legal", "--author", "M. B.", "--until", "2099-12-31")
    assert first.returncode == 0
    assert b"suppressions written to" in first.stderr
    again = run("check", page, "--format", "json")
    assert again.returncode == 0
    kept = value(again)["documents"][0]["suppressed"]
    assert kept and all(f["suppression"]["author"] == "M. B." for f in kept)
    assert run("check", page, "--today", "2100-01-01").returncode == 1


@pytest.mark.parametrize("format", report.FORMATS)
def test_every_format_keeps_what_is_set_aside(run, page, format):
    run("check", page, "--add-suppressions", "cleared by legal")
    process = run("check", page, "--format", format)
    assert process.returncode == 0 and b"cleared by legal" in process.stdout


def test_the_cache_keeps_to_its_limit_and_is_cleared(run, page, tmp_path):
    assert run("check", "--cache-clear").returncode == 2
    run("check", page, "--cache", "kept")
    assert len(list((tmp_path / "kept").glob("*.json"))) == 1
    cleared = run("check", "--cache", "kept", "--cache-clear")
    assert cleared.returncode == 0 and b"1 judgements forgotten" in cleared.stderr
    assert not list((tmp_path / "kept").glob("*.json"))


def test_a_suppression_without_a_reason_is_a_fault_with_its_cause(run, page):
    page.write_text("<!-- claimcheck: ignore-next -->" + page.read_text())
    process = run("check", page)
    assert process.returncode == 2
    assert b"The suppression in line 1 gives no reason, so it sets nothing aside." in process.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["--add-suppressions", ""],
        ["--author", "M. B."],
        ["--add-suppressions", "x", "--until", "soon"],
        ["--today", "now"],
        ["--update-baseline"],
        ["--update-baseline", "--baseline", "known.json", "--changed-since", "HEAD"],
        ["--min-coverage", "120"],
        ["--jobs", "0"],
    ],
)
def test_what_makes_no_sense_is_a_usage_error_and_changes_nothing(run, page, arguments):
    before = page.read_bytes()
    process = run("check", page, *arguments)
    assert process.returncode == 2 and process.stderr and not process.stdout
    assert page.read_bytes() == before


def test_standard_input_takes_no_suppressions(run):
    process = run("check", "-", "--add-suppressions", "x", stdin=b"Guaranteed.")
    assert process.returncode == 2 and b"cannot be written to" in process.stderr


def test_too_little_judged_text_is_told_and_fails(run, tmp_path):
    (tmp_path / "es.txt").write_text(
        "Nuestra terapia con células madre es para el dolor de espalda.\n\nWe open on Mondays.\n"
    )
    process = run("check", "es.txt", "--min-coverage", "90")
    assert process.returncode == 2
    assert b"% of the text was judged, less than the 90 % asked" in process.stderr
    assert b"not English but in Spanish" in process.stdout
    assert run("check", "es.txt", "--min-coverage", "10").returncode == 0


def test_a_preset_sets_defaults_that_the_call_goes_before(run, page):
    assert run("check", page, "--preset", "regulator").returncode == 0
    assert run("check", page, "--preset", "regulator", "--fail-on", "error").returncode == 1


def test_the_settings_in_force_are_shown_with_their_origin(run, page, tmp_path):
    (tmp_path / "claimcheck.toml").write_text(
        'preset = "strict"\n[[override]]\npaths = ["*.html"]\nmin-severity = "error"\n'
    )
    shown = run(
        "check", page, "--show-config", "--format", "json", environment={"CLAIMCHECK_JOBS": "2"}
    ).stdout.decode()
    assert 'format = "json"' in shown and "# the call" in shown
    assert "jobs = 2" in shown and "# the environment" in shown
    assert 'fail-on = "note"' in shown and "# the preset strict" in shown
    assert 'min-severity = "error"' in shown and "# override 1 in" in shown
    import tomllib

    assert tomllib.loads(shown)["page-type"] == "seller"


def test_only_changed_lines_are_told(run, page):
    def git(*arguments):
        plain = ("-c", "user.name=t", "-c", "user.email=t@example.org")
        subprocess.run(["git", "-C", str(page.parent), *plain, *arguments], check=True, capture_output=True)

    git("init", "-q")
    git("add", "page.html")
    git("commit", "-qm", "one")
    assert run("check", ".", "--changed-since", "HEAD").returncode == 0
    page.write_text(page.read_text() + "<p>Our cells cure sciatica, guaranteed.</p>\n")
    process = run("check", ".", "--changed-since", "HEAD", "--format", "json")
    assert process.returncode == 1
    assert [f["line"] for f in value(process)["documents"][0]["findings"]] == [5]


def test_the_same_bytes_come_out_with_a_cache_and_with_workers(run, tmp_path):
    for number in range(9):
        (tmp_path / f"{number}.html").write_text(f"<p>Our stem cells regrow {number} discs. Guaranteed.</p>")
    plain = run("check", ".", "--format", "json")
    cold, warm = (run("check", ".", "--format", "json", "--cache", "cache") for _ in range(2))
    assert plain.stdout == cold.stdout == warm.stdout == run("check", ".", "--format", "json", "--jobs", "2").stdout
    assert len(list((tmp_path / "cache").glob("*.json"))) == 9


def test_a_clean_page_without_words_says_so(run, tmp_path):
    (tmp_path / "empty.html").write_text("<script>let x</script>")
    process = run("check", "empty.html")
    assert process.returncode == 0 and b"No words for a reader were found" in process.stdout


def test_a_site_ends_with_its_table(run, page):
    page.with_name("other.html").write_text(page.read_text())
    told = run("check", ".").stdout.decode()
    assert "By page" in told and "Mend first" in told and "2 times on 2 pages" in told


def test_findings_are_written_into_a_copy_of_a_word_document(run, page, tmp_path):
    before = docx(p("Our stem cells cure back pain, guaranteed. See us."))
    (tmp_path / "offer.docx").write_bytes(before)
    process = run("check", "offer.docx", "--comments", "reviewed.docx")
    assert process.returncode == 1 and b"1 comment written to reviewed.docx" in process.stderr
    text = read_path(tmp_path / "reviewed.docx").source.text
    assert text == read_path(tmp_path / "offer.docx").source.text
    assert (tmp_path / "offer.docx").read_bytes() == before
    assert b"commentRangeStart" in zipfile.ZipFile(tmp_path / "reviewed.docx").read("word/document.xml")
    for wrong in (
        ["offer.docx", "--comments", "offer.docx"],
        [page, "offer.docx", "--comments", "x.docx"],
        [page, "--comments", "x.docx"],
    ):
        assert run("check", *wrong).returncode == 2
