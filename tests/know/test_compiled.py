import json
import re

import pytest

from claimcheck.know import LedgerError, version
from claimcheck.know.compiled import COMPILED, FILES, SHIPPED, compiled, write


def test_the_compiled_ledger_is_that_of_the_files():
    assert (SHIPPED / COMPILED).read_text("utf-8") == compiled(SHIPPED), "run `claimcheck know compile`"


def test_the_version_is_the_newest_date_and_a_hash(known):
    assert re.fullmatch(r"\d{4}-\d\d-\d\d\+[0-9a-f]{8}", version())
    assert version() == known.version
    assert version()[:10] == max(record["as_of"] for record in known)


def test_every_change_of_a_record_changes_the_version(folder):
    before = json.loads(compiled(folder))["version"]
    path = folder / "precedents.toml"
    path.write_text(path.read_text("utf-8").replace("Sued.", "Sued twice.", 1), "utf-8")
    assert json.loads(compiled(folder))["version"] != before


def test_writing_gives_the_path_of_what_was_written(folder):
    assert write(folder).read_text("utf-8") == compiled(folder)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("evidence.toml", 'study = "registry"\n', "", ["evidence.toml", "centeno-2017", "study", "Add it"]),
        ("evidence.toml", "pmid:39393844", "pmid:none", ["respine-2024", "identifiers", "pmid:digits"]),
        ("evidence.toml", "nct:NCT03737461", "nct:NCT0373746", ["respine-2024", "NCT and 8 digits"]),
        ("evidence.toml", "as_of = 2026-11-23", 'as_of = "2026-02-30"', ["as_of", "real date"]),
        ("evidence.toml", 'status = "verified"', 'status = "unverified"', ["status", "partly seen"]),
        ("evidence.toml", "n = 114", "n = -1", ["respine-2024", "'n'", "above 0"]),
        ("evidence.toml", 'cells = ["donor_marrow"]', "cells = []", ["cells", "at least one"]),
        ("evidence.toml", 'cells = ["donor_marrow"]', 'cells = "fat"', ["cells", "list"]),
        ("evidence.toml", 'hype = ["structure", "pain"]\n', "", ["evidence.toml", "hype"]),
        ("evidence.toml", '"own marrow"', '"Own-marrow"', ["own_marrow", "lower case"]),
        ("evidence.toml", "facet = [", "fasset = [", ["fasset", "Known:"]),
        ("regulations.toml", 'categories = ["comparison"]', 'categories = ["compare"]', ["categories", "'compare'"]),
        ("regulations.toml", 'jurisdiction = "eu"', 'jurisdiction = "xx"', ["jurisdiction", "one of us, uk"]),
        ("regulations.toml", "16 CFR 255.2(a)", "CFR 255.2", ["us-16cfr255-2a", "16 CFR 255.2(b)"]),
        ("regulations.toml", 'id = "uk-cap-3-3"', 'id = "uk-cap-3-1"', ["uk-cap-3-1", "another id"]),
        ("regulations.toml", 'id = "uk-cap-3-3"', 'id = "respine-2024"', ["evidence.toml", "another id"]),
        ("regulations.toml", 'id = "uk-cap-3-3"', 'id = "UK 3.3"', ["UK 3.3", "small letters"]),
        ("regulations.toml", "[[gap]]", "[[gaps]]", ["gaps", "regulations.toml"]),
        ("precedents.toml", 'case = "Suit against US Stemology"', 'cases = "x"', ["us-wa-us-stemology", "cases"]),
        ("precedents.toml", "year = 2024", 'year = "2024"', ["year", "whole number"]),
        ("precedents.toml", 'title = "', 'title = """"', ["precedents.toml", "not TOML"]),
    ],
)
def test_a_damaged_file_is_told_with_its_record_field_and_cure(folder, file, old, new, told):
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(LedgerError) as caught:
        compiled(folder)
    for part in told:
        assert part in str(caught.value)


@pytest.mark.parametrize("file", FILES.values())
def test_a_missing_file_is_told(folder, file):
    (folder / file).unlink()
    with pytest.raises(LedgerError, match=file):
        compiled(folder)
