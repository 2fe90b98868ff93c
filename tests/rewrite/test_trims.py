import pytest

from claimcheck.rewrite.trims import captions, stands, trims


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        (
            "The doctor puts the cells into the disc, where they rebuild tissue.",
            "The doctor puts the cells into the disc.",
        ),
        ("We inject the cells under X-ray to repair the disc.", "We inject the cells under X-ray."),
        ("To relieve pain, we inject plasma into the joint.", "We inject plasma into the joint."),
        ("A nurse draws your blood, and the platelets heal the tendon.", "A nurse draws your blood."),
        ("We offer a revolutionary stem cell clinic in the north.", "We offer a stem cell clinic in the north."),
        ("We run the most advanced stem cell centre in the north.", "We run the stem cell centre in the north."),
        (
            "In this step the platelets, full of healing proteins and growth factors, become concentrated in a tube.",
            "In this step the platelets become concentrated in a tube.",
        ),
        ("The nurse draws blood (which helps the joint heal) from your arm.", "The nurse draws blood from your arm."),
        ("stem cell, back pain cure, Leeds, clinic", "stem cell, Leeds, clinic"),
    ],
)
def test_the_claim_goes_and_the_rest_stays(text, shorter):
    assert shorter in trims(text)


@pytest.mark.parametrize(
    "text",
    [
        "This allows your body to heal.",
        "The cells need several weeks to differentiate into new tissue.",
        "All that a tendon needs in order to heal is in the product.",
        "When the disc is worn, the cells rebuild it.",
        "Here is the good news, because the cells heal you.",
        "They are used to repair the disc.",
        "We do it the natural way.",
        "All our scientists agree that it is a safe procedure.",
        "The cells repair the disc, but this is not proven.",
    ],
)
def test_nothing_is_cut_where_the_rest_would_not_stand(text):
    assert list(trims(text)) == []


def test_a_cut_only_takes_words_away():
    text = "Our nurse draws a little blood, which helps the joint to heal; then we inject it to relieve pain."
    for shorter in trims(text):
        kept = iter(text)
        assert all(character in kept for character in shorter.rstrip("."))


def test_a_caption_says_what_is_seen():
    assert list(captions("Gwen hiking after her stem cell treatment cured her back pain"))[-1] == "Gwen hiking"
    assert "MRI before and after" not in captions("Cured")


def test_a_sentence_stands_with_a_verb_and_an_end():
    assert stands("The doctor puts the cells into the disc")
    assert not stands("The doctor puts the cells into the")
    assert not stands("All three things that a tendon needs")
