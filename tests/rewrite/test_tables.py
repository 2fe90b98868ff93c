"""Every frame can be filled, every fact rests on its record, every table says where it comes from."""

import re
import tomllib
from pathlib import Path

import pytest

from claimcheck.know import ledger
from claimcheck.rewrite import tables

FOLDER = Path(tables.__file__).parent
SLOTS = {"T", "C", "O", "fact", "is", "has", "does", "it", "works", "suits", "compares", "clause", "item", "s"}
NOT_HEDGES = re.compile(r"\b(?:may|might|helps?|promising|results (?:may )?vary|largest|only one|best)\b", re.I)


def frames(table):
    for value in table.values():
        if isinstance(value, dict):
            yield from frames(value)
        else:
            yield from [value] if isinstance(value, str) else value


def test_frames_have_known_slots_and_no_modal_hedges():
    table = dict(tables.frames())
    ladder = table.pop("ladder")
    for frame in (*frames(table), *frames(ladder)):
        assert set(re.findall(r"\{(\w+)\}", frame)) <= SLOTS, frame
    for frame in frames(table):
        assert not NOT_HEDGES.search(frame), frame


@pytest.mark.parametrize("fact", tables.facts(), ids=lambda fact: f"{fact.record}-{fact.topics[0]}")
def test_a_fact_has_a_record_and_no_number_that_the_record_lacks(fact):
    record = ledger().find(fact.record)
    assert record is not None
    known = " ".join(str(value) for value in record.values())
    for number in re.findall(r"\d+", fact.text):
        assert number in known
    if record["kind"] == "regulation" or "approved" in fact.text:
        assert not fact.text or re.search(r"as of (?:\w+ )?20\d\d", fact.text)


def test_facts_speak_to_topics_that_exist():
    known = {*tables.words().topics, "general", "comparison", "proof", "testimonial", "hype", "scope", "approval"}
    assert {topic for fact in tables.facts() for topic in fact.topics} <= known


def test_every_word_table_says_where_it_comes_from():
    content = tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))
    for name, table in content.items():
        for each in table if isinstance(table, list) else [table]:
            assert each["source"].strip(), name


def test_the_forms_of_verbs():
    assert tables.forms("ease") == ("ease", "eases", "eased", "easing")
    assert tables.forms("remedy")[:3] == ("remedy", "remedies", "remedied")
    assert "rebuilt" in tables.words().claim_verbs


def goldens():
    return {tables.HERE / tables.COMPILED: tables.compiled()}


def test_the_compiled_tables_are_those_of_the_files():
    assert (tables.HERE / tables.COMPILED).read_text("utf-8") == tables.compiled(), "run: python -m tests.golden tables"
