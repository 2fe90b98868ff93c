"""The site as a whole on a terminal: a table by page and category, and what to mend first."""

from __future__ import annotations

from claimcheck.claim import Category, Severity
from claimcheck.report.layout import Layout, cell
from claimcheck.report.site import First, Page, Site

_WIDEST_NAME, _NARROWEST_TEXT = 34, 24
_MOST_PAGES = 20
_SHORT = {Category.SPEED_DURATION: "speed", Category.TESTIMONIAL: "story", Category.REGENERATION: "regen"}
_COLUMN = 5
_RANKS = ("error", "warn", "note")


def table(site: Site, layout: Layout) -> str:
    """The pages with the most to mend, as many categories as the width holds, and the texts to begin with."""
    name = min(_WIDEST_NAME, layout.width // 3)
    room = max(0, (layout.width - name - (_COLUMN + 1) * len(_RANKS)) // (_COLUMN + 1))
    often = sorted(site.categories, key=lambda c: -sum(page.categories[c] for page in site.pages))[:room]
    chosen = [category for category in site.categories if category in often]
    heads = [*_RANKS, *(_SHORT.get(category, category.value)[:_COLUMN] for category in chosen)]
    pages = site.worst()
    lines = [layout.bold(_row("By page", name, heads))]
    lines += [_row(page.name, name, _counts(page, chosen)) for page in pages[:_MOST_PAGES]]
    if len(pages) > _MOST_PAGES:
        lines.append(f"and {len(pages) - _MOST_PAGES:,} more pages with findings")
    left = len(site.categories) - len(chosen)
    lines += [f"({left} rarer categories have no room here; --format markdown shows all)"] if left else []
    lines += ["", layout.bold("Mend first"), *(_line(each, layout) for each in site.first())]
    return "\n".join(lines) + "\n\n"


def _counts(page: Page, categories: list[Category]) -> list[str]:
    ranks = [page.severities[severity] for severity in sorted(Severity, reverse=True)]
    return [str(count) if count else "." for count in (*ranks, *(page.categories[each] for each in categories))]


def _row(name: str, width: int, cells: list[str]) -> str:
    return _fitted(name, width, keep_end=True) + "".join(f" {text:>{_COLUMN}}" for text in cells)


def _line(first: First, layout: Layout) -> str:
    """The text, how often it comes up, and the end of the place where it stands first."""
    times = f"  {first.count} times on {first.pages} pages" if first.count > 1 else ""
    head = f"  {layout.ranked(f'{first.severity.label:<7}', first.severity)}  "
    left = layout.width - 11 - len(times)
    place = _fitted(first.place, min(len(first.place), max(12, left - _NARROWEST_TEXT - 4)), keep_end=True)
    return head + _fitted(first.text, max(12, left - len(place) - 4)).rstrip() + f"{times}  ({place})"


def _fitted(text: str, width: int, *, keep_end: bool = False) -> str:
    """The text in exactly so many cells of a terminal, its rest cut off: of a path the beginning."""
    pairs = [cell(character) for character in text]
    if sum(cells for _, cells in pairs) > width:
        room, kept = width - 3, []
        for glyph, cells in reversed(pairs) if keep_end else pairs:
            if cells > room:
                break
            room -= cells
            kept.append((glyph, cells))
        pairs = [("...", 3), *reversed(kept)] if keep_end else [*kept, ("...", 3)]
    return "".join(glyph for glyph, _ in pairs) + " " * (width - sum(cells for _, cells in pairs))
