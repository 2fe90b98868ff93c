"""Which format tells the results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claimcheck.errors import UsageError
from claimcheck.finding import Result
from claimcheck.report.layout import PLAIN, Layout

FORMATS = ("text", "json", "jsonl")


def render(results: Iterable[Result], format: str, *, tool: Mapping[str, str], layout: Layout = PLAIN) -> Iterator[str]:
    """The report in pieces, each made when its result is there; `layout` counts for the text format only.

    `tool` holds the versions that `Checker.versions` gives. Raises UsageError on an unknown format.
    """
    # A format is imported when it is asked for: the text form needs no json.
    if format == "text":
        from claimcheck.report import text

        return text.render(results, tool, layout)
    if format == "json":
        from claimcheck.report import json

        return json.render(results, tool)
    if format == "jsonl":
        from claimcheck.report import jsonl

        return jsonl.render(results, tool)
    raise UsageError(f"There is no report format {format!r}.", f"Known: {', '.join(FORMATS)}.")
