"""Lists whose bare items claim because of the words above them: those words are changed, and the items can stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.claim import Role, Segment
from claimcheck.edits import Edit
from claimcheck.rewrite.page import exchanged
from claimcheck.rewrite.place import Unplaceable
from claimcheck.rewrite.recast import leads
from claimcheck.rewrite.shape import Shape, Style, shape
from claimcheck.rewrite.slots import condition, repaired, topics_in, treatment
from claimcheck.rewrite.tables import words

if TYPE_CHECKING:
    from claimcheck.rewrite.suggest import Page

_LISTED = (Role.LIST_ITEM, Role.TABLE_CELL)
_MOST_WORDS = 8
_LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Lead:
    """New words for the heading or lead-in at an index, and the edits that write them."""

    at: int
    text: str
    edits: tuple[Edit, ...]


def leads_of(page: Page) -> Mapping[int, Lead]:
    """For each item that new words above it put below the flag, and for those words where they are flagged, the new words."""
    found: dict[int, Lead] = {}
    for above, items in _groups(page):
        lead, cleared = _best(page, above, items)
        if lead is not None:
            found.update(dict.fromkeys(cleared, lead))
            if page.judgements[above].flagged:
                found[above] = lead
    return found


def _groups(page: Page) -> Iterator[tuple[int, list[int]]]:
    """The flagged bare items of each list, under the index of the words above it."""
    groups: dict[int, list[int]] = {}
    for at in page.flagged:
        segment = page.segments[at]
        if segment.role in _LISTED and _is_bare(segment.text):
            above = _above(page.segments, at)
            if above is not None:
                groups.setdefault(above, []).append(at)
    yield from groups.items()


def _is_bare(text: str) -> bool:
    found = text.split()
    return len(found) <= _MOST_WORDS and not text.rstrip().endswith((".", "!", "?")) and treatment(text) is None and not any(
        word.casefold() in words().finite for word in found
    )


def _above(segments: Sequence[Segment], at: int) -> int | None:
    context = segments[at].context
    wanted = context.lead_in or (context.headings[-1] if context.headings else "")
    return next((place for place in range(at - 1, -1, -1) if wanted and segments[place].text == wanted), None)


def _best(page: Page, above: int, items: Sequence[int]) -> tuple[Lead | None, list[int]]:
    """The new words that put the most items below the flag, if at least half."""
    form = shape(page.segments[above], ours=page.ours)
    best: tuple[Lead | None, list[int]] = (None, [])
    for text in leads(_kind(page, items), _as_lead(form)):
        if not page.memory.allows(text, ""):
            continue
        if form.text.rstrip().endswith(":"):
            text = text.rstrip(".") + ":"
        judged = page.again.judge(exchanged(page.segments, above, text), (above, *items))
        cleared = [item for item, judgement in zip(items, judged[1:], strict=True) if not judgement.flagged]
        if judged[0].flagged or len(cleared) < max(1, _LEAST_SHARE * len(items)) or len(cleared) <= len(best[1]):
            continue
        try:
            best = Lead(above, text, page.place.edits(page.segments[above], text)), cleared
        except Unplaceable:
            continue
    if best[0] is not None:
        page.memory.note(best[0].text)
    return best


def _kind(page: Page, items: Sequence[int]) -> str:
    texts = [page.segments[item].text for item in items]
    named = sum(bool(condition(text) or (repaired(text) and not topics_in(text))) for text in texts)
    return "conditions" if 2 * named >= len(texts) else "benefits"


def _as_lead(form: Shape) -> Shape:
    return Shape(form.text, Style.HEADING if form.style is not Style.SENTENCE else Style.ITEM, form.ours, form.vet, form.mark, "")
