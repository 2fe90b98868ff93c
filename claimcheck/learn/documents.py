"""Whole documents, as screening sees them, flagged by their worst segment: pages, and pages cut to an ad's length."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from claimcheck.claim import Judgement, Segment
from claimcheck.corpus import TEST, Label, Page, load, part
from claimcheck.judge import Judge
from claimcheck.learn import bootstrap, metrics
from claimcheck.learn.metrics import Row
from claimcheck.learn.scores import LEVELS, Pages, flat, line
from claimcheck.read import Outline, outline

AD = 280
FORMAT = "claimcheck/calibration/1"
_DIGITS = 4


class Piece(NamedTuple):
    """Segments of a page that follow one another, read as a document of their own, with their labels."""

    segments: tuple[Segment, ...]
    labels: tuple[Label, ...]


def pieces(page: Page, length: int = AD) -> Iterator[Piece]:
    """A page cut into pieces of at most so many characters, or of one segment that is longer."""
    held: list[tuple[Segment, Label]] = []
    size = 0
    for pair in zip(page.segments, page.labels, strict=True):
        if held and size + 1 + len(pair[0].text) > length:
            yield _piece(held)
            held, size = [], 0
        held.append(pair)
        size += 1 + len(pair[0].text)
    if held:
        yield _piece(held)


def document(labels: Sequence[Label], judgements: Sequence[Judgement]) -> Row:
    """The document's row: the strongest label, the strongest judgement, and the greatest confidence of a flag."""
    worst = max(labels, key=lambda label: label.strength)
    judged = max(judgements, key=lambda judgement: judgement.strength)
    confidence = max((each.confidence for each in judgements if each.flagged), default=0.0)
    return Row(worst.strength, judged.strength, worst.categories, frozenset(judged.categories), confidence)


def scores(pages: Sequence[Page], judge: Judge) -> dict[str, dict[str, Any]]:
    """Precision and recall of documents by severity, with intervals over pages: of pages, and of pieces like ads."""
    whole = [[document(page.labels, judge.judge(page.segments))] for page in pages]
    cut = [[document(piece.labels, judge.judge(piece.segments)) for piece in pieces(page)] for page in pages]
    return {"pages": _lines(whole), "ads": _lines(cut)}


def calibration(corpus: Path, judge: Judge) -> dict[str, Any]:
    """(confidence, violating) of each ad-sized piece of the test pages: the model has learnt from all the others."""
    pages = part(load(corpus / "pages"), TEST)
    rows = (document(piece.labels, judge.judge(piece.segments)) for page in pages for piece in pieces(page))
    pairs = [[round(row.confidence, _DIGITS), row.gold.flagged] for row in rows]
    return {"format": FORMAT, "model": judge.version, "pages": len(pages), "pairs": sorted(pairs)}


def write_calibration(corpus: Path, model: Path, path: Path) -> None:
    """Writes the calibration set of the model in a folder, one pair a line."""
    content = calibration(corpus, Judge.from_folder(model))
    pairs = ",\n".join(json.dumps(pair) for pair in content.pop("pairs"))
    head = json.dumps(content).removesuffix("}")
    path.write_text(f'{head}, "pairs": [\n{pairs}\n]}}\n', encoding="utf-8")


def _piece(held: Iterable[tuple[Segment, Label]]) -> Piece:
    segments, labels = zip(*held, strict=True)
    parts = [Outline(each.text, each.role, each.level, each.block) for each in segments]
    return Piece(outline(parts), labels)


def _lines(pages: Pages) -> dict[str, Any]:
    rows = flat(pages)
    told = {
        name: line(metrics.score(rows, least), bootstrap.score_intervals(pages, least))
        for name, least in LEVELS.items()
    }
    return {"documents": len(rows), **told}
