import ast
import html
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from claimcheck import report
from tests.read.word import docx, p

EXAMPLES = Path(__file__).parents[3] / "corpus" / "examples"


def findings(process):
    return [finding for document in json.loads(process.stdout)["documents"] for finding in document["findings"]]


def test_findings_make_exit_code_one(run, page):
    process = run("check", page)
    assert process.returncode == 1
    assert b"error" in process.stdout and b"absolute" in process.stdout
    assert process.stderr == b""


def test_a_clean_page_makes_exit_code_zero(run, tmp_path):
    (tmp_path / "clean.txt").write_text("We are open on Mondays.\n")
    process = run("check", "clean.txt")
    assert (process.returncode, process.stdout.startswith(b"No findings in 1 document")) == (0, True)


def test_a_missing_file_makes_exit_code_two_and_the_rest_is_reported(run, page):
    process = run("check", "missing.html", page, "--format", "json")
    value = json.loads(process.stdout)
    assert process.returncode == 2
    assert value["documents"][0]["format"] is None and value["documents"][0]["faults"]
    assert value["documents"][1]["findings"]


def test_a_usage_error_makes_exit_code_two(run):
    assert run("check").returncode == 2
    assert run("check", "-", "--format", "xml").returncode == 2


def test_an_empty_folder_makes_exit_code_two(run, tmp_path):
    (tmp_path / "empty").mkdir()
    assert run("check", "empty").returncode == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", 0),
        (b"\x00\x01\x02\xff" * 300, 2),
        ("Wir \u00f6ffnen montags.".encode("cp1252"), 0),
        (b"<p>Open on <b>Mondays <i><td>", 0),
    ],
    ids=["empty", "binary", "another encoding", "unclosed tags"],
)
def test_bad_input_is_read_or_is_a_fault_but_never_a_crash(run, page, content, code):
    odd = page.with_name("odd.html")
    odd.write_bytes(content)
    process = run("check", odd, "--format", "json")
    assert (process.returncode, process.stderr) == (code, b"")
    document = json.loads(process.stdout)["documents"][0]
    assert bool(document["faults"]) is (code == 2)
    assert bool(document["notices"]) is (content == b"" or "\u00f6".encode("cp1252") in content)
    assert findings(run("check", odd, page, "--format", "json"))


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("note", 1), ("never", 0)])
def test_fail_on_decides_what_fails(run, page, fail_on, code):
    assert run("check", page, "--fail-on", fail_on).returncode == code


def test_standard_input_is_read_with_a_minus(run):
    process = run("check", "-", "--format", "json", stdin=b"Our stem cells cure back pain. Guaranteed.")
    assert findings(process)
    assert json.loads(process.stdout)["documents"][0]["source"] == "<stdin>"


def test_min_severity_leaves_findings_out(run, page):
    process = run("check", page, "--format", "json", "--min-severity", "error")
    assert {finding["severity"] for finding in findings(process)} == {"error"}


def test_the_report_goes_to_a_file(run, page, tmp_path):
    process = run("check", page, "--format", "json", "--output", "report.json")
    assert process.stdout == b""
    assert json.loads((tmp_path / "report.json").read_text())["documents"]


def test_a_report_that_cannot_be_written_is_a_clear_error(run, page):
    process = run("check", page, "--output", "no/such/folder.txt")
    assert process.returncode == 2
    assert b"Cannot write to" in process.stderr and b"Traceback" not in process.stderr


def test_settings_come_from_a_file_and_the_call_goes_before_it(run, page, tmp_path):
    (tmp_path / "claimcheck.toml").write_text('format = "json"\nfail-on = "never"\n')
    assert run("check", page).returncode == 0
    assert run("check", page, "--fail-on", "error").returncode == 1
    assert json.loads(run("check", page).stdout)


def test_an_unknown_setting_is_a_clear_error(run, page):
    process = run("check", page, environment={"CLAIMCHECK_FAIL": "error"})
    assert process.returncode == 2
    assert b"Did you mean" in process.stderr


def test_rewrites_are_shown_unless_a_script_asks_for_none(run, page):
    plain, whole = run("check", page, "--no-suggest").stdout, run("check", page).stdout
    assert b"confirm: " in whole
    assert b"confirm: " not in plain
    assert set(plain.splitlines()) <= set(whole.splitlines())


