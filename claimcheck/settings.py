"""Settings, merged from four places: defaults < claimcheck.toml or pyproject.toml < environment < the call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from claimcheck.claim import PageType, Severity
from claimcheck.errors import SettingsError

_PREFIX = "CLAIMCHECK_"
_NOT_SETTINGS = frozenset({"CLAIMCHECK_DEBUG"})
_SEVERITIES = {severity.label: severity for severity in Severity}
_PAGE_TYPES = {page_type.value: page_type for page_type in PageType}


@dataclass(frozen=True, slots=True)
class Settings:
    """How to check and what to show.

    A `fail_on` of None never fails; `origins` says for each setting that is not a default where its value came from.
    """

    format: str = "text"
    input_format: str | None = None
    min_severity: Severity = Severity.NOTE
    fail_on: Severity | None = Severity.WARNING
    page_type: PageType = PageType.AUTO
    jurisdiction: tuple[str, ...] = ()
    ledger: tuple[Path, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)

    @classmethod
    def load(cls, call: Mapping[str, object], *, folder: Path, environment: Mapping[str, str]) -> Settings:
        """The settings in force for a call made in a folder; a value of None in the call leaves the choice to the rest.

        Raises SettingsError on an unknown name, a value that a setting cannot have, and a file that is not TOML.
        """
        values: dict[str, Any] = {}
        origins: dict[str, str] = {}
        layers = (*_file_layer(folder), _environment_layer(environment), ("the call", dict(call)))
        for origin, layer in layers:
            for name, written in layer.items():
                if written is not None:
                    values[name] = _beside(_parse(name, written, origin), origin)
                    origins[name] = origin
        return cls(**values, origins=origins)


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


def _words(written: object) -> tuple[str, ...]:
    """Words from a list, or from a text with commas between them."""
    parts = written.split(",") if isinstance(written, str) else written
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise ValueError("a list of words, or words with commas between them")
    return tuple(part.strip().lower() for part in parts if part.strip())


def _paths(written: object) -> tuple[Path, ...]:
    """Files from a list, or from a text with commas between them."""
    parts = written.split(",") if isinstance(written, str) else written
    if not isinstance(parts, list | tuple) or not all(isinstance(part, str | Path) and str(part) for part in parts):
        raise ValueError("a list of files, or files with commas between them")
    return tuple(Path(str(part).strip()) for part in parts)


_PARSERS: Mapping[str, Callable[[object], Any]] = {
    "format": _word,
    "input_format": _word,
    "min_severity": _choice(_SEVERITIES),
    "fail_on": _choice({**_SEVERITIES, "never": None}),
    "page_type": _choice(_PAGE_TYPES),
    "jurisdiction": _words,
    "ledger": _paths,
}


def _parse(name: str, written: object, origin: str) -> Any:
    if name not in _PARSERS:
        raise _unknown(name, origin)
    try:
        return _PARSERS[name](written)
    except ValueError as error:
        shown = name.replace("_", "-")
        raise SettingsError(f"{shown} in {origin} is {written!r}.", f"It takes {error}.") from None


def _beside(value: Any, origin: str) -> Any:
    """Files that a settings file names stand beside it; those of the call and the environment in the working folder."""
    if not isinstance(value, tuple) or not origin.endswith(".toml"):
        return value
    return tuple(Path(origin).parent / each if isinstance(each, Path) else each for each in value)


def _unknown(name: str, origin: str) -> SettingsError:
    import difflib

    known = [each.name for each in fields(Settings) if each.name in _PARSERS]
    near = difflib.get_close_matches(name, known, 1)
    remedy = f"Did you mean {near[0].replace('_', '-')}?" if near else f"Known: {', '.join(known).replace('_', '-')}."
    return SettingsError(f"There is no setting {name.replace('_', '-')} (in {origin}).", remedy)


def _environment_layer(environment: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    names = (name for name in environment if name.startswith(_PREFIX) and name not in _NOT_SETTINGS)
    return "the environment", {name.removeprefix(_PREFIX).lower(): environment[name] for name in sorted(names)}


def _file_layer(folder: Path) -> tuple[tuple[str, dict[str, Any]], ...]:
    """The nearest settings file, looked for upwards from the folder; claimcheck.toml goes before pyproject.toml."""
    for place in (folder, *folder.parents):
        own, shared = place / "claimcheck.toml", place / "pyproject.toml"
        if own.is_file():
            return ((str(own), _normal(_toml(own), own)),)
        if shared.is_file() and "tool.claimcheck" in shared.read_text("utf-8", "replace"):
            table = _toml(shared).get("tool", {}).get("claimcheck", {})
            return ((str(shared), _normal(table, shared)),)
    return ()


def _toml(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise SettingsError(f"{path} is not TOML: {error}.", "Mend the file or remove it.") from None


def _normal(table: object, path: Path) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise SettingsError(f"tool.claimcheck in {path} is not a table.", "Write [tool.claimcheck] above the settings.")
    return {str(key).replace("-", "_"): value for key, value in table.items()}
