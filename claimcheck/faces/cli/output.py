"""Where a report goes: standard output or a file, its layout, and a progress line for long work."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TextIO

from claimcheck.errors import UsageError
from claimcheck.finding import Result
from claimcheck.report import PLAIN, Layout

_WIDTHS = range(40, 121)
_LONG = 20
_PAUSE = 0.2


@contextmanager
def writing(path: Path | None, sources: Iterable[object] = ()) -> Iterator[TextIO]:
    """The stream for a report. A reader that stops listening (`| head`) ends the report without a complaint.

    Raises UsageError where the report would overwrite one of the sources, or cannot be written.
    """
    if path is not None:
        with _opened(path, sources) as stream:
            yield stream
        return
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter flushes once more when it ends, which must not fail either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _opened(path: Path, sources: Iterable[object]) -> TextIO:
    if path.exists() and any(isinstance(each, str) and Path(each).exists() and path.samefile(each) for each in sources):
        raise UsageError(f"The report would overwrite {path}, which is to be checked.", "Name another file for it.")
    try:
        return path.open("w", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"Cannot write to {path}: {error.strerror}.", "Name a file in a folder that exists.") from None


def layout_for(stream: TextIO) -> Layout:
    """Colour and the terminal's width on a terminal, plain text elsewhere; NO_COLOR (no-color.org) is respected."""
    if not stream.isatty():
        return PLAIN
    width = os.get_terminal_size(stream.fileno()).columns or PLAIN.width
    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Layout(min(max(width, _WIDTHS.start), _WIDTHS.stop - 1), colour)


def with_progress(results: Iterable[Result], total: int) -> Iterator[Result]:
    """The same results; on a terminal, and for many, a line on standard error counts them."""
    if total <= _LONG or not sys.stderr.isatty():
        yield from results
        return
    for number, result in enumerate(results, 1):
        sys.stderr.write(f"\rchecked {number:,} of {total:,}")
        sys.stderr.flush()
        yield result
    sys.stderr.write("\r\x1b[K")


class _HasLine(Protocol):
    @property
    def line(self) -> str:
        """What to show."""


@contextmanager
def told_line() -> Iterator[Callable[[_HasLine], None]]:
    """A function that shows how far work is, on a terminal only and a few times a second at most."""
    import time

    shown = 0.0

    def show(progress: _HasLine) -> None:
        nonlocal shown
        if sys.stderr.isatty() and time.monotonic() - shown > _PAUSE:
            shown = time.monotonic()
            sys.stderr.write(f"\r\x1b[K{progress.line}")
            sys.stderr.flush()

    try:
        yield show
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
