"""How varied the writing is: how many different words and runs of words, and how much is shared between advertisers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.claim import Segment
from claimcheck.corpus.boilerplate import is_boilerplate
from claimcheck.corpus.likeness import runs, words
from claimcheck.corpus.pages import Page

_WINDOW = 1_000
_LONGEST_RUN = 3
_SHARED_RUN = 6


@dataclass(frozen=True, slots=True)
class Diversity:
    """The words of a group of pages: how many, how many different ones (types), and distinct-1 to distinct-3.

    distinct-n is the share of different runs of n words among all, the mean over stretches of 1,000 words, so that
    groups of any size compare; None where there are fewer words. `shared` is the share of segments, site boilerplate
    apart, that have a run of six words in common with another advertiser.
    """

    tokens: int
    types: int
    distinct: tuple[float, ...] | None
    shared: float


@dataclass(frozen=True, slots=True)
class Shared:
    """One segment: whether it has a run of six words in common with another advertiser, and is boilerplate."""

    page: Page
    segment: Segment
    boilerplate: bool
    shared: bool


def shared_runs(pages: Sequence[Page]) -> list[Shared]:
    """Every segment of the pages, in order."""
    told = [(page, segment, runs(words(segment.text), _SHARED_RUN)) for page in pages for segment in page.segments]
    owner: dict[tuple[str, ...], str | None] = {}
    for page, _, all_runs in told:
        for run in all_runs:
            if owner.setdefault(run, page.advertiser) != page.advertiser:
                owner[run] = None
    return [
        Shared(page, segment, is_boilerplate(segment), any(owner[run] is None for run in all_runs))
        for page, segment, all_runs in told
    ]


def share(segments: Sequence[Shared], *, boilerplate: bool = False) -> float:
    """The share of segments with a run in common; boilerplate is left out, or counted too."""
    counted = [each for each in segments if boilerplate or not each.boilerplate]
    return sum(each.shared for each in counted) / len(counted) if counted else 0.0


def diversity(segments: Sequence[Shared], group: Callable[[Page], str]) -> dict[str, Diversity]:
    """The diversity of each group of pages, by the group's name."""
    groups: dict[str, list[Shared]] = defaultdict(list)
    for each in segments:
        groups[group(each.page)].append(each)
    return {name: _diversity(groups[name]) for name in sorted(groups)}


def _diversity(segments: Sequence[Shared]) -> Diversity:
    # Imported here: nltk takes over a second.
    from nltk.probability import FreqDist

    tokens = [word for each in segments for word in words(each.segment.text)]
    windows = [tokens[at : at + _WINDOW] for at in range(0, len(tokens) - _WINDOW + 1, _WINDOW)]
    distinct = tuple(
        sum(_distinct(window, length) for window in windows) / len(windows) for length in range(1, _LONGEST_RUN + 1)
    ) if windows else None
    return Diversity(len(tokens), FreqDist(tokens).B(), distinct, share(segments))


def _distinct(window: Sequence[str], length: int) -> float:
    from nltk.util import ngrams

    all_runs: Iterator[tuple[str, ...]] = ngrams(window, length)
    return len(set(all_runs)) / (len(window) - length + 1)
