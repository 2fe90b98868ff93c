"""The model card, written from the scorecard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.learn.evaluate import Scorecard


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


def _genres(values: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for name, row in values["genres"].items():
        yield (name, str(row["segments"]), f"{row['f1']:.2f}", f"{row['kappa']:.2f}", f"{row['false_flags']:.2%}")


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "| --- " * len(head) + "|"
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""
