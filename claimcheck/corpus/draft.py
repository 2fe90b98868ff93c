"""Drafts for the corpus: a page as a site builder emits it, and its readers' labels beside it.

`<id>.md` or `<id>.html` opens with a comment that tells the facts about the page; `<id>.lab` holds a reader's labels,
`<id>.lab2` a second reader's, `<id>.gold` the adjudicated ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.claim import Segment
from claimcheck.corpus.labels import LabelFile, read_labels
from claimcheck.corpus.pages import GENRES, ORIGINS
from claimcheck.corpus.problem import Problem
from claimcheck.corpus.sources import SUFFIXES, read_source
from claimcheck.errors import ClaimcheckError

FACTS = ("advertiser", "genre", "seller", "origin", "url", "author")
_OPTIONAL = ("url",)
_COMMENT = re.compile(r"<!--[ \t]*corpus[ \t]*\r?\n([\s\S]*?)-->[ \t]*(?:\r?\n)?")
_HOW = f"Open the page with <!-- corpus, a line each for {', '.join(FACTS)}, and -->."


@dataclass(frozen=True)
class Draft:
    """A page with its facts, its source without them, its segments as claimcheck reads them, and its labels."""

    file: Path
    facts: dict[str, str]
    source: str
    segments: tuple[Segment, ...]
    labels: LabelFile
    second: LabelFile | None
    gold: LabelFile | None

    @property
    def id(self) -> str:
        """The page's id: the file's name without its ending."""
        return self.file.stem

    @property
    def reader(self) -> str:
        """Who labelled the page."""
        return self.labels.reader


def read_drafts(folder: Path) -> tuple[list[Draft], list[Problem]]:
    """The drafts in a folder, in the order of their names, and what is wrong with the others."""
    drafts: list[Draft] = []
    problems: list[Problem] = []
    files = sorted(file for file in folder.iterdir() if file.suffix in SUFFIXES)
    pages = {file.stem for file in files}
    for file in sorted(folder.iterdir()):
        if file.suffix in (".lab", ".lab2", ".gold") and file.stem not in pages:
            problems.append(Problem(str(file), 0, "no page stands beside it", f"Add {file.stem}.md or .html."))
    for file in files:
        draft, found = _draft(file)
        problems += found
        if draft is not None and not found:
            drafts.append(draft)
    return drafts, problems


def _draft(file: Path) -> tuple[Draft | None, list[Problem]]:
    try:
        raw = file.read_bytes().decode("utf-8")
        told = _COMMENT.search(raw)
        if told is None:
            return None, [Problem(str(file), 1, "no comment tells the facts about the page", _HOW)]
        source = raw[: told.start()] + raw[told.end() :]
        segments, whole = read_source(source.encode(), file.name), read_source(raw.encode(), file.name)
    except (OSError, UnicodeDecodeError) as error:
        return None, [Problem(str(file), 0, f"it cannot be read: {error}", "Save it as UTF-8.")]
    except ClaimcheckError as error:
        return None, [Problem(str(file), 0, error.problem, error.remedy)]
    facts = dict(_facts(told[1]))
    problems = [Problem(str(file), 1, reason, cure) for reason, cure in _fact_faults(facts)]
    if [each.text for each in segments] != [each.text for each in whole]:
        cure = "Put the comment below front matter, if there is any, with a blank line after it."
        problems.append(Problem(str(file), 1, "without the comment the page reads otherwise", cure))
    if not segments:
        problems.append(Problem(str(file), 0, "claimcheck reads no segment in it", "Is the text hidden or empty?"))
    labels = _labels(file, ".lab", segments, problems)
    second, gold = (_labels(file, suffix, segments, problems) for suffix in (".lab2", ".gold"))
    if labels is None:
        if not file.with_suffix(".lab").is_file():
            problems.append(Problem(str(file), 0, "it has no labels", f"Have another reader write {file.stem}.lab."))
        return None, problems
    problems += _reader_problems(file, facts.get("author", ""), labels, second)
    return Draft(file, facts, source, segments, labels, second, gold), problems


def _labels(page: Path, suffix: str, segments: tuple[Segment, ...], problems: list[Problem]) -> LabelFile | None:
    file = page.with_suffix(suffix)
    if not file.is_file():
        return None
    labels, found = read_labels(file, segments)
    problems += found
    return labels


def _facts(comment: str) -> Iterator[tuple[str, str]]:
    for line in comment.splitlines():
        if line.strip():
            key, _, value = line.partition(":")
            yield key.strip(), value.strip()


def _fact_faults(facts: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name in FACTS:
        if name not in _OPTIONAL and not facts.get(name):
            yield f"the comment does not tell the {name}", _HOW
    for name in facts:
        if name not in FACTS:
            yield f"the comment tells the unknown fact {name!r}", _HOW
    for name, known in (("genre", GENRES), ("origin", ORIGINS)):
        if facts.get(name) and facts[name] not in known:
            yield f"unknown {name} {facts[name]!r}", f"Known: {', '.join(known)}."
    if facts.get("seller", "true") not in ("true", "false"):
        yield f"seller is {facts['seller']!r}", "Write true or false."
    if facts.get("origin") == "reworded" and not facts.get("url"):
        yield "a reworded page has no url", "Give the address of its model; only a hash of it is kept."
    if facts.get("origin") == "free" and facts.get("url"):
        yield "a free page has a url", "Take it out, or call the page reworded."


def _reader_problems(file: Path, author: str, labels: LabelFile, second: LabelFile | None) -> Iterator[Problem]:
    for each in (labels, second):
        if each is not None and each.reader == author:
            yield Problem(str(each.file), 1, f"{author} wrote the page", "Have it labelled by somebody else.")
    if second is not None and second.reader == labels.reader:
        cure = "A second reading is by another reader."
        yield Problem(str(second.file), 1, f"{second.reader} labelled {file.name} already", cure)
