"""Lists whose bare items claim by the words above them: those words are changed, and the items stay or follow suit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from claimcheck.claim import Role, Segment
from claimcheck.edits import Edit
from claimcheck.rewrite.exchange import exchanged
from claimcheck.rewrite.grammar import capitalized, uncapitalized
from claimcheck.rewrite.page import Page
from claimcheck.rewrite.place import UnplaceableError
from claimcheck.rewrite.recast import leads
from claimcheck.rewrite.shape import Shape, Style, shape
from claimcheck.rewrite.slots import condition, repaired, slots, treatment
from claimcheck.rewrite.tables import frames, listed, words

_LISTED = (Role.LIST_ITEM, Role.TABLE_CELL)
_MOST_WORDS = 10
_LEAST_SHARE = 0.5
_ASKS = frozenset({"why", "how", "what", "when", "who", "where", "which", "keep", "live", "say", "skip", "enjoy"})
_DENIES = re.compile(r"\b(?:not|never|nobody|nothing|none)\b|n['’]t\b", re.I)
_AS_IT_IS = "{item}"


@dataclass(frozen=True, slots=True)
class Listed:
    """New words for the heading or lead-in at `above` and for one item below it, with the edits that write both."""

    above: int
    lead: str
    text: str
    edits: tuple[Edit, ...]


def lists(page: Page, open_: Sequence[int], segments: Sequence[Segment]) -> Mapping[int, Listed]:
    """What puts those open findings below the flag that are bare items, judged with the whole list changed.

    `segments` are the page's, other suggestions made. The words above a list come with it where they are flagged.
    """
    found: dict[int, Listed] = {}
    for above, items in _groups(page, open_):
        made = _best(page, above, items, segments)
        found.update(made)
        lead = next(iter(made.values())).lead if made else page.segments[above].text
        if above in open_ and lead != page.segments[above].text:
            found[above] = Listed(above, lead, lead, _edits(page, above, lead))
    return found


def is_bare(segment: Segment) -> bool:
    """True for a bullet or cell that names a thing and says nothing of it."""
    text = segment.text
    found = text.split()
    return (
        segment.role in _LISTED
        and len(found) <= _MOST_WORDS
        and not text.rstrip().endswith((".", "!", "?"))
        and not _is_clause(found[0].casefold())
        and not _DENIES.search(text)
        and treatment(text) is None
        and not any(word.casefold() in words().finite or word[:1].isdigit() for word in found)
    )


def warns(heading: str) -> bool:
    """True for words whose bullets are no offers: risks, limits, who should not have it."""
    return bool(listed("signs", "warns").search(heading))


def _is_clause(first: str) -> bool:
    """True for a first word with which a command or a question begins."""
    return first in words().claim_verbs or first in _ASKS


def _groups(page: Page, open_: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """The open bare items of each list, under the index of the words above it."""
    groups: dict[int, list[int]] = {}
    for at in open_:
        if is_bare(page.segments[at]):
            above = _above(page.segments, at)
            if above is not None:
                groups.setdefault(above, []).append(at)
    yield from groups.items()


def _above(segments: Sequence[Segment], at: int) -> int | None:
    context = segments[at].context
    for wanted in (context.lead_in, *context.headings[-1:]):
        place = next((place for place in range(at - 1, -1, -1) if wanted and segments[place].text == wanted), None)
        if place is not None and segments[place].role not in _LISTED:
            return place
    return None


def _best(page: Page, above: int, items: Sequence[int], segments: Sequence[Segment]) -> dict[int, Listed]:
    """The way that clears most of them, at least half; the items as they are go before any other form."""
    best: dict[int, Listed] = {}
    for form, lead in product((_AS_IT_IS, *_forms(page, items)), tuple(_leads(page, above, items))):
        changed = exchanged(segments, above, lead)
        said = {item: _item(page.segments[item].text, form) for item in items}
        for item in items:
            if said[item] != page.segments[item].text:
                changed = exchanged(changed, item, said[item])
        judged = page.again.judge(changed, (above, *items))
        cleared = [item for item, judgement in zip(items, judged[1:], strict=True) if not judgement.flagged]
        if judged[0].flagged or len(cleared) < max(1, _LEAST_SHARE * len(items)) or len(cleared) <= len(best):
            continue
        try:
            edits = _edits(page, above, lead)
            best = {
                item: Listed(above, lead, said[item], (*edits, *_edits(page, item, said[item]))) for item in cleared
            }
        except UnplaceableError:
            continue
        if len(best) == len(items):
            break
    return best


def _edits(page: Page, item: int, text: str) -> tuple[Edit, ...]:
    segment = page.segments[item]
    return () if text == segment.text else page.place.edits(segment, text)


def _leads(page: Page, above: int, items: Sequence[int]) -> Iterator[str]:
    segment = page.segments[above]
    form = shape(segment, ours=page.ours, vet=page.vet)
    style = Style.ITEM if form.style is Style.SENTENCE else Style.HEADING
    plain = Shape(form.text, style, form.ours, form.vet, form.mark)
    if not (listed("signs", "offers").search(segment.text) or words().strong.search(segment.text)):
        yield segment.text
        return
    for text in leads(_kind(page, items), plain):
        if page.memory.allows(text, ""):
            yield text.rstrip(".") + ":" if segment.text.rstrip().endswith(":") else text


def _forms(page: Page, items: Sequence[int]) -> Iterator[str]:
    table, first = frames()["parallel"], page.segments[items[0]]
    found = slots(first, page.judgements[items[0]])
    supported = next(page.evidence.supports("general", found, first.text, page.around(items[0])), None)
    for form in (*(table["known"] if supported else ()), *table["open"]):
        if page.ours or not listed("signs", "ours").search(form):
            yield form


def _item(text: str, form: str) -> str:
    if form == _AS_IT_IS:
        return text
    text = capitalized(text[3:]) if text.startswith(("No ", "no ")) else text
    return capitalized(form.replace("{item}", text if form.startswith("{item}") else uncapitalized(text)))


def _kind(page: Page, items: Sequence[int]) -> str:
    texts = [page.segments[item].text for item in items]
    promising = sum(bool(words().strong.search(text)) for text in texts)
    named = sum(bool(condition(text) or repaired(text)) for text in texts)
    return "conditions" if named > promising else "benefits"
