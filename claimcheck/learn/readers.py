"""How far the judge agrees with each reader, on test pages that two read independently, beside their own agreement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from claimcheck.claim import Judgement
from claimcheck.corpus import Reading, read_seconds
from claimcheck.learn import bootstrap, metrics
from claimcheck.learn.metrics import Row

_NOBODY = frozenset[Any]()


def reader_scores(folder: Path, judged: Mapping[str, Sequence[Judgement]]) -> dict[str, Any] | None:
    """Flag F1 and kappa of the judge against each reader, and of the second reader against the first.

    `folder` has the second readings, `judged` the judgements of the test pages by id; None where no page is in both.
    """
    found: dict[str, list[list[Row]]] = {"first reader": [], "second reader": [], "between the readers": []}
    for record in read_seconds(folder) if folder.is_dir() else ():
        judgements = judged.get(record["id"])
        if judgements is None or len(judgements) != len(record["labels"]):
            continue
        first, second = ([Reading.of(*label) for label in record[name]] for name in ("first", "labels"))
        for name, labels in (("first reader", first), ("second reader", second)):
            found[name].append([_row(a, b.strength) for a, b in zip(labels, judgements, strict=True)])
        found["between the readers"].append([_row(a, b.strength) for a, b in zip(first, second, strict=True)])
    if not found["first reader"]:
        return None
    return {name: _line(pages) for name, pages in found.items()}


def _row(gold: Reading, judged: Any) -> Row:
    return Row(gold.strength, judged, _NOBODY, _NOBODY, 0.0)


def _line(pages: Sequence[Sequence[Row]]) -> dict[str, Any]:
    rows = [row for page in pages for row in page]
    return {
        "pages": len(pages),
        "segments": len(rows),
        "f1": metrics.score(rows).f1,
        "f1_interval": list(bootstrap.score_intervals(pages)["f1"]),
        "kappa": metrics.kappa(rows),
        "kappa_interval": list(bootstrap.kappa_interval(pages)),
    }
