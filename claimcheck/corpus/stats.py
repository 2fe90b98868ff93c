"""The corpus against its targets, with what is worth knowing beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from claimcheck.corpus.agreement import Agreement, by_genre, measure, read_twice
from claimcheck.corpus.counts import Counts, count
from claimcheck.corpus.diversity import Diversity, diversity, share, shared_runs
from claimcheck.corpus.holdings import read_holdings
from claimcheck.corpus.targets import Target, targets

FORMAT = "claimcheck/corpus-stats/1"


@dataclass(frozen=True)
class Stats:
    """Counts, targets, agreement over all and by genre, and diversity by genre and author.

    `unread` counts the malformed lines, which are left out of everything.
    """

    counts: Counts
    targets: tuple[Target, ...]
    agreement: Agreement
    agreement_by_genre: dict[str, Agreement]
    genres: dict[str, Diversity]
    authors: dict[str, Diversity]
    shared_with_boilerplate: float
    unread: int

    @property
    def values(self) -> dict[str, Any]:
        """Plain values for JSON; fields are only ever added."""
        told = asdict(self)
        told["targets"] = [{**asdict(target), "holds": target.holds} for target in self.targets]
        return {"format": FORMAT, **told}


def stats(folder: Path, progress: Callable[[str], None] = lambda _: None) -> Stats:
    """The numbers of the corpus in a folder; CorpusError where there is none."""
    progress("reading")
    holdings = read_holdings(folder)
    progress("agreement")
    twice = read_twice(holdings)
    overall = measure(twice)
    progress("diversity")
    pages = [held.value for held in holdings.all_pages]
    authors = {held.value.id: str(held.record["author"]) for held in holdings.all_pages}
    segments = shared_runs(pages)
    counts = count(holdings)
    result = Stats(
        counts,
        tuple(targets(counts, overall, share(segments))),
        overall,
        by_genre(twice),
        diversity(segments, lambda page: page.genre),
        diversity(segments, lambda page: authors[page.id]),
        share(segments, boilerplate=True),
        len(holdings.problems),
    )
    progress("")
    return result
