"""What holds between the corpus's lines: names are used once, equals are labelled equally, parts stay apart."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

from claimcheck.claim import Segment
from claimcheck.corpus.contrast import Pair
from claimcheck.corpus.duplicates import duplicates
from claimcheck.corpus.holdings import BOOST, PAGES, Held, Holdings
from claimcheck.corpus.kept import Kept
from claimcheck.corpus.pages import Label
from claimcheck.corpus.problem import Problem
from claimcheck.corpus.split import split_of


def place_problems(holdings: Holdings) -> Iterator[Problem]:
    """Lines in the wrong file, ids and model pages used twice, second readings that fit no page."""
    for held in holdings.all_pages:
        if not held.file.endswith(f"/{held.value.genre}.jsonl"):
            yield held.problem(f"a page of the genre {held.value.genre!r}", f"It belongs in {held.value.genre}.jsonl.")
    for pair in holdings.pairs:
        due = f"case-{pair.value.case:02d}.jsonl"
        if not pair.file.endswith(f"/{due}"):
            yield pair.problem(f"a pair of case {pair.value.case}", f"It belongs in {due}.")
    yield from _twice(holdings.all_pages, "id", "Give each page an id of its own.")
    yield from _twice(holdings.pairs, "id", "Give each pair an id of its own.")
    yield from _twice(holdings.seconds, "id", "A page is read a second time once.")
    yield from _twice(holdings.all_pages, "source", "Two pages have the same model: take one out.")
    lengths = {held.value.id: len(held.value.labels) for held in holdings.all_pages}
    for second in holdings.seconds:
        found, due_length = len(second.record["first"]), lengths.get(second.record["id"])
        if due_length is None:
            yield second.problem(f"no page is called {second.record['id']!r}", "Mend the id or take the line out.")
        elif found != due_length:
            yield second.problem(f"{found} labels for the {due_length} segments of the page", "Label every segment.")


def advertiser_problems(holdings: Holdings, kept: Kept) -> Iterator[Problem]:
    """Advertisers of sites kept for acceptance, and advertisers with pages both in `pages` and in `boost`."""
    places: dict[str, str] = {}
    for held in holdings.all_pages:
        name, place = held.value.advertiser, held.file.partition("/")[0]
        if kept.advertiser(name):
            yield held.problem(f"the advertiser {name!r} has the name of a kept site", "Invent another name.")
        if places.setdefault(name, place) != place:
            yield held.problem(
                f"the advertiser {name!r} has pages in {places[name]}/ too",
                f"All of {BOOST}/ is learnt from, of {PAGES}/ a part: give one of them another advertiser.",
            )


def label_problems(holdings: Holdings) -> Iterator[Problem]:
    """Segments with the same words in the same surroundings and other labels."""
    seen: dict[Hashable, tuple[Held[Any], int, Label]] = {}
    for held, number, segment, label, seller in _labelled(holdings):
        key = (_surroundings(segment, seller), _whole(held, segment))
        first, at, other = seen.setdefault(key, (held, number, label))
        if other.says != label.says:
            yield held.problem(
                f"segment {number} ({segment.text[:60]!r}) is labelled {_told(label)}, "
                f"but {_told(other)} in the same surroundings at {first.file}:{first.line}, segment {at}",
                "Label both by the codebook.",
            )


def likeness_problems(holdings: Holdings) -> Iterator[Problem]:
    """Near duplicates of different advertisers that stand in different parts."""
    for pair in duplicates(holdings):
        one, two = pair.first, pair.second
        if one.part != two.part:
            yield two.held.problem(
                f"segment {two.number} ({two.text[:60]!r}, {two.part}) is nearly the same ({pair.score:.2f}) as "
                f"segment {one.number} at {one.held.file}:{one.held.line} ({one.part})",
                "Reword one of them: what is learnt from must not stand in another part.",
            )


def _labelled(holdings: Holdings) -> Iterator[tuple[Held[Any], int, Segment, Label, bool]]:
    for pair in holdings.pairs:
        for side in pair.value.sides:
            yield pair, side.target, side.segment, side.label, side.seller
    for held in holdings.all_pages:
        page = held.value
        for number, (segment, label) in enumerate(zip(page.segments, page.labels, strict=True)):
            yield held, number, segment, label, page.seller


def _surroundings(segment: Segment, seller: bool) -> Hashable:
    context = segment.context
    around = context.page_title, context.headings, context.lead_in, context.before, context.after
    return segment.text.casefold(), segment.role, seller, *around


def _whole(held: Held[Any], segment: Segment) -> Hashable:
    """A pair's side is so small that all of it is what its target's label hangs on; of a page, what stands around."""
    sides = held.value.sides if isinstance(held.value, Pair) else ()
    return next((tuple(each.text for each in side.segments) for side in sides if segment is side.segment), ())


def _told(label: Label) -> str:
    kinds = ",".join(sorted(kind.value for kind in label.kinds)) or "-"
    return f"{label.about.value} {label.form.label} {kinds}"


def _twice(lines: list[Held[Any]], field: str, cure: str) -> Iterator[Problem]:
    seen: dict[str, Held[Any]] = {}
    for held in lines:
        name = held.record.get(field)
        if name is not None:
            first = seen.setdefault(name, held)
            if first is not held:
                yield held.problem(f"the {field} {name!r} stands at {first.file}:{first.line} already", cure)
