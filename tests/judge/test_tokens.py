import pytest

from claimcheck.judge.tokens import normalize, tokenize


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("Stem-cell therapy", ["stem", "cell", "therapy"]),
        ("It can’t fail!", ["it", "can't", "fail", "!"]),
        ("85% of 1,200 patients", ["#", "%", "of", "#", "patients"]),
        ("100 % since 2019", ["100", "%", "since", "#year"]),
        ("wait… what...", ["wait", "...", "what", "..."]),
        ("L4-L5", ["l", "#", "l", "#"]),
        ("", []),
    ],
)
def test_tokens_are_counted_alike(text, norms):
    assert [token.norm for token in tokenize(text)] == norms


def test_every_token_stands_where_it_says():
    text = "“PRP” eases L4-L5 pain — 9 of 10, they say."
    for token in tokenize(text):
        assert normalize(text[token.start : token.end]) == token.norm
