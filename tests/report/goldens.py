"""The golden files of the report formats, made from hand-made results; `python -m tests.golden` rewrites them."""

import re
from pathlib import Path

from claimcheck.report import render
from tests.report.conftest import TOOL, make_site

FOLDER = Path(__file__).with_name("golden")
FILES = {
    "text": "site.txt",
    "json": "site.json",
    "jsonl": "site.jsonl",
    "sarif": "site.sarif",
    "html": "site.html",
    "markdown": "site.md",
    "github": "site.github.txt",
    "junit": "site.junit.xml",
    "gitlab": "site.gitlab.json",
}


def made(format):
    """The report; of the HTML page without its style and script, which are files of their own."""
    text = "".join(render(make_site(), format, tool=TOOL))
    if format == "html":
        text = re.sub(r"(<(style|script)>).*?(</\2>)", r"\1\3", text, flags=re.DOTALL)
        text = re.sub(r"sha256-[\w+/=]+", "sha256-", text)
    return text


def golden(format):
    return FOLDER / FILES[format]


def rewrite():
    FOLDER.mkdir(exist_ok=True)
    for format in FILES:
        golden(format).write_text(made(format), "utf-8")
