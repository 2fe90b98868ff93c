import io
import os

import pytest

from claimcheck.errors import UsageError
from claimcheck.faces.cli.output import layout_for, with_progress, writing
from claimcheck.report import PLAIN


class Terminal(io.StringIO):
    """A stream that says it is a terminal, with a real one's file number (a pseudo terminal's)."""

    def __init__(self, number=None):
        super().__init__()
        self.number = number

    def isatty(self):
        return True

    def fileno(self):
        return self.number


@pytest.fixture
def terminal():
    leader, follower = os.openpty()
    yield Terminal(follower)
    os.close(leader)
    os.close(follower)


def test_a_file_is_laid_out_plainly():
    assert layout_for(io.StringIO()) == PLAIN


def test_a_terminal_has_colour_unless_it_is_refused(terminal, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert layout_for(terminal).colour
    monkeypatch.setenv("NO_COLOR", "1")
    assert not layout_for(terminal).colour
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not layout_for(terminal).colour


def test_a_file_that_cannot_be_opened_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError, match="Cannot write"), writing(tmp_path / "no" / "file"):
        pass


def test_long_work_on_a_terminal_is_counted(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    assert list(with_progress(range(21), 21)) == list(range(21))
    assert "\rchecked 21 of 21" in screen.getvalue() and screen.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize(("count", "stream"), [(20, Terminal()), (50, io.StringIO())])
def test_short_work_and_other_streams_stay_quiet(monkeypatch, count, stream):
    monkeypatch.setattr("sys.stderr", stream)
    assert list(with_progress(range(count), count)) == list(range(count))
    assert stream.getvalue() == ""
