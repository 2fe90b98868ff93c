"""Site boilerplate: navigation, and set phrases that many publishers print word for word (`boilerplate.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from claimcheck.claim import Role, Segment
from claimcheck.corpus.likeness import words

_NAVIGATION = (Role.BUTTON, Role.LINK)


def is_boilerplate(segment: Segment) -> bool:
    """True for a button, a link and a segment that holds a set phrase."""
    return segment.role in _NAVIGATION or has_set_phrase(segment.text)


def has_set_phrase(text: str) -> bool:
    """True where a set phrase stands in the text, punctuation and case apart."""
    told = f" {' '.join(words(text))} "
    return any(phrase in told for phrase in _phrases())


@cache
def _phrases() -> tuple[str, ...]:
    data = tomllib.loads(files("claimcheck.corpus").joinpath("boilerplate.toml").read_text(encoding="utf-8"))
    return tuple(f" {entry['words']} " for entry in data["phrase"])
