"""`claimcheck check`: findings in files, folders, web pages and standard input."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import typer

from claimcheck.faces.cli import options
from claimcheck.faces.cli.exits import exit_code
from claimcheck.faces.cli.output import layout_for, with_progress, writing
from claimcheck.faces.sources import Inspection, expand
from claimcheck.report import render
from claimcheck.settings import Settings


def check(
    sources: options.Sources,
    format: options.Format = None,
    output: options.Output = None,
    input_format: options.InputFormat = None,
    min_severity: options.MinSeverity = None,
    fail_on: options.FailOn = None,
    page_type: options.PageType = None,
    jurisdiction: options.Jurisdiction = None,
    no_suggest: options.NoSuggest = False,
) -> None:
    """Find overclaiming statements and say why they are flagged.

    Folders are searched for .html, .htm, .xhtml, .md, .markdown and .txt files, hidden folders left out. Defaults
    can be set in claimcheck.toml, in [tool.claimcheck] of pyproject.toml, or as CLAIMCHECK_FAIL_ON and the like.

    Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 a usage error, or an input that could not be read;
    3 an internal fault. The highest that applies, after the report of everything that could be read.

    Example: claimcheck check landing.html posts/ --fail-on error
    """
    # Imported here, so that other commands and --help do not load the judge.
    from claimcheck.checker import Checker

    call = {
        "format": format,
        "input_format": input_format,
        "min_severity": min_severity,
        "fail_on": fail_on,
        "page_type": page_type,
        "jurisdiction": jurisdiction,
    }
    settings = Settings.load(call, folder=Path.cwd(), environment=os.environ)
    checker = Checker(page_type=settings.page_type, jurisdictions=settings.jurisdiction, suggest=not no_suggest)
    named = list(expand(sources))
    inspection = Inspection(
        checker, named, sys.stdin.buffer.read, input_format=settings.input_format, above=settings.min_severity
    )
    with writing(output, named) as stream:
        results = with_progress(inspection, len(named))
        for piece in render(results, settings.format, tool=checker.versions, layout=layout_for(stream)):
            stream.write(piece)
    raise typer.Exit(exit_code(inspection, settings.fail_on))
