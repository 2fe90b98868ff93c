"""Goes through what a call names (files, folders, web addresses, standard input) and checks each on its own.

One bad source never hides the others: what cannot be read becomes a result with a fault.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from claimcheck.claim import Severity
from claimcheck.errors import ClaimcheckError, ReadError
from claimcheck.finding import Fault, Result
from claimcheck.report import Summary
from claimcheck.text import Source

SUFFIXES = (
    *(".html", ".htm", ".xhtml", ".mhtml", ".mht", ".md", ".markdown", ".mdx", ".txt", ".ads"),
    *(".docx", ".pdf", ".eml"),
)
# What browsers call the folder beside a page that they saved, in a few languages.
_ASSETS = ("_files", ".files", "-Dateien", "_fichiers", "_archivos", "_file", "_bestanden", "_arquivos", "_filer")
STANDARD_INPUT = "-"
_UNREAD = ""


class Checks(Protocol):
    """What an inspection needs of a Checker."""

    def check_path(self, path: str, *, format: str | None = None) -> Result:
        """The findings in a file."""

    def check_bytes(self, data: bytes, *, name: str, format: str | None = None) -> Result:
        """The findings in undecoded content."""

    def check_url(self, url: str) -> Result:
        """The findings in one web page."""


def expand(names: Iterable[str]) -> Iterator[str | Fault]:
    """Each name as it is; for a folder the readable files below it, sorted, for a sitemap its pages.

    A folder or sitemap that has none gives a fault; what a browser saved beside a page is part of it, and no page.

    A file, address or standard input that is named twice comes once.
    """
    seen: set[str] = set()
    for name in names:
        for each in _named(name):
            key = each.source if isinstance(each, Fault) else each if is_url(each) else str(Path(each).absolute())
            if key not in seen:
                seen.add(key)
                yield each


def is_url(name: str) -> bool:
    """True for what is fetched rather than opened."""
    return name.lower().startswith(("http://", "https://"))


def _named(name: str) -> Iterable[str | Fault]:
    if name == STANDARD_INPUT or is_url(name):
        return (name,)
    if Path(name).is_dir():
        return _folder(name)
    if name.lower().endswith((".xml", ".xml.gz")):
        from claimcheck.faces.sitemaps import pages

        return pages(name) or (name,)
    return (name,)


def _folder(name: str) -> Iterator[str | Fault]:
    faults: list[OSError] = []
    empty = True
    for place, folders, files in os.walk(name, onerror=faults.append):
        saved = {file.rpartition(".")[0] + end for file in files if _is_page(file) for end in _ASSETS}
        folders[:] = sorted(each for each in folders if not each.startswith(".") and each not in saved)
        for file in sorted(files):
            if file.lower().endswith(SUFFIXES) and not file.startswith("."):
                empty = False
                yield str(Path(place, file))
    for error in faults:
        yield Fault(str(error.filename), f"The folder cannot be listed: {error.strerror}.", "Check its permissions.")
    if empty and not faults:
        yield Fault(name, "The folder holds no file to check.", f"Files that count end in {', '.join(SUFFIXES)}.")


def _is_page(file: str) -> bool:
    return file.lower().endswith((".html", ".htm", ".xhtml"))


Examined = tuple[Result, bool]
Examining = Callable[[Checks, Iterable[str | Fault], Callable[[], bytes], str | None], Iterator[Examined]]


def examine_all(
    checker: Checks, sources: Iterable[str | Fault], standard_input: Callable[[], bytes], format: str | None
) -> Iterator[Examined]:
    """Each source's result, in order, and whether the program itself failed at it."""
    for source in sources:
        yield examine(checker, source, standard_input, format)


def examine(checker: Checks, source: str | Fault, standard_input: Callable[[], bytes], format: str | None) -> Examined:
    """One source's result, and whether the program itself failed at it; what cannot be read has a fault."""
    if isinstance(source, Fault):
        return _unread(source), False
    try:
        return _check(checker, source, standard_input, format), False
    except ReadError as error:
        return _unread(Fault(source, error.problem, error.remedy)), False
    except ClaimcheckError:
        raise
    except Exception as error:
        if os.environ.get("CLAIMCHECK_DEBUG"):
            raise
        problem = f"An internal fault stopped this document: {type(error).__name__}: {error}."
        return _unread(Fault(source, problem, "Run again with CLAIMCHECK_DEBUG=1 and report what it prints.")), True


@dataclass
class Inspection:
    """One pass over sources, made by iterating once; afterwards it knows what the pass added up to.

    `above` leaves out findings below a severity; `standard_input` gives the content of the source "-"; `stages` are
    what each result goes through before it is counted, in order. `crashed` counts the sources at which the program
    itself failed; `failing` those results that `fails` names.
    """

    checker: Checks
    sources: Iterable[str | Fault]
    standard_input: Callable[[], bytes]
    input_format: str | None = None
    above: Severity = Severity.NOTE
    stages: Sequence[Callable[[Result], Result]] = ()
    fails: Callable[[Result], bool] | None = None
    examining: Examining = examine_all
    summary: Summary = Summary()
    crashed: int = 0
    failing: int = 0

    def __iter__(self) -> Iterator[Result]:
        for examined, crashed in self.examining(self.checker, self.sources, self.standard_input, self.input_format):
            self.crashed += crashed
            result = examined.above(self.above)
            for stage in self.stages:
                result = stage(result)
            self.summary += Summary.of(result)
            self.failing += bool(self.fails and self.fails(result))
            yield result


def _check(checker: Checks, source: str, standard_input: Callable[[], bytes], format: str | None) -> Result:
    if source == STANDARD_INPUT:
        return checker.check_bytes(standard_input(), name="<stdin>", format=format)
    if is_url(source):
        return checker.check_url(source)
    if "://" in source and not Path(source).exists():
        raise ReadError(f"{source} is an address that is not fetched.", "Only http and https are.")
    return checker.check_path(source, format=format)


def _unread(fault: Fault) -> Result:
    return Result(Source(fault.source, "", _UNREAD), faults=(fault,))
