"""`claimcheck screen report`: the flagged documents of a run as a ranked queue, and rolled up."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from claimcheck.errors import UsageError
from claimcheck.faces.cli.output import writing

if TYPE_CHECKING:
    from claimcheck.screen import Ledger, triage

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a run.")]
Reviews = Annotated[int | None, typer.Option(min=1, help="As many groups as people can review.")]
Precision = Annotated[float | None, typer.Option(min=0, max=1, help="The share of the queue that shall violate.")]
By = Annotated[Literal["advertiser", "domain", "category", "month"] | None, typer.Option(help="Roll up by this.")]
Limit = Annotated[int, typer.Option(min=1, help="How many lines to show.")]
Done = Annotated[bool, typer.Option("--done", help="Show what has a verdict already, too.")]
Format = Annotated[Literal["text", "json", "csv"], typer.Option("--format", help="csv is a sheet to fill in.")]
Output = Annotated[Path | None, typer.Option("--output", help="Write to this file.")]
CalibrationFile = Annotated[
    Path | None, typer.Option("--calibration", help="A calibration set.  [default: the shipped model's]")
]

_SEVERITIES = ("none", "note", "warning", "error")
_SHEET = ("document", "id", "advertiser", "url", "captured", "severity", "confidence", "reach", "copies", "reviewed")
_FILLED = ("hash", "text", "verdict", "reason", "reviewer", "at")


def screen_report(
    folder: Folder,
    reviews: Reviews = None,
    precision: Precision = None,
    by: By = None,
    limit: Limit = 20,
    done: Done = False,
    format: Format = "text",
    output: Output = None,
    calibration: CalibrationFile = None,
) -> None:
    """Rank what a run flagged, by severity, then by confidence, reach and repetition.

    Near-duplicates stand in one line, by the first of them; a verdict holds for that document alone. --reviews and
    --precision choose from which confidence on to look, and say how much below it to expect.

    Example: claimcheck screen report results --reviews 200
    """
    from claimcheck.screen import Ledger, triage

    if reviews is not None and precision is not None:
        raise UsageError("--reviews and --precision both set the threshold.", "Give one of them.")
    ledger = Ledger.open(folder)
    try:
        with writing(output) as stream:
            if by is not None:
                lines = triage.rolled_up(ledger, by)[:limit]
                stream.writelines(_roll_up(lines, by, format))
                return
            threshold = _threshold(ledger, reviews, precision, calibration)
            least = threshold.confidence if threshold else 0.0
            items = triage.queue(ledger, least, reviews or limit, done=done)
            stream.writelines(_queue(items, threshold, ledger, format))
    finally:
        ledger.close()


def _threshold(
    ledger: Ledger, reviews: int | None, precision: float | None, path: Path | None
) -> triage.Threshold | None:
    from claimcheck.screen import calibration, triage

    if reviews is None and precision is None:
        return None
    known = calibration.load(path, ledger.facts()["model"])
    if reviews is not None:
        return triage.for_reviews(ledger, known, reviews)
    return triage.for_precision(ledger, known, precision or 0.0)


def _queue(
    items: Iterator[triage.Item], threshold: triage.Threshold | None, ledger: Ledger, format: str
) -> Iterator[str]:
    from claimcheck.screen import triage

    if format == "json":
        stated = threshold and {name: getattr(threshold, name) for name in threshold.__slots__}
        yield triage.as_json({"threshold": stated, "queue": [triage.as_value(item) for item in items]})
    elif format == "csv":
        yield _csv(*_SHEET, *_FILLED)
        for item in items:
            known = [getattr(item, name) for name in _SHEET]
            yield _csv(*known, item.hash, item.text, item.verdict, "", "", "")
    else:
        yield _summary(ledger) + "\n"
        if threshold:
            yield _stated(threshold) + "\n"
        for item in items:
            yield _shown(item)


def _summary(ledger: Ledger) -> str:
    query = """SELECT COUNT(*), COALESCE(SUM(judged), 0), COALESCE(SUM(severity = 3), 0),
      COALESCE(SUM(severity = 2), 0), COALESCE(SUM(severity = 1), 0) FROM documents"""
    rows, judged, errors, warnings, notes = next(ledger.rows(query))
    groups = ledger.one("SELECT COUNT(DISTINCT representative) FROM groups")
    reviewed = ledger.one("SELECT COUNT(DISTINCT document) FROM verdicts")
    flagged = errors + warnings + notes
    return (
        f"{rows:,} rows, {rows - judged:,} of them faults; {flagged:,} flagged in {groups:,} groups by their worst "
        f"finding: {errors:,} errors, {warnings:,} warnings, {notes:,} notes; {reviewed:,} with a verdict."
    )


def _stated(threshold: triage.Threshold) -> str:
    return (
        f"From confidence {threshold.confidence:.2f} on: {threshold.reviews:,} reviews for {threshold.documents:,} "
        f"documents, of which about {threshold.share:.0%} violate.\nBelow it about {threshold.missed:,.0f} violating "
        f"documents are missed (95 %: {threshold.low:,.0f} to {threshold.high:,.0f}), if these documents are like the "
        "calibration set;\nclaimcheck screen sample and estimate find out whether they are."
    )


def _shown(item: triage.Item) -> str:
    parts = [_SEVERITIES[item.severity], f"{item.confidence:.2f}", item.id or f"document {item.document}"]
    parts += [item.advertiser, item.captured]
    if item.reach is not None:
        parts.append(f"reach {item.reach:,.0f}")
    if item.copies > 1:
        parts.append(f"{item.copies:,} alike, {item.reviewed:,} reviewed")
    parts.append(item.verdict)
    lines = [f"\n{'  '.join(filter(None, parts))}"]
    lines += [f"    {strength}, {kinds}: {' '.join(text.split())[:160]}" for text, strength, kinds in item.findings[:3]]
    if len(item.findings) > 3:
        lines.append(f"    and {len(item.findings) - 3} more")
    return "\n".join(lines) + "\n"


def _roll_up(lines: list[triage.Line], by: str, format: str) -> Iterator[str]:
    from claimcheck.screen import triage

    head = (by, "documents", "flagged", "errors", "warnings", "notes", "reach")
    if format == "json":
        yield triage.as_json([dict(zip(head, line, strict=True)) for line in lines])
    elif format == "csv":
        yield _csv(*head)
        for line in lines:
            yield _csv(*line)
    else:
        yield f"{by:<40}" + "".join(f"{name:>11}" for name in head[1:]) + "\n"
        for line in lines:
            yield f"{(line.name or '-')[:39]:<40}" + "".join(f"{value:>11,.0f}" for value in line[1:]) + "\n"


def _csv(*values: Any) -> str:
    """A line for spreadsheets."""
    from claimcheck.screen import cells

    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerow(cells(values))
    return stream.getvalue()
