"""Pages as site builders emit them, `corpus/sources/<page id>.md|.html`: read again, they give the labelled segments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from claimcheck.claim import Segment
from claimcheck.corpus.holdings import SOURCES, Held, Holdings
from claimcheck.corpus.pages import Page
from claimcheck.corpus.problem import Problem
from claimcheck.errors import ClaimcheckError
from claimcheck.read import read_bytes, segment

SUFFIXES = (".md", ".html")
_COMPARED: dict[str, Callable[[Segment], object]] = {
    "text": lambda segment: segment.text,
    "role": lambda segment: segment.role.value,
    "level": lambda segment: segment.level,
    "context": lambda segment: segment.context,
}


def read_source(data: bytes, name: str) -> tuple[Segment, ...]:
    """The segments of a source; ReadError where it is no text."""
    return segment(read_bytes(data, name))


def source_problems(holdings: Holdings) -> Iterator[Problem]:
    """Sources that read otherwise than their page, and sources without a page."""
    folder = holdings.folder / SOURCES
    if not folder.is_dir():
        return
    pages = {held.value.id: held for held in holdings.all_pages}
    seen: set[str] = set()
    for file in sorted(folder.iterdir()):
        name = f"{SOURCES}/{file.name}"
        if file.suffix not in SUFFIXES or file.stem in seen:
            yield Problem(name, 0, "a page has one source, .md or .html", "Take the other out.")
        elif file.stem not in pages:
            yield Problem(name, 0, "no page has this id", "Add its page, or take the source out.")
        else:
            yield from _differences(file, name, pages[file.stem])
        seen.add(file.stem)


def _differences(file: Path, name: str, held: Held[Page]) -> Iterator[Problem]:
    try:
        read = read_source(file.read_bytes(), file.name)
    except (ClaimcheckError, OSError) as error:
        yield Problem(name, 0, f"it cannot be read: {error}", "Mend or remove it.")
        return
    told = held.value.segments
    cure = f"Either the page ({held.file}:{held.line}) is to be labelled anew, or claimcheck.read has a fault."
    if len(read) != len(told):
        yield Problem(name, 0, f"it reads as {len(read)} segments, the page has {len(told)}", cure)
    for what, value in _COMPARED.items():
        for number, (one, other) in enumerate(zip(read, told, strict=False)):
            if value(one) != value(other):
                reason = f"segment {number} has the {what} {value(one)!r}, on the page {value(other)!r}"
                yield Problem(name, _line(one, file), reason, cure)
                return


def _line(one: Segment, file: Path) -> int:
    """The line of its source where a segment starts."""
    text = file.read_bytes().decode("utf-8", errors="replace")
    return text.count("\n", 0, one.span.start) + 1
