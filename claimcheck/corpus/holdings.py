"""All that the corpus folder holds, read so that one bad line never hides the others."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from claimcheck.corpus.contrast import Pair, parse_pair
from claimcheck.corpus.pages import Page, parse_page
from claimcheck.corpus.problem import Problem
from claimcheck.corpus.schema import Fault, page_faults, pair_faults, second_faults
from claimcheck.errors import CorpusError

PAGES, BOOST, CONTRAST, SECOND, SOURCES = "pages", "boost", "contrast", "agreement", "sources"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Held(Generic[T]):
    """One line: where it stands, its record as written, and what was made of it."""

    file: str
    line: int
    record: dict[str, Any]
    value: T

    def problem(self, reason: str, cure: str) -> Problem:
        """A problem of this line."""
        return Problem(self.file, self.line, reason, cure)


@dataclass(frozen=True)
class Holdings:
    """The well-formed lines of each part, and the problems of the others.

    `fresh` are pages that are about to be added: they name the file that they are for.
    """

    folder: Path
    pages: list[Held[Page]]
    boost: list[Held[Page]]
    pairs: list[Held[Pair]]
    seconds: list[Held[None]]
    problems: list[Problem] = field(default_factory=list)
    fresh: list[Held[Page]] = field(default_factory=list)

    @property
    def all_pages(self) -> list[Held[Page]]:
        """Natural pages, boost, and last what is fresh."""
        return [*self.pages, *self.boost, *self.fresh]


def read_holdings(folder: Path) -> Holdings:
    """The corpus in a folder; CorpusError where it has no `pages`."""
    if not (folder / PAGES).is_dir():
        raise CorpusError(f"{folder} holds no folder {PAGES!r}.", "Name the corpus folder with --corpus.")
    problems: list[Problem] = []

    def part(name: str, faults: Callable[[Any], Iterator[Fault]], parse: Callable[[Any], T]) -> list[Held[T]]:
        return [held for file in _files(folder, name) for held in _lines(folder, file, faults, parse, problems)]

    return Holdings(
        folder,
        part(PAGES, page_faults, parse_page),
        part(BOOST, page_faults, parse_page),
        part(CONTRAST, pair_faults, parse_pair),
        part(SECOND, second_faults, lambda _: None),
        problems,
    )


def read_sound(folder: Path) -> Holdings:
    """The corpus in a folder; CorpusError where it has no `pages` or a malformed line, so that nothing builds on it."""
    holdings = read_holdings(folder)
    if holdings.problems:
        raise CorpusError(f"The corpus is not sound: {holdings.problems[0]}", "See claimcheck corpus validate.")
    return holdings


def read_seconds(folder: Path) -> list[dict[str, Any]]:
    """The second readings in `folder/*.jsonl`; CorpusError where a line is malformed."""
    problems: list[Problem] = []
    lines = [
        held.record
        for file in sorted(folder.glob("*.jsonl"))
        for held in _lines(folder, file, second_faults, lambda _: None, problems)
    ]
    if problems:
        raise CorpusError(f"{folder}: {problems[0].file}:{problems[0].line}: {problems[0].reason}.", problems[0].cure)
    return lines


def _files(folder: Path, name: str) -> list[Path]:
    return sorted((folder / name).glob("*.jsonl"))


def _lines(
    folder: Path,
    file: Path,
    faults: Callable[[Any], Iterator[Fault]],
    parse: Callable[[Any], T],
    problems: list[Problem],
) -> Iterator[Held[T]]:
    name = file.relative_to(folder).as_posix()
    try:
        lines = file.read_bytes().decode("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        problems.append(Problem(name, 0, f"it cannot be read: {error}", "Save it as UTF-8 and check its permissions."))
        return
    if lines[-1]:
        problems.append(Problem(name, len(lines), "the last line has no end", "Is the file cut off? End it with LF."))
    for number, line in enumerate(lines if lines[-1] else lines[:-1], 1):
        found, record, value = _parsed(line, faults, parse)
        problems += [Problem(name, number, reason, cure) for reason, cure in found]
        if not found:
            yield Held(name, number, record, value)


def _parsed(
    line: str, faults: Callable[[Any], Iterator[Fault]], parse: Callable[[Any], T]
) -> tuple[list[Fault], dict[str, Any], Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        return [(f"it is no JSON: {error}", "Write one record a line, without blank lines.")], {}, None
    found = list(faults(record))
    if found:
        return found, {}, None
    try:
        return [], record, parse(record)
    except (ValueError, KeyError, TypeError) as error:
        return [(str(error), "corpus/README.md has the format.")], {}, None
