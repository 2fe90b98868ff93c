import subprocess
import sys
from pathlib import Path

import pytest

import claimcheck
from claimcheck import Checker, PageType, Severity, Strength
from claimcheck.errors import ClaimcheckError, ReadError, UsageError

EXAMPLES = sorted((Path(__file__).parents[1] / "corpus" / "examples").iterdir())
COPY = "Our stem cells regrow your discs. The spine has 33 vertebrae. Guaranteed to cure back pain for good."


@pytest.fixture(scope="module")
def checker():
    return Checker()


def test_findings_come_in_source_order_with_their_text(checker):
    result = checker.check(COPY)
    assert [finding.text for finding in result] == [COPY[f.span.start : f.span.end] for f in result]
    assert "regrow" in result.findings[0].text
    assert all("33" not in finding.text for finding in result)


def test_results_answer_questions(checker):
    result = checker.check(COPY)
    assert result.flagged
    assert len(result.above(Severity.ERROR)) <= len(result)
    assert result.worst is max(finding.severity for finding in result)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_span_of_an_example_is_its_text(checker, path):
    result = checker.check_path(path)
    for finding in result:
        assert finding.segment.spans
        joined = "".join(result.source.text[span.start : span.end] for span in finding.segment.spans)
        if "&" not in joined and "\\" not in joined:
            assert "".join(joined.split()) == "".join(finding.text.split())
        for span, _, _ in finding.cues:
            assert finding.span.start <= span.start <= span.end <= finding.span.end


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_character_is_accounted_for(checker, path):
    result = checker.check_path(path)
    coverage = result.coverage
    assert coverage.read + coverage.skipped + coverage.suppressed + coverage.failed == coverage.characters
    assert coverage.characters == len(result.source.text)


def test_a_fingerprint_survives_moved_lines(checker):
    first = checker.check(COPY).findings[0]
    moved = checker.check("Welcome.\n\n\n" + COPY).findings
    assert first.fingerprint in {finding.fingerprint for finding in moved}


def test_a_named_jurisdiction_ranks_and_speaks_of_the_page_as_a_whole(checker):
    text = "Our stem cell treatment has helped hundreds of patients like Maria, who can walk again."
    plain, strict = checker.check(text), Checker(jurisdictions=["au"]).check(text)
    assert not plain.notices
    assert [notice.jurisdiction for notice in strict.notices] == ["au"] * len(strict.notices) != []
    assert all(one.severity <= other.severity for one, other in zip(plain, strict, strict=True))


def test_without_a_jurisdiction_findings_know_the_rules_of_all_and_with_one_only_its_own(checker):
    for jurisdictions, places in (((), {"us", "uk", "au"}), (("uk",), {"uk"})):
        result = Checker(jurisdictions=jurisdictions).check(COPY)
        found = {rule.jurisdiction for finding in result for rule in finding.rules}
        assert found >= places and (not jurisdictions or found == places)
        assert {rule.jurisdiction for rule in result.advertising} >= places & {"uk", "au"}
    assert checker.check("We are open on Mondays.").advertising == ()


def test_a_ledger_of_ones_own_is_laid_over_what_ships(checker, tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(
        '[[regulation]]\nid = "us-house-rule"\njurisdiction = "us"\nbody = "House"\ninstrument = "Rules"\nsection = "1"\n'
        'force = "guidance"\ntitle = "House rule"\ndemand = "Say who was treated."\ncategories = ["all"]\n'
        'leads = ["regeneration", "cure"]\nwhen = ["regrow*", "cure*"]\nstrengths = ["asserted", "absolute"]\n'
        'status = "verified"\nas_of = 2026-11-25\nseen = ["example.org"]\n'
    )
    own = Checker(ledger=path, jurisdictions=["us"])
    assert "us-house-rule" in {citation.record for finding in own.check(COPY) for citation in finding.citations}
    assert own.versions["knowledge"].startswith("2026-11-25+" + checker.versions["knowledge"].partition("+")[2] + "+")
    path.write_text(path.read_text().replace('section = "1"\n', ""))
    with pytest.raises(ClaimcheckError, match="'us-house-rule' lacks the field 'section'"):
        Checker(ledger=[path])


def test_judging_plain_segments_keeps_their_order(checker):
    judgements = checker.judge(["The spine has 33 vertebrae.", "Our stem cells regrow your discs."])
    assert [judgement.flagged for judgement in judgements] == [False, True]
    assert judgements[0].strength is Strength.NONE


def test_the_page_type_can_be_told(checker):
    text = "# PRP\n\nPRP reduces back pain."
    sure, unsure = (
        Checker(page_type=kind).check(text, format="markdown") for kind in (PageType.SELLER, PageType.NEUTRAL)
    )
    assert len(unsure) <= len(sure)


def test_versions_name_program_and_model(checker):
    assert checker.versions["tool"] == claimcheck.checker.VERSION
    assert checker.versions["model"]


def test_a_missing_file_says_what_to_do(checker, tmp_path):
    with pytest.raises(ReadError) as caught:
        checker.check_path(tmp_path / "nothing.html")
    assert caught.value.remedy


def test_the_front_door_is_lazy_and_complete():
    assert set(claimcheck.__all__) <= set(dir(claimcheck))
    assert claimcheck.check(COPY).flagged
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        claimcheck.nothing  # noqa: B018
    assert "claimcheck.api" in sys.modules


def test_one_text_instead_of_several_is_refused(checker):
    with pytest.raises(UsageError, match="Put the text in a list"):
        checker.judge("PRP may ease pain.")


def test_rewrites_come_with_the_findings_only_when_asked_for():
    text = "Our clinic is in Leeds. Our stem cells regrow your discs. Guaranteed."
    assert all(finding.rewrite is None for finding in Checker().check(text))
    result = Checker(suggest=True).check(text)
    assert all(finding.rewrite.reason for finding in result)
    assert result.fixed("confirm") != text


def test_a_check_without_suggestions_does_not_load_them():
    script = (
        "import sys; from claimcheck.checker import Checker; Checker().check('Stem cells cure.');"
        "assert not any(name.startswith('claimcheck.rewrite') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_explaining_accounts_for_a_sentence_alone_or_on_its_page(checker, tmp_path):
    (alone,) = checker.explain("It reduces pain.")
    page = tmp_path / "page.md"
    page.write_text("# Exosome therapy\n\nOur exosomes are injected.\n\nIt reduces pain.\n")
    (found,) = checker.explain("It reduces pain.", context=page)
    (added,) = checker.explain("It cures pain.", context=page.read_text(), format="markdown")
    assert [alone.placed, found.placed, added.placed] == ["alone", "found", "appended"]
    assert found.judgement == checker.explain("It  reduces PAIN.", context=page)[0].judgement
    assert found.segment.context.headings == ("Exosome therapy",)
    assert found.focus.antecedent.text and alone.focus.antecedent is None
    with pytest.raises(UsageError, match="no sentence"):
        checker.explain(" ... ")
