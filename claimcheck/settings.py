"""Settings, merged from four places: defaults < claimcheck.toml or pyproject.toml < environment < the call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from claimcheck.claim import PageType, Severity
from claimcheck.errors import SettingsError
from claimcheck.setting_values import PARSERS, PRESETS, glob_pattern, written_as

_PREFIX = "CLAIMCHECK_"
_NOT_SETTINGS = frozenset({"CLAIMCHECK_DEBUG"})
# What may differ by path.
BY_PATH = frozenset({"fail_on", "input_format", "jurisdiction", "min_severity", "page_type"})
_THE_CALL, _THE_ENVIRONMENT = "the call", "the environment"


@dataclass(frozen=True, slots=True)
class Override:
    """Other values for the files that match one of `paths`, patterns below `folder`."""

    folder: Path
    paths: tuple[str, ...]
    values: Mapping[str, Any]
    origin: str

    def covers(self, path: Path) -> bool:
        """True where the path matches: `*` and `?` stay in a folder, `**` crosses them."""
        try:
            inside = path.absolute().relative_to(self.folder.absolute()).as_posix()
        except ValueError:
            return False
        return any(glob_pattern(pattern).fullmatch(inside) for pattern in self.paths)


@dataclass(frozen=True, slots=True)
class Settings:
    """How to check and what to show.

    A `fail_on` of None never fails; `min_coverage` is in per cent, `cache_limit` in MB; `origins` says for each setting
    that is not a default where its value came from.
    """

    format: str = "text"
    input_format: str | None = None
    min_severity: Severity = Severity.NOTE
    fail_on: Severity | None = Severity.WARNING
    page_type: PageType = PageType.AUTO
    jurisdiction: tuple[str, ...] = ()
    ledger: tuple[Path, ...] = ()
    phrases: tuple[Path, ...] = ()
    baseline: str | None = None
    min_coverage: float = 0.0
    cache: str | None = None
    cache_limit: int = 200
    jobs: int = 1
    preset: str | None = None
    overrides: tuple[Override, ...] = field(default=(), compare=False)
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)

    @classmethod
    def load(cls, call: Mapping[str, Any], *, folder: Path, environment: Mapping[str, str]) -> Settings:
        """The settings in force for a call made in a folder; a value of None in the call leaves the choice to the rest.

        Raises SettingsError on an unknown name, a value that a setting cannot have, and a file that is not TOML.
        """
        values: dict[str, Any] = {}
        origins: dict[str, str] = {}
        overrides: tuple[Override, ...] = ()
        layers: list[tuple[str, Mapping[str, Any]]] = [_environment_layer(environment), (_THE_CALL, dict(call))]
        for file, table in _file_layer(folder):
            overrides = tuple(_overrides(table.pop("override", []), file))
            _place_paths(table, file)
            layers.insert(0, (str(file), table))
        layers.insert(0, _preset_layer(layers))
        for origin, layer in layers:
            for name, written in layer.items():
                if written is not None:
                    values[name] = _beside(_parse(name, written, origin), origin)
                    origins[name] = origin
        return cls(**values, overrides=overrides, origins=origins)

    def at(self, path: Path) -> Settings:
        """The settings in force for one file: the overrides that cover it, where call and environment are silent."""
        values: dict[str, Any] = {}
        origins = dict(self.origins)
        for override in self.overrides:
            if override.covers(path):
                for name, value in override.values.items():
                    if self.origins.get(name) not in (_THE_CALL, _THE_ENVIRONMENT):
                        values[name] = value
                        origins[name] = override.origin
        return replace(self, **values, origins=origins) if values else self

    def shown(self) -> str:
        """Every setting with its value and where that came from, as TOML."""
        lines = {name: _shown(name, getattr(self, name)) for name in PARSERS}
        width = max(map(len, lines.values())) + 2
        told = (f"{line:<{width}}# {self.origins.get(name, 'default')}\n" for name, line in lines.items())
        return "".join(told) + "".join(_shown_override(override) for override in self.overrides)


def _shown(name: str, value: object) -> str:
    """A line of TOML; a setting that has no value is told in a comment."""
    key = name.replace("_", "-")
    return f"# {key} is not set" if value is None and name != "fail_on" else f"{key} = {written_as(value)}"


def _shown_override(override: Override) -> str:
    lines = [f"paths = {written_as(override.paths)}"]
    lines += [f"{name.replace('_', '-')} = {written_as(value)}" for name, value in override.values.items()]
    return f"\n[[override]]  # {override.origin}\n" + "\n".join(lines) + "\n"


def _parse(name: str, written: object, origin: str) -> Any:
    if name not in PARSERS:
        raise _unknown(name, origin)
    try:
        return PARSERS[name](written)
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

    known = [each.name for each in fields(Settings) if each.name in PARSERS]
    near = difflib.get_close_matches(name, known, 1)
    remedy = f"Did you mean {near[0].replace('_', '-')}?" if near else f"Known: {', '.join(known).replace('_', '-')}."
    return SettingsError(f"There is no setting {name.replace('_', '-')} (in {origin}).", remedy)


def _environment_layer(environment: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    names = (name for name in environment if name.startswith(_PREFIX) and name not in _NOT_SETTINGS)
    return _THE_ENVIRONMENT, {name.removeprefix(_PREFIX).lower(): environment[name] for name in sorted(names)}


def _preset_layer(layers: Sequence[tuple[str, Mapping[str, Any]]]) -> tuple[str, Mapping[str, object]]:
    """What the preset sets that goes before the others: the last one named."""
    chosen = next((layer["preset"] for _, layer in reversed(layers) if layer.get("preset") is not None), None)
    return f"the preset {chosen}", PRESETS.get(chosen, {}) if isinstance(chosen, str) else {}


def _file_layer(folder: Path) -> list[tuple[Path, dict[str, Any]]]:
    """The nearest settings file, looked for upwards from the folder; claimcheck.toml goes before pyproject.toml."""
    for place in (folder, *folder.parents):
        own, shared = place / "claimcheck.toml", place / "pyproject.toml"
        if own.is_file():
            return [(own, _normal(_toml(own), own))]
        if shared.is_file() and "tool.claimcheck" in shared.read_text("utf-8", "replace"):
            return [(shared, _normal(_toml(shared).get("tool", {}).get("claimcheck", {}), shared))]
    return []


def _place_paths(table: dict[str, Any], file: Path) -> None:
    """File names in a settings file count from where it stands."""
    for name in ("baseline", "cache"):
        if isinstance(table.get(name), str):
            table[name] = str(file.parent / table[name])


def _overrides(tables: object, file: Path) -> Iterator[Override]:
    for number, table in enumerate(tables if isinstance(tables, list) else [tables], 1):
        origin = f"override {number} in {file}"
        values = _normal(table, file)
        paths = values.pop("paths", None)
        if not isinstance(paths, list) or not paths or not all(isinstance(each, str) for each in paths):
            raise SettingsError(f"{origin} names no paths.", 'Add paths = ["blog/**"].')
        for name in values:
            if name in PARSERS and name not in BY_PATH:
                known = ", ".join(sorted(BY_PATH)).replace("_", "-")
                raise SettingsError(
                    f"{name.replace('_', '-')} cannot differ by path (in {origin}).", f"These can: {known}."
                )
        parsed = {name: _parse(name, written, origin) for name, written in values.items()}
        yield Override(file.parent, tuple(paths), parsed, origin)


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
