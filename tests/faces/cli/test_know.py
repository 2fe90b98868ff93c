import json
import shutil

from claimcheck.know import ledger, version
from claimcheck.know.compiled import FILES, SHIPPED, compiled


def test_the_list_narrows_to_what_is_asked(run):
    process = run("know", "list", "--category", "cure", "--jurisdiction", "eu")
    assert process.returncode == 0
    assert b"eu-ucpd-annex-17" in process.stdout
    assert (
        b"Known gaps\n  Canada, fewer than two rules on cure:"
        in run("know", "list", "--jurisdiction", "ca", "--category", "cure").stdout
    )
    assert b"respine-2024" not in process.stdout


def test_the_list_as_json_carries_the_version(run):
    content = json.loads(run("know", "list", "--claim-type", "safety", "--format", "json").stdout)
    assert content["knowledge"] == version()
    assert content["records"] == ledger().select(claim_type="safety")


def test_a_record_is_shown(run):
    assert run("know", "show", "respine-2024").stdout == run("explain", "respine-2024").stdout
    shown = json.loads(run("know", "show", "respine-2024", "--format", "json").stdout)
    assert shown == {"knowledge": version(), **ledger().find("respine-2024")}


def test_an_unknown_record_is_a_clear_error(run):
    process = run("know", "show", "respin-2024")
    assert process.returncode == 2
    assert b"Did you mean respine-2024?" in process.stderr
    assert process.stdout == b""


def test_explain_names_the_nearest_record(run):
    process = run("explain", "eu-2001-83-90")
    assert process.returncode == 2
    assert b"Did you mean eu-2001-83-90" in process.stderr


def test_the_audit_names_what_is_old(run):
    process = run("know", "audit", "--older-than", "2026-12-01")
    assert process.returncode == 0
    assert b"last read on 2026-11-23" in process.stdout
    content = json.loads(run("know", "audit", "--format", "json").stdout)
    assert {"record", "reason"} == set(content["concerns"][0])
    assert content["gaps"] == ledger().gaps
    assert b"Known gaps\n  European Union" in process.stdout


def test_a_wrong_date_is_a_clear_error(run):
    process = run("know", "audit", "--older-than", "soon")
    assert process.returncode == 2
    assert b"2026-11-23" in process.stderr


def test_compiling_writes_the_ledger_of_a_folder(run, tmp_path):
    for file in FILES.values():
        shutil.copy(SHIPPED / file, tmp_path)
    assert run("know", "compile", "--folder", tmp_path).returncode == 0
    assert (tmp_path / "ledger.json").read_text("utf-8") == compiled(SHIPPED)


def test_a_damaged_ledger_is_not_compiled(run, tmp_path):
    process = run("know", "compile", "--folder", tmp_path)
    assert process.returncode == 2
    assert b"evidence.toml" in process.stderr
    assert not (tmp_path / "ledger.json").exists()


def test_every_subcommand_has_help_with_an_example(run):
    for name in ("list", "show", "audit", "diff", "compile"):
        assert f"Example: claimcheck know {name}".encode() in run("know", name, "--help").stdout


def test_what_changed_is_shown_as_text_and_json(run, tmp_path):
    content = json.loads((SHIPPED / "ledger.json").read_text("utf-8"))
    content["version"], content["evidence"][0]["n"] = "2026-01-01+00000000", 113
    (tmp_path / "old.json").write_text(json.dumps(content), "utf-8")
    process = run("know", "diff", "old.json", SHIPPED / "ledger.json")
    assert (process.returncode, process.stderr) == (0, b"")
    assert b"1 changed." in process.stdout and b"- 113" in process.stdout
    assert run("know", "diff", "old.json").stdout == process.stdout, "the shipped ledger is the new one unless named"
    values = json.loads(run("know", "diff", "old.json", "--format", "json").stdout)
    assert (values["old"], values["new"]) == ("2026-01-01+00000000", version())
    assert values["changed"][0]["fields"] == [{"field": "n", "old": 113, "new": 114}]


def test_a_diff_of_what_is_no_ledger_is_a_clear_error(run, page):
    process = run("know", "diff", page)
    assert process.returncode == 2
    assert b"no compiled ledger" in process.stderr


def test_a_ledger_of_ones_own_is_listed_shown_and_audited(run, own_ledger):
    assert b"uk-house-rule" in run("know", "list", "--jurisdiction", "uk", "--ledger", own_ledger).stdout
    assert b"House rule" in run("know", "show", "uk-house-rule", "--ledger", own_ledger).stdout
    assert b"uk-house-rule" in run("know", "audit", "--ledger", own_ledger, "--older-than", "2026-12-01").stdout
    assert b"uk-house-rule" not in run("know", "list").stdout


def test_every_page_says_up_to_which_day_it_is_kept(run):
    line = f"Knowledge as of {version()[:10]} (version {version()[11:]}).\n".encode()
    for call in (("know", "list"), ("know", "show", "respine-2024"), ("know", "audit"), ("explain", "cure")):
        assert run(*call).stdout.endswith(line)
