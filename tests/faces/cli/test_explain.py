import json

import pytest

from claimcheck import codebook
from claimcheck.errors import UsageError
from claimcheck.faces.cli.explain import explain
from claimcheck.know import ledger, version
from claimcheck.know.answers import answer
from claimcheck.know.pages import as_of


def test_a_page_begins_as_the_codebook_has_it_and_goes_on_with_what_is_known(run):
    process = run("explain", "regeneration")
    assert process.returncode == 0
    assert process.stdout.decode() == answer("regeneration", ledger()).text + as_of(version())
    assert process.stdout.decode().startswith(codebook.page("regeneration"))
    assert b"cell-trials-review-2025" in process.stdout


def test_a_page_as_json_carries_the_version(run):
    content = json.loads(run("explain", "uk", "--format", "json").stdout)
    assert content == {"knowledge": version(), **answer("uk", ledger()).value}


def test_an_unknown_name_is_a_clear_error(run):
    process = run("explain", "curee")
    assert process.returncode == 2
    assert b"Did you mean cure?" in process.stderr
    assert process.stdout == b""


def test_a_severity_has_a_page_and_nonsense_gets_what_can_be_asked(run):
    assert b"asserted" in run("explain", "warning").stdout
    process = run("explain", "nonsense")
    assert process.returncode == 2
    assert b"Jurisdictions: us, uk, eu" in process.stderr and b"none?" not in process.stderr


def test_a_record_of_ones_own_is_explained(run, own_ledger):
    assert run("explain", "uk-house-rule").returncode == 2
    assert b"No claim goes out" in run("explain", "uk-house-rule", "--ledger", own_ledger).stdout


def test_the_ladder_of_a_claim(run):
    process = run("explain", "--ladder", "Our stem cells regrow your discs")
    assert process.returncode == 0
    lines = process.stdout.decode().splitlines()
    for strength in ("absolute", "asserted", "vague", "qualified", "none"):
        assert any(line.startswith(strength) for line in lines)


def test_a_text_is_accounted_for_with_and_without_its_page(run, tmp_path):
    (tmp_path / "page.md").write_text("# Spinal fusion\n\nSurgery takes hours.\n\nIt reduces pain.\n")
    asked = ("explain", "--text", "It reduces pain.", "--context", "page.md")
    told = run(*asked).stdout.decode()
    assert "read where it stands on the page" in told and "under Spinal fusion" in told
    content = json.loads(run(*asked, "--format", "json", "--page-type", "seller").stdout)
    assert content["schema"] == "claimcheck/trace/1" and set(content["tool"]) == {"tool", "model", "knowledge"}
    (trace,) = content["traces"]
    assert trace["text"] == "It reduces pain." and trace["reasons"] and trace["headings"] == ["Spinal fusion"]


def test_a_name_and_a_text_at_once_or_neither_is_a_clear_error():
    for given in ({}, {"name": "cure", "text": "It cures."}, {"name": "cure", "context": "page.md"}):
        with pytest.raises(UsageError):
            explain(**given)
