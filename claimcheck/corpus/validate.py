"""The whole corpus held against its rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from claimcheck.corpus import kept as keeping
from claimcheck.corpus.consistency import advertiser_problems, label_problems, likeness_problems, place_problems
from claimcheck.corpus.frozen import frozen_problems
from claimcheck.corpus.holdings import Holdings, read_holdings
from claimcheck.corpus.kept import Kept, read_kept
from claimcheck.corpus.problem import Problem
from claimcheck.corpus.sources import source_problems

Progress = Callable[[str], None]


def validate(folder: Path, kept: Path | None = None, progress: Progress = lambda _: None) -> list[Problem]:
    """Every breach of the rules, in the order of files and lines; nothing where the corpus is sound.

    `kept` is a further list of sites that nothing may be modelled on. Raises CorpusError where the folder is no corpus.
    """
    progress("reading")
    holdings = read_holdings(folder)
    problems = [*holdings.problems, *shared_problems(holdings, kept_of(folder, kept), progress)]
    progress("sources and frozen splits")
    problems += [*source_problems(holdings), *frozen_problems(holdings)]
    progress("")
    return sorted(set(problems))


def shared_problems(holdings: Holdings, kept: Kept, progress: Progress = lambda _: None) -> Iterator[Problem]:
    """What holds between well-formed lines: places, advertisers, equal labels, near duplicates."""
    progress("names and labels")
    yield from place_problems(holdings)
    yield from advertiser_problems(holdings, kept)
    yield from label_problems(holdings)
    progress("near duplicates")
    yield from likeness_problems(holdings)


def kept_of(folder: Path, more: Path | None = None) -> Kept:
    """The sites kept for acceptance: the corpus's hashed list, and a further one."""
    own = folder / keeping.FILE
    known = read_kept(own) if own.is_file() else Kept()
    return known | read_kept(more) if more else known
