"""Which columns of a table hold the text, the id, the advertiser, the address, the time and the reach."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.errors import ReadError, UsageError
from claimcheck.screen import cells
from claimcheck.screen.values import Row

FIELDS = ("text", "id", "advertiser", "url", "captured", "reach")
_DATA = Path(__file__).with_name("columns.toml")
_WORDY = 20
_MARKS = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of each field, in the source's own spelling; a field without columns stays empty.

    Several columns of `text` are joined as paragraphs; of the others the first that has a value counts.
    """

    text: tuple[str, ...] = ()
    id: tuple[str, ...] = ()
    advertiser: tuple[str, ...] = ()
    url: tuple[str, ...] = ()
    captured: tuple[str, ...] = ()
    reach: tuple[str, ...] = ()

    def told(self) -> str:
        """What was understood, for a person: `text = body, id = ad_id`."""
        named = ((field, getattr(self, field)) for field in FIELDS)
        return ", ".join(f"{field} = {' + '.join(names)}" for field, names in named if names)

    def row(self, record: Mapping[str, Any], source: str, place: str, format: str) -> Row:
        """The row that a record of the source makes."""
        text = "\n\n".join(part for part in (cells.words(cells.lookup(record, name)) for name in self.text) if part)
        return Row(
            0,
            source,
            place,
            text,
            _first(record, self.id),
            _first(record, self.advertiser),
            _first(record, self.url),
            cells.moment(_value(record, self.captured)) if self.captured else "",
            cells.reach(_value(record, self.reach)) if self.reach else None,
            format,
        )


def presets() -> tuple[str, ...]:
    """The names of the presets for known exports."""
    return tuple(_data()["preset"])


def resolve(
    names: Sequence[str], sample: Sequence[Mapping[str, Any]], wanted: Columns, preset: str | None, source: str
) -> tuple[Columns, str]:
    """The columns of a source, and what to tell about the choice.

    `names` are the source's columns, `sample` its first records. What is `wanted` has to be there; a preset goes
    before guessing, and is itself guessed by its marks. Raises ReadError where no column can be the text.
    """
    known = {_normal(name): name for name in reversed(names)}
    preset = preset or _preset(known)
    likely: Mapping[str, Any] = _data()["preset"][preset] if preset else {}
    chosen = {field: getattr(wanted, field) or _guess(field, likely, known) for field in FIELDS}
    for field in FIELDS:
        if missing := [name for name in getattr(wanted, field) if not _there(name, names, sample)]:
            raise ReadError(f"{source} has no column {missing[0]!r} for {field}.", f"It has: {_listed(names)}.")
    if not chosen["text"]:
        chosen["text"] = _wordiest(names, sample, {name for columns in chosen.values() for name in columns})
    if not chosen["text"]:
        raise ReadError(f"No column of {source} looks like text.", f"Name it with --text; it has: {_listed(names)}.")
    columns = Columns(**chosen)
    kind = f" ({likely['told']})" if preset else ""
    return columns, f"{source}{kind}: {columns.told()}"


def checked_preset(name: str | None) -> str | None:
    """The same name; raises UsageError where there is no such preset."""
    if name is not None and name not in presets():
        raise UsageError(f"There is no preset {name!r}.", f"Use one of {', '.join(presets())}.")
    return name


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(_DATA.read_text("utf-8"))


def _normal(name: str) -> str:
    return re.sub(r"[^\w.\[\]]+", "_", name.strip().lstrip("\ufeff").lower()).strip("_")


def _preset(known: Mapping[str, str]) -> str | None:
    for name, preset in _data()["preset"].items():
        if sum(mark in known for mark in preset["marks"]) >= _MARKS:
            return str(name)
    return None


def _guess(field: str, likely: Mapping[str, Any], known: Mapping[str, str]) -> tuple[str, ...]:
    for candidates in (likely.get(field, ()), _data()["guess"][field]):
        found = [known.get(name, name) for name in candidates if name in known or name.partition(".")[0] in known]
        if found:
            return tuple(found) if candidates is not _data()["guess"][field] or field != "text" else (found[0],)
    return ()


def _there(name: str, names: Sequence[str], sample: Sequence[Mapping[str, Any]]) -> bool:
    return name in names or any(cells.lookup(record, name) is not None for record in sample)


def _wordiest(names: Sequence[str], sample: Sequence[Mapping[str, Any]], taken: set[str]) -> tuple[str, ...]:
    """The column with the longest values that hold several words, if any is long enough."""

    def length(name: str) -> float:
        values = [value for value in (record.get(name) for record in sample) if isinstance(value, str)]
        wordy = [len(value) for value in values if value.count(" ") >= 2 and "://" not in value.split()[0]]
        return sum(wordy) / max(1, len(sample))

    best = max((name for name in names if name not in taken), key=length, default=None)
    return (best,) if best is not None and length(best) >= _WORDY else ()


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:30]) + (", ..." if len(names) > 30 else "") or "none"


def _value(record: Mapping[str, Any], names: Sequence[str]) -> Any:
    for name in names:
        value = record[name] if name in record else cells.lookup(record, name)
        if value or value == 0:
            return value
    return None


def _first(record: Mapping[str, Any], names: Sequence[str]) -> str:
    return cells.first(_value(record, names)) if names else ""
