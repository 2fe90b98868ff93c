"""What each label means, in words for readers: margin notes and the pages of `claimcheck explain`.

The words live in `messages.toml` (read on every check, so small and plain) and `codebook.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.claim import Category, Judgement, Strength
from claimcheck.errors import UsageError
from claimcheck.wrap import wrap

_LEADING = 2
_WIDTH = 96


@dataclass(frozen=True, slots=True)
class Label:
    """What a strength or a category means, with examples that carry it and near misses that do not."""

    name: str
    title: str
    meaning: str
    why: str
    flagged: tuple[str, ...]
    near_misses: tuple[str, ...]
    instead: str


@dataclass(frozen=True, slots=True)
class Case:
    """A hard case, decided; tests and messages refer to its number. `when` has the forms by which it can be seen."""

    number: int
    title: str
    rule: str
    example: str
    when: tuple[Mapping[str, Any], ...] = ()


def message(judgement: Judgement) -> str:
    """A margin note on one judgement: what was read, why it is flagged and what would be honest."""
    words = _messages()
    strength = words[f"strength.{judgement.strength.label}"]
    if not judgement.flagged:
        return strength["reads"]
    leading = _leading(judgement)
    claims = (
        ", and it ".join(words[f"category.{each.value}"]["claims"] for each in leading) or "does something for health"
    )
    honest = words[f"category.{leading[0].value}"]["honest"] if leading else "say what is known, and in whom"
    return f"{strength['reads']}: the treatment {claims}. {strength['honest']}; {honest}."


def _leading(judgement: Judgement) -> list[Category]:
    """The most probable categories; the sort is stable, so that the codebook's order settles a tie."""
    probable = judgement.category_probabilities
    return sorted(judgement.categories, key=lambda category: -probable.get(category, 0.0))[:_LEADING]


def label(of: Strength | Category) -> Label:
    """What a strength or a category means."""
    kind, name = ("strength", of.label) if isinstance(of, Strength) else ("category", of.value)
    entry: dict[str, Any] = _book()[kind][name]
    return Label(name=name, **_frozen(entry))


def cases() -> tuple[Case, ...]:
    """All hard cases, in order."""
    return tuple(Case(**_frozen(entry)) for entry in _book()["case"])


def _frozen(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}


def names() -> tuple[str, ...]:
    """Every name that `page` knows: strengths, categories and the numbers of the hard cases."""
    return (
        *(strength.label for strength in Strength),
        *(category.value for category in Category),
        *(str(case.number) for case in cases()),
    )


def find(name: str) -> Label | Case | None:
    """The strength, category or hard case of that name ("15" or "case 15"), or None; page() tells it."""
    asked = name.strip().lower().replace("-", "_")
    for each in (*Strength, *Category):
        if asked == (each.label if isinstance(each, Strength) else each.value):
            return label(each)
    number = asked.removeprefix("case").strip(" _")
    return next((case for case in cases() if number == str(case.number)), None)


def page(name: str) -> str:
    """The page of a strength, a category or a hard case ("15" or "case 15"), as plain text.

    >>> page("case 26").splitlines()[0]
    'Case 26: Natural history'
    """
    found = find(name)
    if found is None:
        raise _unknown(name)
    if isinstance(found, Case):
        return _case_page(found)
    return _label_page("strength" if found.name in {each.label for each in Strength} else "category", found)


def _label_page(kind: str, label: Label) -> str:
    heading = f"{label.title} ({kind}: {label.name})"
    parts = [
        f"{heading}\n{'=' * len(heading)}",
        f"What it is\n{_indent(label.meaning)}",
        f"Why it matters\n{_indent(label.why)}",
        f"Examples\n{_bullets(label.flagged)}",
        f"Not this\n{_bullets(label.near_misses)}",
        f"Write instead\n{_indent(label.instead)}",
    ]
    return "\n\n".join(parts) + "\n"


def _case_page(case: Case) -> str:
    heading = f"Case {case.number}: {case.title}"
    return f"{heading}\n{'=' * len(heading)}\n\n{_indent(case.rule)}\n\nExample\n{_indent(case.example)}\n"


def _indent(text: str) -> str:
    return "\n".join(f"  {line}" for line in wrap(text, _WIDTH - 2))


def _bullets(examples: tuple[str, ...]) -> str:
    return "\n".join("  - " + "\n    ".join(wrap(example, _WIDTH - 4)) for example in examples)


def _unknown(name: str) -> UsageError:
    import difflib

    near = difflib.get_close_matches(name.lower(), names(), 1)
    hint = f"Did you mean {near[0]}? " if near else ""
    labels = ", ".join(each for each in names() if not each.isdigit())
    return UsageError(
        f"No strength, category or case is called {name!r}.", f"{hint}Known: {labels}, case 1 to {len(cases())}."
    )


@cache
def _book() -> dict[str, Any]:
    import tomllib

    return tomllib.loads(_data("codebook.toml"))


@cache
def _messages() -> dict[str, dict[str, str]]:
    """The tables of messages.toml: one key a line, no escapes; a test holds this reading equal to tomllib's."""
    tables: dict[str, dict[str, str]] = {}
    table: dict[str, str] = {}
    for line in _data("messages.toml").splitlines():
        if line.startswith("["):
            table = tables[line.strip("[]")] = {}
        elif line and not line.startswith("#"):
            key, _, value = line.partition(" = ")
            table[key] = value[1:-1]
    return tables


def _data(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")
