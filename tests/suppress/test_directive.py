from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claim import Category
from claimcheck.suppress import Scope, directives, is_date
from claimcheck.text import Source


def read(comment, format="html"):
    return directives(Source("page", comment, format))


def one(comment):
    (directive,), faults = read(comment)
    assert faults == ()
    return directive


def test_a_suppression_says_scope_reason_author_and_end():
    text = "<!-- claimcheck: ignore-next reason=\"a name, registered\" author='M. B.' until=2027-06-30 -->"
    directive = one(text)
    assert directive.scope is Scope.NEXT
    assert (directive.suppression.reason, directive.suppression.author) == ("a name, registered", "M. B.")
    assert (directive.suppression.expires, directive.suppression.source) == ("2027-06-30", "inline")
    assert (directive.span.start, directive.span.end) == (0, len(text))


def test_categories_narrow_it():
    directive = one('<!--claimcheck: ignore-paragraph cure, safety reason="x"-->')
    assert directive.categories == {Category.CURE, Category.SAFETY}


def test_one_finding_is_named_by_its_fingerprint():
    assert one('<!-- claimcheck: ignore 0123456789abcdef reason="x" -->').fingerprint == "0123456789abcdef"


@pytest.mark.parametrize(
    ("comment", "problem", "remedy"),
    [
        ("<!-- claimcheck: ignore-next -->", "gives no reason", "reason="),
        ('<!-- claimcheck: ignore-next reason="  " -->', "gives no reason", "reason="),
        ('<!-- claimcheck: ignore-nxt reason="x" -->', "ignore-nxt", "Did you mean ignore-next?"),
        ('<!-- claimcheck: off reason="x" -->', "off", "Known: ignore"),
        ('<!-- claimcheck: ignore-next until="soon" reason="x" -->', "no date", "2027-06-30"),
        ('<!-- claimcheck: ignore-next until=2027-02-29 reason="x" -->', "no date", "2027-06-30"),
        ('<!-- claimcheck: ignore-next cuer reason="x" -->', "'cuer'", "Known: cure"),
        ('<!-- claimcheck: ignore reason="x" -->', "names no finding", "fingerprint"),
        ('<!-- claimcheck: ignore-next because="x" -->', "unknown field 'because'", "reason, author, until"),
    ],
)
def test_a_malformed_one_is_a_fault_with_line_cause_and_cure(comment, problem, remedy):
    found, (fault,) = read(f"<p>a</p>\n{comment}")
    assert found == ()
    assert fault.problem.startswith("The suppression in line 2 ") and problem in fault.problem
    assert remedy in fault.remedy


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("<!-- the claimcheck: ignore-next syntax -->", "html"),
        ("<script>'<!-- claimcheck: ignore-next -->'</script>", "html"),
        ("<textarea><!-- claimcheck: ignore-next --></textarea>", "html"),
        ("<p title='<!-- claimcheck: ignore-next -->'>a</p>", "html"),
        ("```\n<!-- claimcheck: ignore-next -->\n```\n", "markdown"),
        ("> - ~~~\n>   <!-- claimcheck: ignore-next -->\n", "markdown"),
        ("Write `<!-- claimcheck: ignore-next -->` there.", "markdown"),
        ("<!-- claimcheck: ignore-next -->", "text"),
    ],
)
def test_what_is_shown_or_said_of_it_is_no_suppression(text, format):
    assert read(text, format) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        'A. <!-- claimcheck: ignore-next reason="x" --> B.',
        '[//]: # (claimcheck: ignore-next reason="x")',
        '```\ncode\n```\n\n<!-- claimcheck: ignore-next\nreason="x" -->\n',
        'Some `code` <!-- claimcheck: ignore-next reason="x" --> and `more`',
    ],
)
def test_markdown_has_two_kinds_of_comments(text):
    (directive,), faults = read(text, "markdown")
    assert (directive.scope, faults) == (Scope.NEXT, ())


@given(st.dates())
def test_every_real_day_is_one(day):
    assert is_date(day.isoformat())


@given(st.from_regex(r"\d{4}-\d\d-\d\d", fullmatch=True))
def test_a_day_is_real_where_the_calendar_says_so(text):
    try:
        date.fromisoformat(text)
    except ValueError:
        assert not is_date(text)
    else:
        assert is_date(text)
