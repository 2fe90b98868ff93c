"""Label files: a first line `reader: NAME`, then a line a segment: `NUMBER about form categories "cue words"`.

A file about several pages has a line `### PAGE-ID` above each page's lines. Empty lines and lines with `#` are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.claim import About, Category, Segment, Strength
from claimcheck.corpus.pages import Label
from claimcheck.corpus.problem import Problem

_READER = re.compile(r"reader:[ \t]*(\S+)[ \t]*")
_HEAD = re.compile(r"###\s+(\S+)\s*")
_LINE = re.compile(r'(\d+)\s+(\S+)\s+(\S+)\s+(\S+)(?:\s+"(.+)")?\s*')
_HOW = 'Write: NUMBER about form categories "cue words"; categories joined by commas, or -.'
_ABOUTS = {about.value: about for about in About}
_FORMS = {strength.label: strength for strength in Strength}
_KINDS = {category.value: category for category in Category}


@dataclass(frozen=True)
class LabelFile:
    """One reader's labels of one page, in the order of its segments."""

    file: Path
    reader: str
    labels: tuple[Label, ...]


@dataclass(frozen=True)
class Sections:
    """One reader's labels of several pages: by page id the line of its head and its lines, each with its number."""

    file: Path
    reader: str
    pages: dict[str, tuple[int, list[tuple[int, str]]]]


def read_labels(file: Path, segments: Sequence[Segment]) -> tuple[LabelFile | None, list[Problem]]:
    """The labels of these segments, or what is wrong with them, line by line."""
    reader, lines, problems = _opened(file, None)
    if problems:
        return None, problems
    labels, problems = read_lines(file, lines, segments)
    problems = problems or unlabelled(file, 0, labels, segments)
    if problems:
        return None, problems
    return LabelFile(file, reader, tuple(labels[at] for at in range(len(segments)))), []


def read_sections(file: Path, reader: str | None = None) -> tuple[Sections, list[Problem]]:
    """The labels of several pages, not yet held against them; `reader` stands in where the file names none."""
    name, lines, problems = _opened(file, reader)
    pages: dict[str, tuple[int, list[tuple[int, str]]]] = {}
    own: list[tuple[int, str]] | None = None
    for number, line in lines:
        head = _HEAD.fullmatch(line)
        if head and head[1] in pages:
            problems.append(Problem(str(file), number, f"the page {head[1]!r} stands in it twice", "Join its lines."))
        if head:
            own = []
            pages.setdefault(head[1], (number, own))
        elif own is not None:
            own.append((number, line))
        elif _told(line):
            problems.append(Problem(str(file), number, "a label stands above the first page", "Write ### PAGE-ID first."))
    if not pages and not problems:
        problems.append(Problem(str(file), 0, "it is about no page", "Write a line ### PAGE-ID above a page's labels."))
    return Sections(file, name, pages), problems


def read_lines(
    file: Path, lines: Sequence[tuple[int, str]], segments: Sequence[Segment]
) -> tuple[dict[int, Label], list[Problem]]:
    """The labels on these lines by their segments' numbers, and what is wrong with the others."""
    labels: dict[int, Label] = {}
    problems: list[Problem] = []
    for number, line in lines:
        if _told(line):
            problems += [Problem(str(file), number, *fault) for fault in _read(line, segments, labels)]
    return labels, problems


def unlabelled(file: Path, line: int, labels: Mapping[int, Label], segments: Sequence[Segment]) -> list[Problem]:
    """A problem where a segment has no label."""
    missing = [at for at in range(len(segments)) if at not in labels]
    if not missing:
        return []
    told = ", ".join(map(str, missing[:8])) + (" ..." if len(missing) > 8 else "")
    cure = "Label every segment, numbered from 0 as claimcheck reads them."
    return [Problem(str(file), line, f"of {len(segments)} segments these have no label: {told}", cure)]


def _opened(file: Path, reader: str | None) -> tuple[str, list[tuple[int, str]], list[Problem]]:
    """The reader, the lines below the one that names them, and what is wrong."""
    try:
        lines = list(enumerate(file.read_text(encoding="utf-8-sig").splitlines(), 1))
    except (OSError, UnicodeDecodeError) as error:
        return "", [], [Problem(str(file), 0, f"it cannot be read: {error}", "Save it as UTF-8.")]
    named = _READER.fullmatch(lines[0][1]) if lines else None
    if named is not None:
        return named[1], lines[1:], []
    if reader is not None:
        return reader, lines, []
    return "", [], [Problem(str(file), 1, "it does not name its reader", "Start with a line: reader: NAME.")]


def _told(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _read(line: str, segments: Sequence[Segment], labels: dict[int, Label]) -> Iterator[tuple[str, str]]:
    """Files the line's label; yields what is wrong with it."""
    match = _LINE.fullmatch(line)
    if match is None:
        yield f"it is no label: {line.strip()[:60]!r}", _HOW
        return
    at, about, form, told, cue = int(match[1]), match[2], match[3], match[4], match[5]
    kinds = [] if told == "-" else told.split(",")
    if at >= len(segments):
        yield f"there is no segment {at}", f"The page has {len(segments)}, numbered from 0."
    elif at in labels:
        yield f"segment {at} is labelled twice", "Take one line out."
    unknown = [
        *_unknown("about", [about], _ABOUTS),
        *_unknown("form", [form], _FORMS),
        *_unknown("category", kinds, _KINDS),
    ]
    yield from unknown
    if unknown or at >= len(segments) or at in labels:
        return
    yield from _fitting(form, kinds, cue, segments[at].text)
    start = segments[at].text.find(cue) if cue else -1
    span = (start, start + len(cue)) if cue and start >= 0 else None
    labels[at] = Label(_ABOUTS[about], _FORMS[form], frozenset(_KINDS[kind] for kind in kinds), span)


def _unknown(what: str, names: Sequence[str], known: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name in names:
        if name not in known:
            yield f"unknown {what} {name!r}", f"Known: {', '.join(known)}."


def _fitting(form: str, kinds: Sequence[str], cue: str | None, text: str) -> Iterator[tuple[str, str]]:
    if len(set(kinds)) < len(kinds):
        yield f"a category stands twice in {','.join(kinds)}", "Name each once."
    if _FORMS[form].flagged != bool(kinds):
        yield (
            f"form {form} with {'categories ' + ','.join(kinds) if kinds else 'no category'}",
            "A form of vague and stronger has at least one category, a weaker one has -.",
        )
    if cue and form == "none":
        yield "a cue stands beside form none", "Take it out: only a claim has deciding words."
    elif cue and cue not in text:
        yield f"the cue {cue!r} is not in the segment", f"Copy it from: {text}"
