"""The scores of a labelled table as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.learn.folds import TableScores


def table_markdown(scores: TableScores) -> str:
    """Macro-F1 first, then each class, the confusion, and the simpler methods on the same folds."""
    return "\n".join(_lines(scores.values)) + "\n"


def _lines(values: dict[str, Any]) -> Iterator[str]:
    grouped = f", {values['groups']} groups kept whole" if values["groups"] else ""
    yield f"Macro-F1 {values['macro_f1']:.3f}, accuracy {values['accuracy']:.3f}:"
    yield f"{values['rows']} rows of {values['data']} in {values['folds']} stratified folds{grouped}."
    if values["repeated_texts"]:
        yield f"{values['repeated_texts']} rows repeat the text of another; their folds may know the answer."
    yield ""
    scores = ((name, *(f"{row[key]:.3f}" for key in ("precision", "recall", "f1")), str(row["support"]))
              for name, row in values["classes"].items())  # fmt: skip
    yield from _table(("label", "precision", "recall", "F1", "rows"), scores)
    names = values["confusion"]["labels"]
    counts = zip(names, values["confusion"]["rows"], strict=True)
    yield from _table(("labelled, and found as", *names), ((name, *map(str, row)) for name, row in counts))
    if "comparison" in values:
        own = ("claimcheck", f"{values['macro_f1']:.3f}", f"{values['accuracy']:.3f}")
        rows = ((n, f"{row['macro_f1']:.3f}", f"{row['accuracy']:.3f}") for n, row in values["comparison"].items())
        yield from _table(("method, same folds", "macro-F1", "accuracy"), iter([own, *rows]))


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(map(_escaped, head)) + " |"
    yield "| --- " * len(head) + "|"
    for row in rows:
        yield "| " + " | ".join(map(_escaped, row)) + " |"
    yield ""


def _escaped(cell: str) -> str:
    return cell.replace("|", "\\|").replace("\n", " ")
