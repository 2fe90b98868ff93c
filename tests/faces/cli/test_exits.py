import pytest
import typer

from claimcheck.claim import Severity
from claimcheck.errors import ModelError
from claimcheck.faces.cli.exits import ExitCode, exit_code, guarded
from claimcheck.faces.sources import Inspection
from claimcheck.finding import Coverage
from claimcheck.report import Summary


@pytest.mark.parametrize(
    ("summary", "crashed", "fail_on", "expected"),
    [
        (Summary(), 0, Severity.WARNING, ExitCode.CLEAN),
        (Summary(notes=1), 0, Severity.WARNING, ExitCode.CLEAN),
        (Summary(notes=1), 0, Severity.NOTE, ExitCode.FINDINGS),
        (Summary(errors=1), 0, Severity.WARNING, ExitCode.FINDINGS),
        (Summary(errors=1), 0, None, ExitCode.CLEAN),
        (Summary(errors=1, unread=1), 0, Severity.WARNING, ExitCode.UNREADABLE),
        (Summary(coverage=Coverage(failed=1)), 0, Severity.WARNING, ExitCode.UNREADABLE),
        (Summary(errors=1, unread=1), 1, Severity.WARNING, ExitCode.INTERNAL),
    ],
)
def test_the_highest_code_that_applies(summary, crashed, fail_on, expected):
    inspection = Inspection(None, (), bytes, summary=summary, crashed=crashed)
    assert exit_code(inspection, fail_on) is expected


def raises(error):
    def run():
        raise error

    return run


def test_a_known_error_says_what_to_do(capsys):
    assert guarded(raises(ModelError("The model is gone.", "Install again."))) is ExitCode.UNREADABLE
    assert capsys.readouterr().err == "claimcheck: The model is gone.\nInstall again.\n"


def test_an_unknown_error_is_an_internal_fault_without_a_traceback(capsys, monkeypatch):
    monkeypatch.delenv("CLAIMCHECK_DEBUG", raising=False)
    assert guarded(raises(KeyError("x"))) is ExitCode.INTERNAL
    error = capsys.readouterr().err
    assert "KeyError" in error and "CLAIMCHECK_DEBUG=1" in error and "Traceback" not in error


def test_debugging_shows_the_traceback(capsys, monkeypatch):
    monkeypatch.setenv("CLAIMCHECK_DEBUG", "1")
    assert guarded(raises(KeyError("x"))) is ExitCode.INTERNAL
    assert "Traceback" in capsys.readouterr().err


def test_an_exit_on_purpose_is_let_through():
    with pytest.raises(typer.Exit):
        raises(typer.Exit(1))()
    with pytest.raises(SystemExit):
        guarded(raises(SystemExit(1)))


def test_the_codes_are_the_contract():
    assert [(code.name, int(code)) for code in ExitCode] == [
        ("CLEAN", 0),
        ("FINDINGS", 1),
        ("UNREADABLE", 2),
        ("INTERNAL", 3),
    ]


@pytest.mark.parametrize(
    ("least", "expected"), [(0, ExitCode.CLEAN), (75, ExitCode.CLEAN), (75.1, ExitCode.UNREADABLE)]
)
def test_a_least_coverage_counts_text_not_markup(least, expected, capsys):
    summary = Summary(coverage=Coverage(1000, 75, 910, 15, 0, 10))
    assert exit_code(Inspection(None, (), bytes, summary=summary), Severity.WARNING, least) is expected
    assert ("75.0 %" in capsys.readouterr().err) is (expected is ExitCode.UNREADABLE)


def test_a_fault_in_a_document_that_was_read_makes_exit_code_two():
    assert exit_code(Inspection(None, (), bytes, summary=Summary(faults=1)), None) is ExitCode.UNREADABLE


def test_an_inspection_that_knows_what_fails_decides():
    known = Inspection(None, (), bytes, summary=Summary(errors=1), fails=lambda result: False)
    assert exit_code(known, Severity.NOTE) is ExitCode.CLEAN
