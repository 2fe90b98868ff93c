import pytest

from claimcheck.checker import Checker
from claimcheck.claim import Category, Severity, Strength
from claimcheck.errors import SettingsError
from claimcheck.phrases import Phrases, failures

FILE = """
[[flag]]
phrase = "spine reboot*"
strength = "absolute"
categories = ["hype", "cure"]
message = "Our brand guide rules this out."
flagged = ["A Spine-Reboot in one visit."]
passed = ["Reboot your computer."]

[[allow]]
phrase = "Back Cure Center"
reason = "registered name"
author = "M. B."
until = "2027-06-30"
passed = ["Welcome to Back Cure Center."]
flagged = ["Back Cure Center will cure you."]
"""


@pytest.fixture
def load(tmp_path):
    def call(text):
        path = tmp_path / "phrases.toml"
        path.write_text(text)
        return Phrases.load([path])

    return call


@pytest.fixture
def check(load, judge):
    def call(text, today=""):
        return Checker(judge=judge, phrases=load(FILE), today=today).check(text)

    return call


def test_a_flagged_phrase_makes_a_finding_with_its_own_words(check):
    (finding,) = check("We sell the spine\n reboots.").findings
    assert (finding.strength, finding.severity) == (Strength.ABSOLUTE, Severity.ERROR)
    assert finding.categories == (Category.CURE, Category.HYPE)
    assert finding.message == "Our brand guide rules this out."
    assert [(kind, text) for _, kind, text in finding.cues] == [("own", "spine reboots")]


def test_a_flagged_phrase_raises_what_the_judge_said(check):
    (finding,) = check("A spine reboot may ease pain.").findings
    assert finding.strength is Strength.ABSOLUTE
    assert Category.EFFICACY in finding.categories and Category.HYPE in finding.categories


def test_part_of_a_word_is_no_phrase(check):
    assert check("Aspine reboot. Spine re-boot.").findings == ()


def test_an_allowed_phrase_sets_the_finding_aside_with_its_reason(check):
    result = check("Welcome to Back Cure Center.")
    assert result.findings == ()
    why = result.suppressed[0].suppression
    assert (why.reason, why.author, why.expires, why.source) == (
        "registered name",
        "M. B.",
        "2027-06-30",
        "phrases.toml",
    )
    assert result.coverage.suppressed


def test_an_allowed_phrase_hides_nothing_else_in_its_sentence(check):
    assert [f.text for f in check("Back Cure Center will cure you.").findings] == ["Back Cure Center will cure you."]


def test_an_allowed_phrase_ends_with_its_day(check):
    assert check("Back Cure Center", today="2027-06-30").findings == ()
    assert check("Back Cure Center", today="2027-07-01").findings


def test_the_tests_beside_the_phrases_are_run(load, judge):
    phrases = load(FILE)
    checker = Checker(judge=judge, phrases=phrases)
    assert failures(phrases, lambda text: checker.check(text).flagged) == []
    wrong = load(FILE.replace("Reboot your computer.", "Spine reboot"))
    (failure,) = failures(wrong, lambda text: Checker(judge=judge, phrases=wrong).check(text).flagged)
    assert failure.text == "spine reboot*: 'Spine reboot' is flagged, but should pass"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[[flag]]\nphrase = 'x'\nstrenght = 'vague'", "Did you mean strength"),
        ("[[flag]]\nphrase = 'x'\nstrength = 'none'", "takes one of vague, asserted, absolute"),
        ("[[flag]]\nphrase = 'x'\ncategories = ['cuer']", "takes a list of cure"),
        ("[[flag]]\nphrase = '* *'", "names no phrase"),
        ("[[flag]]\nphrase = 'x'\nflagged = 'text'", "takes a list of texts"),
        ("[[allow]]\nphrase = 'x'", "gives no reason"),
        ("[[allow]]\nphrase = 'x'\nreason = 'y'\nuntil = 'soon'", "until = 2027-06-30"),
        ("[[forbid]]\nphrase = 'x'", "forbid"),
        ("flag = 3", "flag"),
        ("[[flag", "is not TOML"),
    ],
)
def test_a_malformed_file_says_where_and_what(load, text, problem):
    with pytest.raises(SettingsError, match=problem) as error:
        load(text)
    assert "phrases.toml" in str(error.value)


def test_a_missing_file_is_a_clear_error(tmp_path):
    with pytest.raises(SettingsError, match="cannot be read"):
        Phrases.load([tmp_path / "none.toml"])
