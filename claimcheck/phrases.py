"""A team's own phrases, kept as data with their tests: those that are flagged, and those that may stand.

A flagged phrase makes a finding of any segment that holds it. An allowed phrase is read over: where the rest of the
segment is not flagged without it, the finding is set aside with the phrase's reason; where the rest still claims, the
finding stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from claimcheck.claim import Category, Cue, Judgement, Segment, Strength
from claimcheck.errors import SettingsError
from claimcheck.finding import Finding, Suppression
from claimcheck.judge import JudgingAgain
from claimcheck.suppress import is_date
from claimcheck.text import Span

Judging = Callable[[Sequence[Segment]], Sequence[Judgement]]
_FIELDS: Mapping[str, frozenset[str]] = {
    "flag": frozenset({"phrase", "strength", "categories", "message", "flagged", "passed"}),
    "allow": frozenset({"phrase", "reason", "author", "until", "flagged", "passed"}),
}
_LETTER = re.compile(r"[^\W\d_]")
_OWN = "own"


@dataclass(frozen=True)
class Phrase:
    """One phrase: words, of which the last may end in * for any ending; `flagged` and `passed` are its tests."""

    phrase: str
    flagged: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds the phrase whatever its case, its apostrophes and the white space or hyphens between its words."""
        words = [re.escape(word).replace(r"\*", r"\w*").replace("'", "['’]") for word in self.phrase.split()]
        return re.compile(r"(?<!\w)" + r"[\s-]+".join(words) + r"(?!\w)", re.I)


@dataclass(frozen=True)
class Flag(Phrase):
    """A phrase that makes a finding."""

    strength: Strength = Strength.ASSERTED
    categories: tuple[Category, ...] = (Category.HYPE,)
    message: str = ""


@dataclass(frozen=True)
class Allow(Phrase):
    """A phrase that may stand, and why."""

    suppression: Suppression = field(kw_only=True)


