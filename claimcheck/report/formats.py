"""Which format tells the results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module

from claimcheck.errors import UsageError
from claimcheck.finding import Result
from claimcheck.report.layout import PLAIN, Layout

FORMATS = ("text", "json", "jsonl", "sarif", "html", "markdown", "github", "junit", "gitlab")


def render(results: Iterable[Result], format: str, *, tool: Mapping[str, str], layout: Layout = PLAIN) -> Iterator[str]:
    """The report in pieces, each made when its result is there; `layout` counts for the text format only.

    `tool` holds the versions that `Checker.versions` gives. Raises UsageError on an unknown format.
    """
    if format not in FORMATS:
        raise UsageError(f"There is no report format {format!r}.", f"Known: {', '.join(FORMATS)}.")
    # A format is imported when it is asked for: the text form needs no json.
    module = import_module(f"claimcheck.report.{format}")
    pieces: Iterator[str] = module.render(results, tool, layout) if format == "text" else module.render(results, tool)
    return _encodable(pieces)


def _encodable(pieces: Iterator[str]) -> Iterator[str]:
    """The pieces as text that any encoding of Unicode holds: half a pair, from a page or a file's name, is no text."""
    for piece in pieces:
        yield piece if piece.isascii() else piece.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
