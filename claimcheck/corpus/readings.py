"""Second readings of pages that the corpus has, and the settling of what two readers labelled differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from claimcheck.claim import Strength
from claimcheck.corpus.agreement import disagreements, read_twice
from claimcheck.corpus.files import replace_all
from claimcheck.corpus.holdings import Held, Holdings, read_sound
from claimcheck.corpus.labels import Sections, read_lines, read_sections, unlabelled
from claimcheck.corpus.pages import Label, Page
from claimcheck.corpus.problem import Problem
from claimcheck.corpus.records import SECOND_FILE, appended, dumped, label_fields, second_record

Labels = dict[int, Label]


@dataclass(frozen=True, slots=True)
class Section:
    """One reader's labels of one page of the corpus, and where they stand."""

    file: Path
    line: int
    reader: str
    held: Held[Page]
    labels: Labels

    def problem(self, reason: str, cure: str) -> Problem:
        """A problem of this section."""
        return Problem(str(self.file), self.line, f"{self.held.value.id}: {reason}", cure)


def add_second(files: Sequence[Path], corpus: Path, reader: str | None = None) -> list[str] | list[Problem]:
    """Adds second readings of whole pages; the pages' ids, or, where anything is wrong, the problems and nothing else.

    Raises CorpusError where the corpus is not sound.
    """
    holdings = read_sound(corpus)
    sections, problems = _sections(files, holdings, reader)
    seen = {held.record["id"] for held in holdings.seconds}
    for section in sections:
        page, record = section.held.value, section.held.record
        problems += unlabelled(section.file, section.line, section.labels, page.segments)
        if page.id in seen:
            problems.append(section.problem("it has a second reading already", "Take it out of the file."))
        elif section.reader in (record["author"], record["reader"]):
            cure = "A second reading is by somebody else."
            problems.append(section.problem(f"{section.reader} wrote or labelled it", cure))
        seen.add(page.id)
    if problems:
        return sorted(problems)
    records = [
        second_record(
            section.held.value.id,
            section.reader,
            section.held.value.labels,
            [section.labels[at] for at in sorted(section.labels)],
        )
        for section in sections
    ]
    replace_all({corpus / SECOND_FILE: appended(corpus / SECOND_FILE, records)})
    return [section.held.value.id for section in sections]


def settle(files: Sequence[Path], corpus: Path, reader: str | None = None) -> list[str] | list[Problem]:
    """Gives pages the settled labels of what their readers labelled differently; the ids, or the problems.

    Every segment with another strength or other categories has to be settled; lines on further segments count too.
    Raises CorpusError where the corpus is not sound.
    """
    holdings = read_sound(corpus)
    sections, problems = _sections(files, holdings, reader)
    twice = {held.record["id"] for held in holdings.seconds}
    apart: dict[str, set[int]] = defaultdict(set)
    for pair in disagreements(read_twice(holdings)):
        apart[pair.page].add(pair.number)
    for section in sections:
        page = section.held.value
        left = sorted(apart[page.id] - section.labels.keys())
        if page.id not in twice:
            problems.append(section.problem("it was read once", "Add its second reading first."))
        elif left:
            told = ", ".join(map(str, left))
            problems.append(section.problem(f"the readers differ on segments {told} too", "Settle these as well."))
        if section.reader == section.held.record["author"]:
            problems.append(section.problem(f"{section.reader} wrote it", "It is settled by somebody else."))
    if problems:
        return sorted(problems)
    replace_all(_rewritten(corpus, sections))
    return [section.held.value.id for section in sections]


def _sections(files: Sequence[Path], holdings: Holdings, reader: str | None) -> tuple[list[Section], list[Problem]]:
    pages = {held.value.id: held for held in holdings.all_pages}
    found: list[Section] = []
    problems: list[Problem] = []
    for file in files:
        sections, wrong = read_sections(file, reader)
        problems += wrong
        for section, faults in _held_against(sections, pages.get):
            problems += faults
            if section is not None and not faults:
                found.append(section)
    return found, problems


def _held_against(
    sections: Sections, page: Callable[[str], Held[Page] | None]
) -> list[tuple[Section | None, list[Problem]]]:
    told: list[tuple[Section | None, list[Problem]]] = []
    for name, (line, lines) in sections.pages.items():
        held = page(name)
        if held is None:
            told.append((None, [Problem(str(sections.file), line, f"no page is called {name!r}", "Mend the name.")]))
            continue
        labels, problems = read_lines(sections.file, lines, held.value.segments)
        told.append((Section(sections.file, line, sections.reader, held, labels), problems))
    return told


def _rewritten(corpus: Path, sections: Sequence[Section]) -> dict[Path, bytes]:
    """The new content of the files with these pages; other lines stay as they are, byte for byte."""
    contents: dict[Path, bytes] = {}
    for section in sections:
        file = corpus / section.held.file
        lines = (contents[file] if file in contents else file.read_bytes()).split(b"\n")
        lines[section.held.line - 1] = dumped(_settled(section)).encode()
        contents[file] = b"\n".join(lines)
    return contents


def _settled(section: Section) -> dict[str, Any]:
    record = dict(section.held.record)
    parts = []
    for number, (part, old) in enumerate(zip(record["segments"], section.held.value.labels, strict=True)):
        new = section.labels.get(number, old)
        cue = new.cue or (None if new.form is Strength.NONE else old.cue)
        place = {name: value for name, value in part.items() if name in ("text", "role", "block", "level", "list")}
        parts.append({**place, **label_fields(replace(new, cue=cue))})
    del record["segments"]
    return {**record, "adjudicator": section.reader, "segments": parts}
