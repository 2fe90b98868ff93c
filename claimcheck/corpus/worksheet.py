"""What is left to settle, laid out so that the lines of a `settle` file are written between it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claimcheck.corpus.agreement import Twice, disagreements, read_twice
from claimcheck.corpus.holdings import Held, Holdings
from claimcheck.corpus.pages import Page


def worksheet(holdings: Holdings) -> str:
    """Every page that is read twice, differs and is not settled: its head, and its segments as remarks, whole, with
    both readings below each segment with another strength or other categories."""
    apart: dict[str, dict[int, Twice]] = defaultdict(dict)
    for pair in disagreements(read_twice(holdings)):
        apart[pair.page][pair.number] = pair
    open_pages = [
        held for held in holdings.all_pages if held.value.id in apart and "adjudicator" not in held.record
    ]
    return "\n".join("".join(_lines(held, apart[held.value.id])) for held in open_pages)


def _lines(held: Held[Page], apart: dict[int, Twice]) -> Iterator[str]:
    page = held.value
    yield f"### {page.id}\n# {page.genre}, {'sells' if page.seller else 'sells nothing'}\n"
    for number, segment in enumerate(page.segments):
        mark = ">" if number in apart else " "
        yield f"#{mark} {number} [{segment.role.value}{segment.level or ''}] {segment.text}\n"
        if number in apart:
            yield f"#    one: {apart[number].first}\n#    two: {apart[number].second}\n"
