"""Leave one genre out: how well a genre is judged by a model that learnt from the other genres alone."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from claimcheck.corpus import TRAIN, contrast_pairs, genre_folds, load
from claimcheck.judge import Judge
from claimcheck.learn.evaluate import Scorecard, rows_of, size_of
from claimcheck.learn.metrics import Row
from claimcheck.learn.phrases import Nets
from claimcheck.learn.scores import apart, genre_scores, scores_of
from claimcheck.learn.train import Lessons, build


def leave_genre_out(
    corpus: Path, nets: Path, *, seed: int = 0, progress: Callable[[str], None] = lambda _: None
) -> Scorecard:
    """The scores of every page by a model that learnt from no page of its genre, and of no advertiser of that genre.

    It trains once a genre. Boost pages of the genre or of its advertisers are left out too; the contrast pairs' train
    part, which has no genre, is learnt from in every fold. The frozen phrase nets in `nets`, which were fitted on pages
    of every genre, are silenced.
    """
    pages = load(corpus / "pages")
    boost = load(corpus / "boost") if (corpus / "boost").is_dir() else []
    pairs = contrast_pairs(corpus / "contrast", TRAIN)
    silent = replace(Nets.read(nets), silent=True)
    by_id = {page.id: page for page in pages}
    names: list[str] = []
    rows: list[list[Row]] = []
    held_out = []
    for genre, learn_ids, test_ids in genre_folds(pages):
        held = [by_id[each] for each in test_ids]
        advertisers = {page.advertiser for page in held}
        rest = [page for page in boost if page.genre != genre and page.advertiser not in advertisers]
        progress(f"without {genre}: {len(learn_ids)} pages to learn from, {len(held)} to judge")
        with tempfile.TemporaryDirectory() as folder:
            build(Lessons([by_id[each] for each in learn_ids], rest, pairs), silent, Path(folder), seed=seed)
            judge = Judge.from_folder(Path(folder))
            rows += [rows_of(page, judge.judge(page.segments)) for page in held]
        names += [genre] * len(held)
        held_out += held
    values: dict[str, Any] = {"model": "one for each genre left out", "size": size_of(held_out), **scores_of(rows)}
    values["genres"] = genre_scores(names, rows)
    values["out of focus"] = apart(names, rows)
    return Scorecard(values)
