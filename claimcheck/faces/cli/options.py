"""The arguments and options that commands share. A default of None leaves the choice to the settings."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from claimcheck.settings import Settings

Sources = Annotated[
    list[str] | None, typer.Argument(metavar="PATH|URL|-", help="Files, folders and web pages; - is standard input.")
]
Format = Annotated[
    Literal["text", "json", "jsonl", "sarif", "html", "markdown", "github", "junit", "gitlab"] | None,
    typer.Option("--format", help="How to report.  [default: text]"),
]
Output = Annotated[Path | None, typer.Option("--output", help="Write the report to this file.")]
InputFormat = Annotated[
    Literal["text", "markdown", "html", "mdx", "jsx", "ads", "docx", "pdf", "email", "image"] | None,
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
    typer.Option(
        "--jurisdiction",
        help="Cite and rank by the rules of these, such as us,uk.  [default: cite the nearest rule, count all]",
    ),
]
Ledger = Annotated[
    list[Path] | None,
    typer.Option(
        "--ledger",
        metavar="FILE.toml",
        help="Add this file's records to what is known, or replace those of the same id; repeatable.",
    ),
]
NoSuggest = Annotated[bool, typer.Option("--no-suggest", help="Suggest no rewrites, which is faster.")]
MaxGrowth = Annotated[
    int | None, typer.Option("--max-growth", min=0, help="The most characters that a rewrite may add.")
]
Preset = Annotated[
    Literal["copywriter", "regulator", "strict"] | None,
    typer.Option("--preset", help="Defaults for a kind of work; --show-config tells what they are."),
]
Phrases = Annotated[
    str | None, typer.Option("--phrases", metavar="FILES", help="Phrases of your own to flag or allow, as TOML.")
]
Baseline = Annotated[
    str | None, typer.Option("--baseline", metavar="FILE", help="Findings in this file are known; only new ones fail.")
]
UpdateBaseline = Annotated[bool, typer.Option("--update-baseline", help="Write what is found now to the baseline.")]
ChangedSince = Annotated[
    str | None,
    typer.Option("--changed-since", metavar="REV", help="Check only files and lines that git says changed since."),
]
MinCoverage = Annotated[
    float | None,
    typer.Option("--min-coverage", help="Exit with 2 where less of the text is judged, in per cent.  [default: 0]"),
]
AddSuppressions = Annotated[
    str | None,
    typer.Option(
        "--add-suppressions", metavar="REASON", help="Set every finding aside in the files, with this reason."
    ),
]
Comments = Annotated[
    Path | None,
    typer.Option(
        "--comments", metavar="FILE.docx", help="Write the findings into a copy of a Word document, as comments."
    ),
]
Author = Annotated[str, typer.Option("--author", help="Who sets findings aside.", show_default=False)]
Until = Annotated[
    str, typer.Option("--until", metavar="DATE", help="Until when, as in 2027-06-30.", show_default=False)
]
Today = Annotated[
    str | None, typer.Option("--today", metavar="DATE", help="Hold suppressions against this day.  [default: today]")
]
Cache = Annotated[
    str | None,
    typer.Option("--cache", metavar="FOLDER", help="Keep judgements here; unchanged pages are not judged again."),
]
CacheLimit = Annotated[
    int | None,
    typer.Option(
        "--cache-limit", metavar="MB", help="Forget what was not used for longest beyond this.  [default: 200]"
    ),
]
CacheClear = Annotated[bool, typer.Option("--cache-clear", help="Forget first what the cache holds.")]
Jobs = Annotated[int | None, typer.Option("--jobs", help="Check so many files at a time.  [default: 1]")]
ShowConfig = Annotated[
    bool, typer.Option("--show-config", help="Show the settings in force for the first source, and where each is from.")
]
# What train and evaluate learn from.
Corpus = Annotated[Path, typer.Option(help="The corpus folder.")]
Data = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Work on this labelled table (.csv, .tsv, .jsonl) instead.")
]
Text = Annotated[str, typer.Option(metavar="COLUMN", help="With --data: the column of texts.")]
Label = Annotated[str, typer.Option(metavar="COLUMN", help="With --data: the column of labels.")]
Group = Annotated[str, typer.Option(metavar="COLUMN", help="With --data: rows alike in this column are kept together.")]
# Those options that settings files and the environment can set too.
SETTINGS = (
    "format",
    "input_format",
    "min_severity",
    "fail_on",
    "page_type",
    "jurisdiction",
    "ledger",
    "preset",
    "phrases",
    "baseline",
    "min_coverage",
    "cache",
    "cache_limit",
    "jobs",
)


def settings(call: Mapping[str, Any]) -> Settings:
    """The settings in force where a command was called with these options; other arguments of it are passed over."""
    given = {name: None if value == [] else value for name, value in call.items() if name in SETTINGS}
    return Settings.load(given, folder=Path.cwd(), environment=os.environ)
