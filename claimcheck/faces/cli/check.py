"""`claimcheck check`: findings in files, folders, web pages and standard input."""

from __future__ import annotations

from pathlib import Path

import typer

from claimcheck.errors import UsageError
from claimcheck.faces.cli import options


def check(
    sources: options.Sources = None,
    format: options.Format = None,
    output: options.Output = None,
    input_format: options.InputFormat = None,
    min_severity: options.MinSeverity = None,
    fail_on: options.FailOn = None,
    page_type: options.PageType = None,
    jurisdiction: options.Jurisdiction = None,
    ledger: options.Ledger = None,
    preset: options.Preset = None,
    phrases: options.Phrases = None,
    baseline: options.Baseline = None,
    update_baseline: options.UpdateBaseline = False,
    changed_since: options.ChangedSince = None,
    min_coverage: options.MinCoverage = None,
    add_suppressions: options.AddSuppressions = None,
    comments: options.Comments = None,
    author: options.Author = "",
    until: options.Until = "",
    today: options.Today = None,
    cache: options.Cache = None,
    cache_limit: options.CacheLimit = None,
    cache_clear: options.CacheClear = False,
    jobs: options.Jobs = None,
    show_config: options.ShowConfig = False,
    no_suggest: options.NoSuggest = False,
    max_growth: options.MaxGrowth = None,
) -> None:
    """Find overclaiming statements and say why they are flagged.

    Folders are searched for pages (.html, .md, .mdx, .txt), documents (.docx, .pdf), mail (.eml, .mhtml) and lists of
    ads (.ads), hidden folders left out; a sitemap (.xml) stands for its pages. Defaults can be set in claimcheck.toml,
    in [tool.claimcheck] of pyproject.toml, or as CLAIMCHECK_FAIL_ON and the like.

    Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 a usage error, or an input that could not be read;
    3 an internal fault. The highest that applies, after the report of everything that could be read.

    Example: claimcheck check landing.html posts/ --fail-on error
    """
    settings = options.settings(locals())
    if show_config:
        typer.echo((settings.at(Path(sources[0])) if sources else settings).shown(), nl=False)
        return
    if cache_clear:
        from claimcheck.faces.plan import clear_cache

        typer.echo(f"claimcheck: {clear_cache(settings):,} judgements forgotten", err=True)
        if not sources:
            return
    if not sources:
        raise UsageError("There is nothing to check.", "Name files, folders or web pages; - is standard input.")
    # Imported here, so that other commands and --help do not load the judge.
    from claimcheck.faces.cli.checking import Extras, run

    extras = Extras(
        output,
        update_baseline,
        changed_since,
        add_suppressions,
        author,
        until,
        today,
        not no_suggest,
        max_growth,
        comments,
    )
    raise typer.Exit(run(sources, settings, extras))
