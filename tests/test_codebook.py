import re
import tomllib
from pathlib import Path

import pytest

import claimcheck.codebook as codebook
from claimcheck.claim import About, Category, Judgement, Strength
from claimcheck.errors import UsageError

PACKAGE = Path(codebook.__file__).parent
CORPUS_CODEBOOK = Path(__file__).parents[1] / "corpus" / "codebook.md"


def judgement(strength, *categories, probabilities=None):
    probabilities = probabilities or dict.fromkeys(categories, 0.5)
    return Judgement(About.OURS, strength, strength, categories, 0.9, {}, probabilities)


def book():
    return tomllib.loads((PACKAGE / "codebook.toml").read_text("utf-8"))


def test_the_book_has_exactly_the_strengths():
    assert list(book()["strength"]) == [strength.label for strength in Strength]


def test_the_book_has_exactly_the_categories():
    assert list(book()["category"]) == [category.value for category in Category]


def test_the_book_has_exactly_the_cases_of_the_annotation_codebook():
    cases = CORPUS_CODEBOOK.read_text("utf-8").partition("## Hard cases")[2]
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", cases, re.MULTILINE)]
    assert [case.number for case in codebook.cases()] == numbers


def test_the_quick_reading_of_the_messages_is_that_of_toml():
    tables = tomllib.loads((PACKAGE / "messages.toml").read_text("utf-8"))
    expected = {f"{kind}.{name}": entry for kind in tables for name, entry in tables[kind].items()}
    assert codebook._messages() == expected


def test_every_label_is_told_in_full():
    for of in (*Strength, *Category):
        label = codebook.label(of)
        assert label.title and label.meaning and label.why and label.flagged and label.near_misses and label.instead


@pytest.mark.parametrize("strength", [strength for strength in Strength if strength.flagged])
@pytest.mark.parametrize("category", Category)
def test_every_flagged_label_has_a_short_calm_message(strength, category):
    message = codebook.message(judgement(strength, category))
    assert message.endswith(".")
    assert len(message) <= 260
    assert "!" not in message and "please" not in message.lower()


def test_a_message_keeps_to_the_two_most_probable_categories():
    probabilities = {Category.CURE: 0.6, Category.SAFETY: 0.7, Category.HYPE: 0.9}
    message = codebook.message(judgement(Strength.ASSERTED, *probabilities, probabilities=probabilities))
    assert "marvel" in message and "harmless" in message and "ends the pain" not in message


def test_a_message_needs_no_category():
    assert "does something for health" in codebook.message(judgement(Strength.VAGUE))


@pytest.mark.parametrize("strength", [Strength.NONE, Strength.QUALIFIED])
def test_an_unflagged_judgement_has_a_message_too(strength):
    assert codebook.message(judgement(strength)).endswith(".")


def test_every_name_has_a_page():
    for name in codebook.names():
        assert codebook.page(name).count("\n") > 3


@pytest.mark.parametrize("name", ["15", "case 15", "Case-15", "case15"])
def test_a_case_is_found_by_its_number(name):
    assert codebook.page(name).startswith("Case 15: ")


def test_a_category_is_found_with_a_hyphen():
    assert codebook.page("speed-duration") == codebook.page("speed_duration")


def test_an_unknown_name_is_an_error_that_names_the_nearest():
    with pytest.raises(UsageError, match="Did you mean guarantee"):
        codebook.page("guarantees")


def test_pages_fit_a_terminal():
    for name in codebook.names():
        assert max(len(line) for line in codebook.page(name).splitlines()) <= 96
