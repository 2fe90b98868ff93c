"""Leave one genre out: how well a genre is judged by a model that learnt from the other genres alone."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimcheck.corpus import TRAIN, Page, contrast_pairs, genre_folds, load
from claimcheck.judge import Judge
from claimcheck.learn.compile import compile_model
from claimcheck.learn.evaluate import Scorecard, rows_of, size_of
from claimcheck.learn.examples import Examples
from claimcheck.learn.fit import cross, fit_on
from claimcheck.learn.metrics import Row
from claimcheck.learn.phrases import Nets
from claimcheck.learn.scores import apart, genre_scores, scores_of
from claimcheck.learn.train import Lessons
from claimcheck.learn.words import Words


def leave_genre_out(
    corpus: Path, nets: Path, *, seed: int = 0, progress: Callable[[str], None] = lambda _: None
) -> Scorecard:
    """The scores of every page by readings that learnt from no page of its genre, and of no advertiser of that genre.

    Both readings are fitted once a genre. Boost pages of the genre or of its advertisers are left out too; the contrast
    pairs' train part, which has no genre, is learnt from in every fold. What the second reading learns from (the other
    genres' first scores, cross-fitted by advertiser) and the thresholds come from all genres. The frozen phrase nets in
    `nets`, which were fitted on pages of every genre, are silenced.
    """
    pages = load(corpus / "pages")
    boost = load(corpus / "boost") if (corpus / "boost").is_dir() else []
    silent, words = replace(Nets.read(nets), silent=True), Words.shipped()
    examples = Lessons(pages, boost, contrast_pairs(corpus / "contrast", TRAIN)).examples(words.reader(), silent)
    crossed = cross(examples, seed=seed, progress=progress)
    by_id = {page.id: page for page in pages}
    names: list[str] = []
    rows: list[list[Row]] = []
    held_out = []
    for genre, learn_ids, test_ids in genre_folds(pages):
        held = [by_id[each] for each in test_ids]
        progress(f"without {genre}: {len(learn_ids)} pages to learn from, {len(held)} to judge")
        fitted = fit_on(examples, crossed, _rows_apart(examples, [*pages, *boost], genre, held), seed=seed)
        with tempfile.TemporaryDirectory() as folder:
            compile_model(fitted, words, silent, genre, Path(folder))
            judge = Judge.from_folder(Path(folder))
            rows += [rows_of(page, judge.judge(page.segments)) for page in held]
        names += [genre] * len(held)
        held_out += held
    values: dict[str, Any] = {"model": "one for each genre left out", "size": size_of(held_out), **scores_of(rows)}
    values["genres"] = genre_scores(names, rows)
    values["out of focus"] = apart(names, rows)
    return Scorecard(values)


def _rows_apart(examples: Examples, pages: Sequence[Page], genre: str, held: Sequence[Page]) -> NDArray[np.int64]:
    """The rows of pages that are neither of the genre nor of an advertiser held out, and those of contrast pairs."""
    advertisers = {page.advertiser for page in held}
    apart = np.ones(len(examples.features), dtype=bool)
    for page, (place, _) in zip(pages, examples.pages, strict=True):
        apart[place] = page.genre != genre and page.advertiser not in advertisers
    return np.flatnonzero(apart)
