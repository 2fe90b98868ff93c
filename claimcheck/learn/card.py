"""The model card, written from the scorecard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimcheck.learn.evaluate import Scorecard

_OPENING = """# The default model

Judges how strongly a segment of marketing copy claims a health effect for cell-based treatment, what kind of
overclaim it is, and what it is about (`corpus/codebook.md`). It flags wording; it does not say whether a claim is true
or lawful.

**How it works.** A segment is read twice. First, one logistic regression each for six subjects, five strengths of
wording, the flag, the page's selling and twelve categories, over words, characters, word classes, sense groups,
headings, neighbours and the page's register. Then small boosted trees look at these scores beside those of the
heading, the neighbours and the page, and give the five strengths. Temperature and thresholds are chosen on
cross-fitted scores; advertisers never straddle folds. Weights, trees and thresholds are whole numbers in flat files;
nothing is pickled.

**Files.** `manifest.json` (format, decision, hashes), `weights.bin` and `senses.bin` (read in place), `lexicon.json`,
`forest.json`. `claimcheck train` rebuilds them from `corpus/`; `claimcheck evaluate --card models/README.md` writes
this page.

## Scorecard

"""


def write(card: Scorecard, path: Path) -> None:
    """Writes the model card."""
    path.write_text(_OPENING + markdown(card), encoding="utf-8")


def markdown(card: Scorecard) -> str:
    """The scorecard as Markdown tables."""
    return "\n".join(_lines(card.values)) + "\n"


def _lines(values: dict[str, Any]) -> Iterator[str]:
    size = values["size"]
    yield f"Model `{values['model']}`, judged on {size['segments']} segments of {size['pages']} pages"
    yield f"by {size['advertisers']} advertisers"
    yield "that it never saw. Intervals: 95 %, bootstrap over pages."
    yield ""
    yield from _table(("strength", "precision", "recall", "F1", "95 %", "segments"), _strengths(values))
    kappa = values["kappa"]
    yield f"Quadratic-weighted kappa {kappa['value']:.3f} [{kappa['low']:.3f}, {kappa['high']:.3f}];"
    yield f"category macro-F1 {values['macro_f1']:.3f};"
    yield f"expected calibration error of the flag {values['calibration_error']:.3f}."
    yield ""
    yield from _table(("category", "precision", "recall", "F1", "segments"), _categories(values))
    yield from _table(("genre", "segments", "flag F1", "kappa", "false flags"), _genres(values))
    apart = values["out of focus"]
    yield "False flags on pages about other treatments, education, research, insurers, journalism and outside the"
    yield f"domain: {apart['false_flags']:.2%} of {apart['segments']} segments."
    yield ""
    yield "Whole documents, flagged by their worst segment: pages, and pages cut into pieces of at most 280 characters,"
    yield "each judged alone, as ads are."
    yield ""
    yield from _table(("document", "precision", "recall", "F1", "95 %", "violating", "of"), _documents(values))
    if "comparison" in values:
        rows = ((name, f"{row['f1']:.3f}", f"{row['kappa']:.3f}") for name, row in values["comparison"].items())
        yield from _table(("method, same pages", "flag F1", "kappa"), rows)


def _strengths(values: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for name, row in values["strength"].items():
        scores = (f"{row[key]:.3f}" for key in ("precision", "recall", "f1"))
        yield (name, *scores, f"{row['low']:.3f} - {row['high']:.3f}", str(row["support"]))


def _categories(values: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for name, row in values["categories"].items():
        yield (name, *(f"{row[key]:.2f}" for key in ("precision", "recall", "f1")), str(row["support"]))


def _documents(values: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for kind, levels in values["documents"].items():
        for name, row in levels.items():
            if name != "documents":
                scores = (f"{row[key]:.3f}" for key in ("precision", "recall", "f1"))
                interval = f"{row['low']:.3f} - {row['high']:.3f}"
                yield (f"{kind}, {name}", *scores, interval, str(row["support"]), str(levels["documents"]))


def _genres(values: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for name, row in values["genres"].items():
        yield (name, str(row["segments"]), f"{row['f1']:.2f}", f"{row['kappa']:.2f}", f"{row['false_flags']:.2%}")


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "| --- " * len(head) + "|"
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""
