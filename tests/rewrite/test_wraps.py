import pytest

from claimcheck.rewrite.wraps import plain_clause, wraps


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The cells reduce inflammation around the nerve.", "the cells reduce inflammation around the nerve"),
        ("PRP relieves back pain.", "PRP relieves back pain"),
        ("Stem cells may help to regenerate worn discs.", "stem cells can regenerate worn discs"),
        ("It could potentially ease sciatica.", "it can ease sciatica"),
        ("They ease sciatica.", "they ease sciatica"),
    ],
)
def test_a_plain_clause_keeps_its_words(text, clause):
    assert plain_clause(text) == clause


@pytest.mark.parametrize(
    "text",
    [
        "If it hurts, PRP relieves pain.",
        "Stem cell repair the house.",
        "Does PRP relieve pain?",
        "PRP relieves pain in 85 % of people.",
        "I say PRP relieves pain.",
        "Skip the surgery.",
        "Studies have shown that PRP relieves pain.",
        "An injection of stem cells is just one ingredient in how we get results.",
    ],
)
def test_what_is_no_plain_clause_of_the_treatment_is_left(text):
    assert plain_clause(text) == ""


def test_only_a_page_that_says_we_promises_nothing_as_we():
    said = [text for _, text, _ in wraps("PRP relieves back pain.", known=False, ours=False)]
    assert said == ["No clinic can promise that PRP relieves back pain."]


def test_the_evidence_is_spoken_of_only_where_a_record_supports_it():
    assert not any(known for *_, known in wraps("PRP relieves back pain.", known=False, ours=True))
    assert any(known for *_, known in wraps("PRP relieves back pain.", known=True, ours=True))
