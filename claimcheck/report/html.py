"""The report as one HTML page that needs nothing else: the page's own text with the findings marked in it.

Every text is escaped, and the page forbids itself all requests and every script but its own, by the hash of each, so
that nothing which stands in a checked page can run. Without scripts everything is shown; with them it can be filtered.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from html import escape
from pathlib import Path

from claimcheck.claim import Category, Severity, Strength
from claimcheck.finding import Result
from claimcheck.report.html_document import document
from claimcheck.report.site import Site
from claimcheck.report.summary import Summary
from claimcheck.report.text import summary_line

_LIMITS = "Not flagged does not mean lawful, and nothing here is legal or medical advice."


def render(results: Iterable[Result], tool: Mapping[str, str]) -> Iterator[str]:
    """The page in pieces: head and filters, a section a document, then the site as a whole."""
    total, site = Summary(), Site()
    yield _head()
    first = 1
    for number, result in enumerate(results, 1):
        total += Summary.of(result)
        site.add(result)
        yield document(result, number, first)
        first += len(result.findings) + len(result.suppressed) + len(result.known)
    yield _site(site, total)
    versions = ", ".join(f"{part} {version}" for part, version in tool.items() if version)
    yield f"</main>\n<footer><p>{_LIMITS}</p><p>Made with {escape(versions or 'claimcheck')}.</p></footer>\n"
    yield f"<script>{_asset('page.js')}</script>\n</body>\n</html>\n"


def _head() -> str:
    style, script = _asset("page.css"), _asset("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Claims report</title>\n<style>{style}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#findings">Skip to the findings</a>\n'
        f'<header><h1>Claims report</h1><p>{_LIMITS} <a href="#site">What it adds up to</a></p></header>\n'
        f'{_filters()}<main id="findings">\n'
    )


def _filters() -> str:
    strengths = [strength.label for strength in sorted(Strength, reverse=True) if strength.flagged]
    groups = _group("strength", strengths) + _group("category", [category.value for category in Category])
    buttons = (
        '<button type="button" value="-1">Previous finding</button> '
        '<button type="button" value="1">Next finding</button> <button type="button" value="all">Show all</button>'
    )
    return (
        f'<div class="filters" role="region" aria-label="Filters" hidden><div>{groups}'
        f'{buttons} <output aria-live="polite"></output></div></div>\n'
    )


def _group(name: str, values: Iterable[str]) -> str:
    boxes = "".join(
        f'<label><input type="checkbox" name="{name}" value="{value}" checked> {value.replace("_", " ")}</label>'
        for value in values
    )
    return f"<fieldset><legend>{name.capitalize()}</legend>{boxes}</fieldset>"


def _site(site: Site, total: Summary) -> str:
    told = f'<section id="site"><h2>What it adds up to</h2>\n<p>{escape(summary_line(total))}</p>\n'
    if not any(page.findings for page in site.pages):
        return told + "</section>\n"
    heads = ["errors", "warnings", "notes", *(category.value.replace("_", " ") for category in site.categories)]
    rows = []
    for page in site.worst():
        counts = [page.severities[severity] for severity in sorted(Severity, reverse=True)]
        counts += [page.categories[category] for category in site.categories]
        cells = "".join(f"<td>{count or ''}</td>" for count in counts)
        at = site.pages.index(page) + 1
        rows.append(f'<tr><th scope="row"><a href="#d{at}">{escape(page.name)}</a></th>{cells}</tr>\n')
    columns = "".join(f'<th scope="col">{head}</th>' for head in heads)
    table = f'<table><thead><tr><th scope="col">page</th>{columns}</tr></thead>\n<tbody>{"".join(rows)}</tbody></table>'
    return f"{told}{_scrolled(table)}<h3>Mend first</h3>\n<ol>{''.join(_first(site))}</ol>\n</section>\n"


def _scrolled(table: str) -> str:
    """A wide table can be scrolled with the keyboard too."""
    return f'<div class="scroll" role="region" aria-label="Findings by page" tabindex="0">{table}</div>\n'


def _first(site: Site) -> Iterator[str]:
    for each in site.first():
        times = f", {each.count} times on {each.pages} pages" if each.count > 1 else ""
        told = f"{each.severity.label}{times}; first in {each.place}"
        yield f"<li><q>{escape(each.text)}</q> ({escape(told)})</li>\n"


def _asset(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8").strip()


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"