@dataclass(frozen=True)
class Allowed:
    """Findings that stand, and those that an allowed phrase set aside."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Phrases:
    """The phrases of one or more files, in order."""

    flags: tuple[Flag, ...] = ()
    allows: tuple[Allow, ...] = ()

    @classmethod
    def load(cls, paths: Sequence[Path]) -> Phrases:
        """The phrases in these files; SettingsError names the file, the phrase and the field that is wrong."""
        flags: list[Flag] = []
        allows: list[Allow] = []
        for path in paths:
            table = _toml(path)
            flags += [_flag(path, number, entry) for number, entry in enumerate(table.get("flag", ()), 1)]
            allows += [_allow(path, number, entry) for number, entry in enumerate(table.get("allow", ()), 1)]
        return cls(tuple(flags), tuple(allows))

    def on(self, today: str) -> Phrases:
        """The phrases that hold on a day (an ISO date, "" for any): an allowed one may have an end."""
        ended = {
            allow for allow in self.allows if today and allow.suppression.expires and today > allow.suppression.expires
        }
        return replace(self, allows=tuple(allow for allow in self.allows if allow not in ended))

    def judge(self, segments: Sequence[Segment], judge: Judging) -> list[Judgement]:
        """The judgements, raised where a segment holds a flagged phrase."""
        judgements = list(judge(segments))
        for flag in self.flags:
            for at, segment in enumerate(segments):
                found = flag.pattern.search(segment.text)
                if found:
                    judgements[at] = _raised(judgements[at], flag, Cue(Span(*found.span()), _OWN, found[0]))
        return judgements

    def again(self, judge: JudgingAgain) -> JudgingAgain:
        """A judge of changed versions of one page that knows the flagged phrases too."""
        return _Again(self, judge)

    def message(self, text: str) -> str:
        """What the first flagged phrase in a text has to say, "" where none has."""
        return next((flag.message for flag in self.flags if flag.message and flag.pattern.search(text)), "")

    def allow(self, findings: Sequence[Finding], segments: Sequence[Segment], judge: Judging) -> Allowed:
        """The findings that stand without the allowed phrases, and those that do not."""
        holding = {id(f.segment): allow for f in findings for allow in self.allows if allow.pattern.search(f.text)}
        if not holding:
            return Allowed(tuple(findings))
        read_over = [replace(s, text=self._without(s.text)) if id(s) in holding else s for s in segments]
        judgements = self.judge(read_over, judge)
        clear = {
            id(segment): holding[id(segment)]
            for segment, other, judgement in zip(segments, read_over, judgements, strict=True)
            if id(segment) in holding and (not judgement.flagged or not _LETTER.search(other.text))
        }
        kept = tuple(finding for finding in findings if id(finding.segment) not in clear)
        aside = (finding for finding in findings if id(finding.segment) in clear)
        return Allowed(kept, tuple(replace(f, suppression=clear[id(f.segment)].suppression) for f in aside))

    def _without(self, text: str) -> str:
        for allow in self.allows:
            text = allow.pattern.sub(" ", text)
        return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class _Again:
    phrases: Phrases
    plain: JudgingAgain

    def judge(self, segments: Sequence[Segment], wanted: Iterable[int]) -> list[Judgement]:
        places = tuple(wanted)
        return self.phrases.judge([segments[at] for at in places], lambda _: self.plain.judge(segments, places))


@dataclass(frozen=True)
class Failure:
    """A test of a phrase that came out otherwise."""

    phrase: str
    example: str
    expected: bool

    @property
    def text(self) -> str:
        """One line for a reader."""
        told = "is not flagged, but should be" if self.expected else "is flagged, but should pass"
        return f"{self.phrase}: {self.example!r} {told}"


def failures(phrases: Phrases, flagged: Callable[[str], bool]) -> list[Failure]:
    """The tests beside the phrases that fail, in order; `flagged` says whether a text has a finding."""
    return [
        Failure(each.phrase, example, expected)
        for each in (*phrases.flags, *phrases.allows)
        for examples, expected in ((each.flagged, True), (each.passed, False))
        for example in examples
        if flagged(example) is not expected
    ]


def _raised(judgement: Judgement, flag: Flag, cue: Cue) -> Judgement:
    kinds = {*judgement.categories, *flag.categories}
    cues = sorted((*judgement.cues, cue), key=lambda each: each.span)
    strength = max(judgement.strength, flag.strength)
    categories = tuple(category for category in Category if category in kinds)
    return replace(judgement, strength=strength, categories=categories, cues=tuple(cues), confidence=1.0)


def _toml(path: Path) -> dict[str, list[dict[str, Any]]]:
    import tomllib

    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SettingsError(
            f"{path} cannot be read: {error.strerror}.", "Check the path and its permissions."
        ) from None
    except ValueError as error:
        raise SettingsError(f"{path} is not TOML: {error}.", "Mend the file or remove it.") from None
    for name, entries in table.items():
        if name not in _FIELDS or not isinstance(entries, list):
            raise SettingsError(f"{path} holds {name!r}.", "A file of phrases holds [[flag]] and [[allow]] alone.")
    return table


def _flag(path: Path, number: int, entry: Mapping[str, Any]) -> Flag:
    where, words = _checked(path, "flag", number, entry)
    names = entry.get("categories", ["hype"])
    strengths = {strength.label: strength for strength in Strength if strength.flagged}
    strength = entry.get("strength", "asserted")
    if strength not in strengths:
        raise SettingsError(f"strength of {where} is {strength!r}.", f"It takes one of {', '.join(strengths)}.")
    known = {category.value: category for category in Category}
    if not isinstance(names, list) or not names or any(name not in known for name in names):
        raise SettingsError(f"categories of {where} is {names!r}.", f"It takes a list of {', '.join(known)}.")
    kinds = tuple(category for category in Category if category.value in names)
    return Flag(**words, strength=strengths[strength], categories=kinds, message=str(entry.get("message", "")))


def _allow(path: Path, number: int, entry: Mapping[str, Any]) -> Allow:
    where, words = _checked(path, "allow", number, entry)
    reason = str(entry.get("reason", "")).strip()
    if not reason:
        raise SettingsError(f"{where} gives no reason.", 'Add reason = "why the words may stand".')
    until = str(entry.get("until", ""))
    if until and not is_date(until):
        raise SettingsError(f"until of {where} is {until!r}.", "Write it like until = 2027-06-30.")
    why = Suppression(reason, str(entry.get("author", "")), until, path.name)
    return Allow(**words, suppression=why)


def _checked(path: Path, kind: str, number: int, entry: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Where an entry stands, for errors, and the fields that both kinds have."""
    where = f"{kind} {number} in {path}"
    unknown = sorted(set(entry) - _FIELDS[kind])
    if unknown:
        import difflib

        near = difflib.get_close_matches(unknown[0], _FIELDS[kind], 1)
        remedy = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(sorted(_FIELDS[kind]))}."
        raise SettingsError(f"{where} has no field {unknown[0]!r}.", remedy)
    phrase = entry.get("phrase")
    if not isinstance(phrase, str) or not _LETTER.search(phrase):
        raise SettingsError(f"{where} names no phrase.", 'Add phrase = "the words".')
    tests = {}
    for name in ("flagged", "passed"):
        tests[name] = entry.get(name, [])
        if not isinstance(tests[name], list) or not all(isinstance(each, str) for each in tests[name]):
            raise SettingsError(f"{name} of {where} is {tests[name]!r}.", "It takes a list of texts.")
    return where, {"phrase": phrase, **{name: tuple(texts) for name, texts in tests.items()}}
