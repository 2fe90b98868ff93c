"""Label files: a first line `reader: NAME`, then a line a segment: `NUMBER about form categories "cue words"`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.claim import About, Category, Segment, Strength
from claimcheck.corpus.pages import Label
from claimcheck.corpus.problem import Problem

_READER = re.compile(r"reader:[ \t]*(\S+)[ \t]*")
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


def read_labels(file: Path, segments: Sequence[Segment]) -> tuple[LabelFile | None, list[Problem]]:
    """The labels of these segments, or what is wrong with them, line by line."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        return None, [Problem(str(file), 0, f"it cannot be read: {error}", "Save it as UTF-8.")]
    reader = _READER.fullmatch(lines[0]) if lines else None
    if reader is None:
        return None, [Problem(str(file), 1, "it does not name its reader", "Start with a line: reader: NAME.")]
    labels: dict[int, Label] = {}
    problems: list[Problem] = []
    for number, line in enumerate(lines[1:], 2):
        if line.strip() and not line.startswith("#"):
            problems += [Problem(str(file), number, *fault) for fault in _read(line, segments, labels)]
    missing = [at for at in range(len(segments)) if at not in labels]
    if missing and not problems:
        told = ", ".join(map(str, missing[:8])) + (" ..." if len(missing) > 8 else "")
        cure = "Label every segment, numbered from 0 as claimcheck reads them."
        problems.append(Problem(str(file), 0, f"of {len(segments)} segments these have no label: {told}", cure))
    if problems:
        return None, problems
    return LabelFile(file, reader[1], tuple(labels[at] for at in range(len(segments)))), []


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
