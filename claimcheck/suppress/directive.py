"""What a suppression says: which findings it sets aside, why, by whom and until when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from claimcheck.claim import Category
from claimcheck.finding import Fault, Suppression
from claimcheck.read import Comment, comments
from claimcheck.text import Source, Span

_OURS = re.compile(r"\s*claimcheck:\s*(\S*)", re.I)
_FIELD = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(\S+))")
_WORD = re.compile(r"[^\s,]+")
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_FIELDS = ("reason", "author", "until")
_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_HOW = 'Write it like <!-- claimcheck: ignore-next reason="why" -->.'


class Scope(Enum):
    """How far a suppression reaches, by the word that says so."""

    FINDING = "ignore"
    NEXT = "ignore-next"
    PARAGRAPH = "ignore-paragraph"
    START = "ignore-start"
    END = "ignore-end"


@dataclass(frozen=True, slots=True)
class Directive:
    """One suppression as it is written.

    `span` is the comment's, None for one in a sidecar file; `fingerprint` names the one finding of the scope FINDING;
    `categories`, where there are any, are the only ones that a finding may have to be set aside.
    """

    scope: Scope
    span: Span | None
    suppression: Suppression
    fingerprint: str = ""
    categories: frozenset[Category] = frozenset()


class DirectiveError(ValueError):
    """A suppression that cannot be understood, with what to do about it."""

    def __init__(self, problem: str, remedy: str = _HOW) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


def directives(source: Source) -> tuple[tuple[Directive, ...], tuple[Fault, ...]]:
    """The suppressions in a source's comments, in order, and a fault for each that is malformed or gives no reason."""
    if "claimcheck:" not in source.text:
        return (), ()
    found, faults = [], []
    for comment in comments(source):
        ours = _OURS.match(comment.text)
        if ours is None:
            continue
        try:
            found.append(_directive(comment, ours))
        except DirectiveError as error:
            line = source.lines.position(comment.span.start).line
            faults.append(Fault(source.name, f"The suppression in line {line} {error.problem}", error.remedy))
    return tuple(found), tuple(faults)


def suppression(fields: Mapping[str, str], source: str) -> Suppression:
    """The reason, author and end in these fields; DirectiveError where one is missing or malformed."""
    unknown = [name for name in fields if name not in _FIELDS]
    if unknown:
        raise DirectiveError(f"has an unknown field {unknown[0]!r}.", f"Known: {', '.join(_FIELDS)}.")
    if not fields.get("reason", "").strip():
        raise DirectiveError("gives no reason, so it sets nothing aside.", 'Add reason="why the words may stand".')
    until = fields.get("until", "").strip()
    if until and not is_date(until):
        raise DirectiveError(f"ends on {until!r}, which is no date.", "Write it like until=2027-06-30.")
    return Suppression(fields["reason"].strip(), fields.get("author", "").strip(), until, source)


def is_date(text: str) -> bool:
    """True for a real day as in 2027-06-30.

    >>> is_date("2027-06-30"), is_date("2027-13-01")
    (True, False)
    """
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(part) for part in match.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return year > 0 and 1 <= month <= 12 and 1 <= day <= _MONTHS[month - 1] and (leap or (month, day) != (2, 29))


def _directive(comment: Comment, ours: re.Match[str]) -> Directive:
    scope = _scope(ours[1])
    rest = comment.text[ours.end() :]
    fields = {
        m[1].lower(): next(part or "" for part in m.groups()[1:] if part is not None) for m in _FIELD.finditer(rest)
    }
    words = _WORD.findall(_FIELD.sub(" ", rest))
    if scope is Scope.END:
        return Directive(scope, comment.span, Suppression(""))
    fingerprint = ""
    if scope is Scope.FINDING:
        if not words or not _FINGERPRINT.fullmatch(words[0]):
            raise DirectiveError(
                "names no finding.", "Give the fingerprint that the JSON report shows, or write ignore-next."
            )
        fingerprint, words = words[0], words[1:]
    return Directive(scope, comment.span, suppression(fields, "inline"), fingerprint, _categories(words))


def _scope(word: str) -> Scope:
    for scope in Scope:
        if word.lower() == scope.value:
            return scope
    import difflib

    known = [scope.value for scope in Scope]
    near = difflib.get_close_matches(word.lower(), known, 1)
    remedy = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(known)}."
    raise DirectiveError(f"says {word!r}, which is nothing it can do.", remedy)


def _categories(words: Sequence[str]) -> frozenset[Category]:
    known = {category.value: category for category in Category}
    for word in words:
        if word.lower() not in known:
            raise DirectiveError(f"names {word!r}, which is no category.", f"Known: {', '.join(known)}.")
    return frozenset(known[word.lower()] for word in words)
