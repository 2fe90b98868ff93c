from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.edits import Edit
from claimcheck.finding import Applicability, Rewrite, Suppression
from claimcheck.rewrite import settle
from tests.rewrite.conftest import checked
from tests.rewrite.test_suggest import CLAIMS, PLAIN

LEVELS = (Applicability.APPLY, Applicability.CONFIRM, Applicability.SHOW)
PAGE = """# Stem cells for back pain

We put the cells into the disc under X-ray, where they rebuild tissue. PRP relieves back pain.

Book a visit.
"""


def fixed(text, level, format="markdown"):
    return settle(checked(text, format=format), level, lambda new: checked(new, format=format))


def test_apply_only_cuts():
    result = fixed(PAGE, Applicability.APPLY)
    assert result.text == PAGE.replace(", where they rebuild tissue", "")
    assert len(result.applied) == 1
    assert len(result.left) == 2


def test_confirm_also_says_what_is_known():
    result = fixed(PAGE, Applicability.CONFIRM)
    assert " PRP relieves back pain." not in result.text.replace("whether PRP", "whether it")
    assert not result.left
    assert result.text.endswith("Book a visit.\n")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(CLAIMS + PLAIN), min_size=1, max_size=6), st.sampled_from(LEVELS))
def test_fixing_twice_changes_nothing(texts, level):
    once = fixed("\n\n".join(texts), level, "text")
    assert fixed(once.text, level, "text").text == once.text


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(CLAIMS + PLAIN), min_size=1, max_size=6), st.sampled_from(LEVELS))
def test_every_finding_is_accounted_for(texts, level):
    text = "\n\n".join(texts)
    before = checked(text)
    outcome = settle(before, level, checked)
    told = [finding for kind in (outcome.applied, outcome.left, outcome.skipped) for finding, _ in kind]
    assert len(told) >= len(before.findings)
    assert all(reason for kind in (outcome.applied, outcome.left, outcome.skipped) for _, reason in kind)


def test_an_edit_that_is_still_flagged_is_put_back():
    from dataclasses import replace

    result = checked("PRP relieves back pain.\n")
    finding = result.findings[0]
    bad = Rewrite("PRP eases it.", Applicability.APPLY, (Edit(finding.span, "PRP eases it."),), (), "bad")
    outcome = settle(replace(result, findings=(replace(finding, rewrite=bad),)), Applicability.APPLY, checked)
    assert outcome.text == "PRP relieves back pain.\n"
    assert "still flagged" in outcome.skipped[0][1]


def test_overlapping_edits_go_to_the_safer_one():
    from dataclasses import replace

    result = checked("PRP relieves back pain.\n\nPRP eases sciatica.\n")
    one, two = result.findings
    edits = (Edit(one.span, "Ask us about PRP."), Edit(two.span, "Book a visit."))
    first = replace(one, rewrite=Rewrite("", Applicability.CONFIRM, (Edit(one.span, ""),), (), "less safe"))
    second = replace(two, rewrite=Rewrite("Ask us about PRP.", Applicability.APPLY, edits, (), "safer"))
    outcome = settle(replace(result, findings=(first, second)), Applicability.CONFIRM, checked)
    assert outcome.text == "Ask us about PRP.\n\nBook a visit.\n"


def test_what_is_set_aside_is_never_touched():
    from dataclasses import replace

    result = checked("PRP relieves back pain.\n")
    finding = result.findings[0]
    aside = replace(result, suppressed=(replace(finding, suppression=Suppression("approved copy")),))
    outcome = settle(aside, Applicability.SHOW, lambda text: aside)
    assert outcome.text == result.source.text
    assert "set aside" in outcome.skipped[0][1]


def test_the_library_makes_the_same_edits_in_one_pass():
    result = checked(PAGE, format="markdown")
    assert result.fixed() == PAGE.replace(", where they rebuild tissue", "")
    assert result.fixed("confirm") != result.fixed("apply")
