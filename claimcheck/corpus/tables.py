"""Stats, agreement and duplicates as plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from claimcheck.claim import About, Category, Strength
from claimcheck.corpus.agreement import Agreement, Reading, Twice, by_genre, confusion, disagreements, measure
from claimcheck.corpus.diversity import Diversity
from claimcheck.corpus.duplicates import Duplicate
from claimcheck.corpus.stats import Stats
from claimcheck.corpus.targets import Target

_AGREEMENT = ("", "segments", "flag", "strength", "categories", "flag F1")


def stats_page(stats: Stats) -> str:
    """Every target and whether it holds, then the corpus's parts, agreement and diversity."""
    counts = stats.counts
    reached = sum(target.holds for target in stats.targets)
    facts = {
        "pages by part": _listed(counts.parts),
        "pages by origin": _listed(counts.origins),
        "boost": f"{counts.boost_pages:,} pages, {counts.boost_segments:,} segments",
        "sources": _listed(counts.sources) or "none",
        "malformed lines, left out": f"{stats.unread:,}",
        "segments with a shared run, boilerplate counted too": _number(stats.shared_with_boilerplate),
    }
    return "\n".join(
        [
            f"Targets: {reached} of {len(stats.targets)} hold\n",
            table(("", "has", "wanted", "holds", ""), map(_target, stats.targets)),
            "".join(f"{name}: {value}\n" for name, value in facts.items()),
            "Agreement between two readers: Krippendorff's alpha\n",
            table(_AGREEMENT, _agreements(stats.agreement, stats.agreement_by_genre)),
            "Diversity by genre\n",
            table(_DIVERSITY, map(_diverse, stats.genres.items())),
            "Diversity by author\n",
            table(_DIVERSITY, map(_diverse, stats.authors.items())),
        ]
    )


def agreement_page(pairs: Sequence[Twice], *, listed: bool = False) -> str:
    """Alphas over all and by genre, what was taken for what, and, if `listed`, every disagreement."""
    apart = disagreements(pairs)
    parts = [
        table(_AGREEMENT, _agreements(measure(pairs), by_genre(pairs))),
        "Strength: first reader down, second across\n",
        _confusion(pairs, lambda reading: reading.strength.label, [each.label for each in Strength]),
        "About: first reader down, second across\n",
        _confusion(pairs, lambda reading: reading.about.value, [each.value for each in About]),
        "Categories, where both readers flag\n",
        table(("", "both", "first only", "second only"), _categories(pairs)),
        f"{len(apart):,} of {len(pairs):,} segments have another strength or other categories.\n",
    ]
    if listed:
        parts += [
            f"{pair.page}, segment {pair.number} ({pair.genre}): {pair.text}\n"
            f"  first: {pair.first}\n  second: {pair.second}\n"
            for pair in apart
        ]
    return "\n".join(parts)


def duplicates_page(found: Sequence[Duplicate]) -> str:
    """One pair a paragraph, the most alike first."""
    pieces = [
        f"{pair.score:.2f}  {pair.first.place} ({pair.first.part}) and {pair.second.place} ({pair.second.part})\n"
        f"      {pair.first.text}\n"
        + ("" if pair.first.text == pair.second.text else f"      {pair.second.text}\n")
        for pair in found
    ]
    across = sum(pair.first.part != pair.second.part for pair in found)
    told = f"{len(found):,} pair{'' if len(found) == 1 else 's'} of different advertisers"
    return "".join([*pieces, f"{told}, {across:,} of them across parts.\n"])


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under their heads; the first and an unnamed last column to the left, the others to the right."""
    lines = [list(heads), *map(list, rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(heads))]
    left = {0} | ({len(heads) - 1} if not heads[-1] else set())
    return "".join(
        "  ".join(
            cell.ljust(widths[at]) if at in left else cell.rjust(widths[at]) for at, cell in enumerate(line)
        ).rstrip()
        + "\n"
        for line in lines
    )


def _target(target: Target) -> tuple[str, ...]:
    wanted = ("< " if target.below else ">= ") + _number(target.wanted)
    return target.name, _number(target.has), wanted, "yes" if target.holds else "NO", target.note


def _agreements(overall: Agreement, genres: Mapping[str, Agreement]) -> Iterator[tuple[str, ...]]:
    for name, each in [("all", overall), *genres.items()]:
        alphas = (each.flag, each.strength, each.categories, each.flag_f1)
        yield name, _number(each.segments), *map(_number, alphas)


_DIVERSITY = ("", "words", "types", "distinct-1", "distinct-2", "distinct-3", "shared")


def _diverse(entry: tuple[str, Diversity]) -> tuple[str, ...]:
    name, each = entry
    distinct = each.distinct or (None, None, None)
    return name, _number(each.tokens), _number(each.types), *map(_number, distinct), _number(each.shared)


def _confusion(pairs: Sequence[Twice], label: Callable[[Reading], Hashable], names: Sequence[str]) -> str:
    counts = confusion(pairs, label)
    return table(("", *names), ((first, *(_number(counts[first, second]) for second in names)) for first in names))


def _categories(pairs: Sequence[Twice]) -> Iterator[tuple[str, ...]]:
    both = [pair for pair in pairs if pair.first.categories and pair.second.categories]
    for category in Category:
        told = Counter((category in pair.first.categories, category in pair.second.categories) for pair in both)
        yield category.value, *(_number(told[key]) for key in ((True, True), (True, False), (False, True)))


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in counts.items())


def _number(value: float | None) -> str:
    """A count with its thousands apart, a ratio with three places, or - for what cannot be told."""
    if value is None:
        return "-"
    return f"{value:,}" if isinstance(value, int) else f"{value:.3f}"
