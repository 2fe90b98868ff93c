import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.read import comments
from claimcheck.text import Source


def found(text, format):
    return [each.text for each in comments(Source("x", text, format))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a<!-- b -->c", [" b "]),
        ("<!---->a<!-->b<!--c", ["", "", "c"]),
        ("<script><!-- a --></script><style><!-- b --></style><title><!-- c --></title>", []),
        ("<p title='<!-- a -->'><!-- b -->", [" b "]),
        ("<!doctype html><?xml?><!-- a --!>", [" a --!"]),
    ],
)
def test_comments_of_html(text, expected):
    assert found(text, "html") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <!-- b --> c\n\n[//]: # (d)\n[comment]: <> (e)\n", [" b ", "d", "e"]),
        ("``` \n<!-- a -->\n```\n<!-- b -->", [" b "]),
        ("~~~\n<!-- a -->", []),
        ("`<!-- a -->` <!-- b -->", [" b "]),
        ("``a ` <!-- b -->``", []),
        ("x [//]: # (a)", []),
    ],
)
def test_comments_of_markdown(text, expected):
    assert found(text, "markdown") == expected


@pytest.mark.parametrize("piece", ["<!--", "`", "`` ` <!-- a -->", "```\n", "[//]: # (", "<!-- a -->`"])
@pytest.mark.parametrize("format", ["html", "markdown"])
def test_hostile_texts_are_read_in_one_pass(piece, format):
    from time import process_time

    times = []
    for count in (5_000, 50_000):
        start = process_time()
        found(piece * count, format)
        times.append(process_time() - start)
    assert times[1] < 40 * times[0] + 0.1


def test_other_formats_have_none():
    assert found("<!-- a -->", "text") == []


@given(st.text(alphabet="<!->abc`~\n #()[]/:", max_size=60), st.sampled_from(["html", "markdown"]))
def test_a_comment_stands_where_it_says(text, format):
    for comment in comments(Source("x", text, format)):
        assert comment.text in text[comment.span.start : comment.span.end]
