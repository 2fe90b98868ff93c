"""Values of table cells and JSON fields as what a row needs: words, an address into nested values, reach, a time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

_NUMBER = re.compile(r"(\d[\d,.]*)\s*([kmb])?", re.IGNORECASE)
_FACTORS = {"": 1, "k": 1_000, "m": 1_000_000, "b": 1_000_000_000}
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_LOWER = ("lower_bound", "lower", "min")


def lookup(record: Mapping[str, Any], address: str) -> Any:
    """The value under a name, or under an address such as `region_stats.[].first_shown`; None where there is none."""
    if address in record:
        return record[address]
    value: Any = record
    steps = address.split(".") if "." in address else ()
    for number, step in enumerate(steps):
        if step == "[]":
            rest = ".".join(steps[number + 1 :])
            return [lookup(each, rest) for each in value if isinstance(each, Mapping)] if _is_list(value) else None
        value = value.get(step) if isinstance(value, Mapping) else None
    return value if steps else None


def words(value: Any) -> str:
    """The value as text: the parts of a list as paragraphs, each only once; "" for nothing."""
    if isinstance(value, str):
        return value
    if _is_list(value):
        return "\n\n".join(dict.fromkeys(part for part in map(words, value) if part))
    if isinstance(value, Mapping):
        return words(value["text"]) if "text" in value else json.dumps(value, ensure_ascii=False)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, datetime | date):
        return value.isoformat()
    return "" if value is None or value != value else str(value)  # noqa: PLR0124 (NaN is what differs from itself)


def first(value: Any) -> str:
    """The value as one line: the first part of a list."""
    if isinstance(value, str):
        return " ".join(value.split())
    return " ".join(words(next(_parts(value), None)).split())


def moment(value: Any) -> str:
    """An ISO date or time; seconds or milliseconds since 1970 are turned into one; anything else stays as written.

    >>> moment("1764288000")
    '2025-11-28T00:00:00+00:00'
    """
    written = min(map(first, _parts(value)), default="") if _is_list(value) else first(value)
    if _EPOCH.fullmatch(written):
        seconds = int(written[:10])
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    return written


def reach(value: Any) -> float | None:
    """How many people or impressions: the lower end of a range, the sum over a list; None where it is not said.

    >>> reach("10k-100k")
    10000.0
    """
    if isinstance(value, Mapping):
        return next((reach(value[key]) for key in _LOWER if key in value), None)
    if _is_list(value):
        known = [each for each in map(reach, value) if each is not None]
        return sum(known) if known else None
    match = _NUMBER.search(words(value))
    if not match:
        return None
    try:
        return float(match[1].replace(",", "").rstrip(".")) * _FACTORS[(match[2] or "").lower()]
    except ValueError:
        return None


def _parts(value: Any) -> Iterator[Any]:
    if _is_list(value):
        yield from (each for each in value if each is not None)
    else:
        yield value


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)
