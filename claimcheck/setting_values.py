"""What a setting may be: parsers from what is written, the way back, and the patterns of paths."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from claimcheck.claim import PageType, Severity

_SEVERITIES = {severity.label: severity for severity in Severity}
_PAGE_TYPES = {page_type.value: page_type for page_type in PageType}
# What a preset sets; anything written out goes before it.
PRESETS: Mapping[str, Mapping[str, object]] = {
    "copywriter": {"page_type": "seller", "fail_on": "error"},
    "regulator": {"page_type": "auto", "fail_on": "never", "min_coverage": 95},
    "strict": {"page_type": "seller", "fail_on": "note", "min_coverage": 100},
}


def glob_pattern(pattern: str) -> re.Pattern[str]:
    """The pattern of a path below a folder, as a regular expression.

    >>> bool(glob_pattern("blog/**/*.html").fullmatch("blog/a/b.html"))
    True
    """
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern)
    known = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(known.get(part, re.escape(part)) for part in parts))


def written_as(value: object) -> str:
    """A value as TOML writes it; None, which TOML lacks, as the word that sets it."""
    if isinstance(value, Severity):
        return f'"{value.label}"'
    if isinstance(value, PageType):
        return f'"{value.value}"'
    if isinstance(value, tuple):
        return "[" + ", ".join(written_as(each) for each in value) + "]"
    if isinstance(value, str | Path):
        import json

        return json.dumps(str(value), ensure_ascii=False)
    return '"never"' if value is None else str(value)


def _choice(choices: Mapping[str, Any]) -> Callable[[object], Any]:
    def parse(written: object) -> Any:
        if not isinstance(written, str) or written not in choices:
            raise ValueError(f"one of {', '.join(choices)}")
        return choices[written]

    return parse


def _word(written: object) -> str:
    if not isinstance(written, str) or not written:
        raise ValueError("a word")
    return written


def _whole(written: object) -> int:
    """A whole number from 1 on, or from a text."""
    text = str(written)
    if isinstance(written, bool) or not text.isascii() or not text.isdigit() or int(text) < 1:
        raise ValueError("a whole number from 1 on")
    return int(text)


def _percent(written: object) -> float:
    try:
        value = float(str(written).rstrip("%"))
    except ValueError:
        value = -1.0
    if isinstance(written, bool) or not 0 <= value <= 100:
        raise ValueError("a number from 0 to 100, in per cent")
    return value


def _paths(written: object) -> tuple[Path, ...]:
    """Files from a list, or from a text with commas between them."""
    parts = written.split(",") if isinstance(written, str) else written
    if not isinstance(parts, list | tuple) or not all(isinstance(part, str | Path) and str(part) for part in parts):
        raise ValueError("a list of files, or files with commas between them")
    return tuple(Path(str(part).strip()) for part in parts)


def _words(written: object) -> tuple[str, ...]:
    """Words from a list, or from a text with commas between them."""
    parts = written.split(",") if isinstance(written, str) else written
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise ValueError("a list of words, or words with commas between them")
    return tuple(part.strip().lower() for part in parts if part.strip())


PARSERS: Mapping[str, Callable[[object], Any]] = {
    "format": _word,
    "input_format": _word,
    "min_severity": _choice(_SEVERITIES),
    "fail_on": _choice({**_SEVERITIES, "never": None}),
    "page_type": _choice(_PAGE_TYPES),
    "jurisdiction": _words,
    "ledger": _paths,
    "phrases": _paths,
    "baseline": _word,
    "min_coverage": _percent,
    "cache": _word,
    "cache_limit": _whole,
    "jobs": _whole,
    "preset": _choice({name: name for name in PRESETS}),
}
