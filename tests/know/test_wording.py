import pytest

from claimcheck.know.wording import Names, Wording, needles


@pytest.mark.parametrize(
    ("text", "phrase", "has"),
    [
        ("You CAN walk.", "can", True),
        ("Cancer pain.", "can", False),
        ("A non-surgical way", "surg*", True),
        ("Off-the-shelf cells", "off the shelf", True),
        ("Umbilical-cord cells", "cord", True),
        ("according to plan", "cord", False),
        ("100 % success", "%", True),
        ("", "can", False),
    ],
)
def test_phrases_are_whole_words_unless_starred(text, phrase, has):
    assert Wording(text).has(needles([phrase])) is has


def test_names_are_those_whose_phrases_stand_in_the_text():
    table = {"prp": ["prp", "platelet*"], "fat": ["fat"]}
    assert Names(table).within(Wording("Platelets, not fatigue")) == {"prp"}
