"""The arguments and options of `claimcheck check`. A default of None leaves the choice to the settings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Sources = Annotated[
    list[str], typer.Argument(metavar="PATH|URL|-", help="Files, folders and web pages; - is standard input.")
]
Format = Annotated[
    Literal["text", "json", "jsonl"] | None, typer.Option("--format", help="How to report.  [default: text]")
]
Output = Annotated[Path | None, typer.Option("--output", help="Write the report to this file.")]
InputFormat = Annotated[
    Literal["text", "markdown", "html"] | None,
    typer.Option("--input-format", help="What the sources are.  [default: by name and content]"),
]
MinSeverity = Annotated[
    Literal["note", "warning", "error"] | None,
    typer.Option("--min-severity", help="Leave out findings below this.  [default: note]"),
]
FailOn = Annotated[
    Literal["note", "warning", "error", "never"] | None,
    typer.Option("--fail-on", help="Exit with 1 where a reported finding is at least this.  [default: warning]"),
]
PageType = Annotated[
    Literal["seller", "neutral", "auto"] | None,
    typer.Option("--page-type", help="Whether the pages sell the treatment.  [default: auto]"),
]
Jurisdiction = Annotated[
    str | None,
    typer.Option("--jurisdiction", help="Cite the rules of these, such as us,uk.  [default: the most pertinent rule]"),
]
NoSuggest = Annotated[bool, typer.Option("--no-suggest", help="Suggest no rewrites, which is faster.")]