@pytest.fixture(scope="module")
def report_on_examples():
    """The JSON report on all example pages."""
    command = [sys.executable, "-m", "claimcheck", "check", str(EXAMPLES), "--format", "json"]
    environment = {**os.environ, "PYTHONPATH": str(EXAMPLES.parents[1])}
    return json.loads(subprocess.run(command, capture_output=True, env=environment, check=False).stdout)


def test_the_report_on_every_example_keeps_the_schema(report_on_examples):
    schema = json.loads(Path(report.__file__).with_name("report-1.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(report_on_examples)
    assert {Path(document["source"]) for document in report_on_examples["documents"]} == set(EXAMPLES.iterdir())


def test_every_character_of_the_examples_is_accounted_for(report_on_examples):
    for document in report_on_examples["documents"]:
        coverage = document["coverage"]
        parts = sum(coverage[key] for key in ("read", "skipped", "suppressed", "failed"))
        assert parts == coverage["characters"] == len(Path(document["source"]).read_text("utf-8"))


def decoded(pieces):
    """What stands in pieces of a source, without entities, JSON escapes and white space."""
    text = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), "".join(pieces))
    return "".join(html.unescape(text).split())


def test_every_finding_in_the_examples_stands_where_it_says(report_on_examples):
    for document in report_on_examples["documents"]:
        source = Path(document["source"]).read_text("utf-8")
        for finding in document["findings"]:
            pieces = [source[start:end] for start, end in finding["spans"]]
            assert decoded(pieces) == "".join(finding["text"].split())
            assert (finding["spans"][0][0], finding["spans"][-1][1]) == (finding["start"], finding["end"])
            for cue in finding["cues"]:
                assert finding["start"] <= cue["start"] < cue["end"] <= finding["end"]


def test_a_reader_that_stops_listening_gets_no_complaint():
    command = [sys.executable, "-m", "claimcheck", "check", *[str(EXAMPLES)] * 40]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(EXAMPLES.parents[1])},
    ) as process:
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) in (0, 1)


