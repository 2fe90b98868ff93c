from itertools import pairwise

import pytest

from claimcheck.judge.lexicon import Lexicon, Match
from claimcheck.judge.tokens import norms

LEXICON = Lexicon(
    {
        "ours": ["stem cell*", "prp", "bone marrow concentrate*"],
        "repair": ["heal", "regenerat*"],
        "body": ["bone", "bone marrow"],
        "limit": ["not approved"],
        "negation": ["not"],
    }
)


def kinds(text):
    words = norms(text)
    return [(match.kind, " ".join(words[match.first : match.last])) for match in LEXICON.match(words)]


def test_the_longest_phrase_wins():
    assert kinds("bone marrow concentrates") == [("ours", "bone marrow concentrates")]
    assert kinds("bone marrow is soft") == [("body", "bone marrow")]


def test_a_hyphen_matches_a_space():
    assert kinds("stem-cell") == [("ours", "stem cell")]


def test_a_stem_takes_any_ending_but_an_exact_phrase_does_not():
    assert kinds("regenerating") == [("repair", "regenerating")]
    assert kinds("healthy") == []


def test_a_phrase_hides_its_words():
    assert kinds("not approved, not new") == [("limit", "not approved"), ("negation", "not")]


def test_matches_do_not_overlap():
    matches = LEXICON.match(norms("stem cell bone marrow concentrate prp not approved"))
    assert all(a.last <= b.first for a, b in pairwise(matches))
    assert matches[0] == Match(0, 2, "ours")


def test_a_phrase_without_words_is_refused():
    with pytest.raises(ValueError, match="1 to 5 words"):
        Lexicon({"ours": ["*"]})