def test_the_check_imports_no_heavy_package(page, tmp_path):
    probe = (
        "import sys\n"
        "from claimcheck.faces.cli.app import app\n"
        "try: app(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules}))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(EXAMPLES.parents[1])}
    for arguments in (["--help"], ["check", "--help"], ["check", str(page), "--output", str(tmp_path / "report")]):
        process = subprocess.run(
            [sys.executable, "-c", probe, *arguments], capture_output=True, text=True, env=environment, check=True
        )
        loaded = set(ast.literal_eval(process.stdout.splitlines()[-1]))
        assert "claimcheck" in loaded
        assert not loaded & {"sklearn", "nltk", "scipy", "numpy", "pydantic", "rich", "joblib", "click", "tomllib"}


def test_a_report_never_overwrites_what_is_checked(run, page):
    before = page.read_bytes()
    process = run("check", page, "--output", page)
    assert process.returncode == 2
    assert b"would overwrite" in process.stderr
    assert page.read_bytes() == before


def test_a_source_named_twice_is_checked_once(run, page):
    process = run("check", page, page.parent, page.name, "--format", "json")
    assert len(json.loads(process.stdout)["documents"]) == 1


def test_an_address_of_another_kind_is_refused_as_one(run):
    process = run("check", "ftp://example.org/page.html")
    assert process.returncode == 2
    assert b"Only http and https" in process.stdout


def test_jurisdictions_choose_the_rules_that_findings_cite(run, page):
    process = run("check", page, "--jurisdiction", "us,uk", "--format", "json")
    rules = {c["record"].split("-")[0] for f in findings(process) for c in f["citations"] if c["kind"] == "regulation"}
    assert rules == {"us", "uk"}
    unknown = run("check", page, "--jurisdiction", "mars")
    assert (unknown.returncode, b"There is no jurisdiction" in unknown.stderr) == (2, True)


def test_a_ledger_of_ones_own_is_cited_and_named_in_the_version(run, page, own_ledger):
    plain = json.loads(run("check", page, "--jurisdiction", "uk", "--format", "json").stdout)
    process = run("check", page, "--jurisdiction", "uk", "--format", "json", "--ledger", own_ledger)
    report = json.loads(process.stdout)
    cited = {each["record"] for finding in report["documents"][0]["findings"] for each in finding["citations"]}
    assert "uk-house-rule" in cited
    assert report["tool"]["knowledge"].startswith("2026-11-25+")
    assert report["tool"]["knowledge_as_of"] == "2026-11-25"
    assert report["tool"]["knowledge"].count("+") == plain["tool"]["knowledge"].count("+") + 1


def test_a_settings_file_names_a_ledger_that_stands_beside_it(run, page, own_ledger, tmp_path):
    below = tmp_path / "below"
    below.mkdir()
    (tmp_path / "claimcheck.toml").write_text('ledger = ["own.toml"]\njurisdiction = ["uk"]\n')
    assert b"uk-house-rule" in run("check", page, folder=below).stdout
    process = run("check", page, environment={"CLAIMCHECK_LEDGER": "nowhere.toml"})
    assert process.returncode == 2
    assert b"nowhere.toml cannot be read" in process.stderr


def test_a_damaged_ledger_stops_the_run_before_any_report(run, page, own_ledger):
    own_ledger.write_text(own_ledger.read_text().replace('"verified"', '"sure"'))
    process = run("check", page, "--ledger", own_ledger)
    assert (process.returncode, process.stdout) == (2, b"")
    assert b"own.toml: regulation 'uk-house-rule', field 'status'" in process.stderr


def test_every_output_carries_the_day_of_what_is_known(run, page):
    from claimcheck.know import version

    day = version()[:10]
    assert f"knowledge as of {day} (version {version()[11:]}).".encode() in run("check", page).stdout.splitlines()[-1]
    report = json.loads(run("check", page, "--format", "json").stdout)
    last = json.loads(run("check", page, "--format", "jsonl").stdout.splitlines()[-1])
    for tool in (report["tool"], last["tool"]):
        assert (tool["knowledge"], tool["knowledge_as_of"]) == (version(), day)


@pytest.mark.parametrize(
    ("place", "text", "rule", "plain", "ranked"),
    [
        ("eu", "Our stem cell injection lets you avoid back surgery.", "eu-2001-83-90a", "warning", "error"),
        (
            "au",
            '"After two stem cell injections my back pain was gone and I walk again." Maria, 54',
            "au-national-law-133-1c",
            "warning",
            "error",
        ),
        ("uk", "Our stem cell injections can reduce your back pain.", "uk-clearcast-can", "note", "warning"),
    ],
)
def test_a_jurisdiction_chooses_the_rule_and_the_rank(run, place, text, rule, plain, ranked):
    before = json.loads(run("check", "-", "--format", "json", stdin=text.encode()).stdout)["documents"][0]["findings"]
    after = run("check", "-", "--format", "json", "--jurisdiction", place, stdin=text.encode())
    findings = json.loads(after.stdout)["documents"][0]["findings"]
    assert plain in [finding["severity"] for finding in before]
    assert any(place in finding["raised"] for finding in before), "without --jurisdiction it is told, not ranked"
    (raised,) = [finding for finding in findings if rule in [each["record"] for each in finding["citations"]]][:1]
    assert raised["severity"] == ranked and raised["raised"] == [place]
    told = run("check", "-", "--jurisdiction", place, stdin=text.encode()).stdout.decode()
    assert f"[{rule}" in told and "There it ranks as" in told


def test_a_word_document_is_checked_and_its_paragraphs_named(run, tmp_path):
    (tmp_path / "offer.docx").write_bytes(docx(p("Our stem cells cure back pain, guaranteed.") + p("See us.")))
    process = run("check", "offer.docx")
    assert process.returncode == 1 and b"(paragraph 1)" in process.stdout
    assert run("check", "offer.docx", "--format", "sarif").returncode == 1


def test_a_damaged_document_hides_no_other_file(run, page, tmp_path):
    (tmp_path / "offer.docx").write_bytes(b"PK\x03\x04 and nothing more")
    process = run("check", tmp_path)
    assert process.returncode == 2
    assert b"offer.docx is damaged" in process.stdout and b"page.html:1" in process.stdout


def test_a_page_needs_no_reader_of_documents(run, page):
    code = "import sys; from claimcheck import check_file; check_file(sys.argv[1]); print(*sys.modules)"
    process = subprocess.run(
        [sys.executable, "-c", code, str(page)], capture_output=True, text=True, cwd=EXAMPLES.parents[1], check=True
    )
    loaded = set(process.stdout.split())
    assert not loaded & {
        "zipfile",
        "email",
        "pypdfium2",
        "pytesseract",
        "PIL",
        "xml.parsers.expat",
        "claimcheck.read.jsx",
    }
