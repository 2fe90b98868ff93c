"""The baseline: findings that are known and left for later, so that only new ones fail.

Keyed by words and categories, not by line or file, so that moved text stays known. It also remembers every text that
was read, so that a finding which is new only because the model or the rules changed is told as such.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from claimcheck.errors import UsageError
from claimcheck.finding import Finding, Notice, Result

SCHEMA = "claimcheck/baseline/1"
TEXT, RULES = "text", "rules"
_REMEDY = "Write it anew with --update-baseline."


@dataclass(frozen=True)
class Baseline:
    """What was known: how often each fingerprint was found, the texts that were read, and by which versions."""

    tool: Mapping[str, str] = field(default_factory=dict)
    findings: Mapping[str, int] = field(default_factory=dict)
    texts: frozenset[str] = frozenset()

    @classmethod
    def load(cls, path: Path) -> Baseline:
        """The baseline in a file; UsageError where there is none that can be used."""
        try:
            value: dict[str, Any] = json.loads(path.read_text("utf-8"))
            if value["schema"] != SCHEMA:
                raise UsageError(f"{path} is no baseline of the form {SCHEMA}.", _REMEDY)
            counts = {entry["fingerprint"]: int(entry["count"]) for entry in value["findings"]}
            texts = frozenset(key for line in value["texts"] for key in line.split())
            return cls(dict(value["tool"]), counts, texts)
        except FileNotFoundError:
            raise UsageError(f"There is no baseline {path}.", "Make it with --update-baseline.") from None
        except (OSError, KeyError, TypeError, ValueError, AttributeError) as error:
            raise UsageError(f"The baseline {path} cannot be read: {error}.", _REMEDY) from None


class Ratchet:
    """Holds one run against a baseline; give it each result once, in order."""

    def __init__(self, baseline: Baseline, tool: Mapping[str, str]) -> None:
        self._baseline = baseline
        self._tool = tool
        self._left = Counter(baseline.findings)
        self._changed = [name for name, version in tool.items() if baseline.tool.get(name, version) != version]

    @property
    def gone(self) -> int:
        """How many known findings did not come up (again)."""
        return self._left.total()

    def hold(self, result: Result) -> Result:
        """The result with known findings told apart from new ones, and new ones by why they are new."""
        known, new = [], []
        for finding in result.findings:
            if self._left[finding.fingerprint] > 0:
                self._left[finding.fingerprint] -= 1
                known.append(finding)
            else:
                new.append(replace(finding, news=self._news(finding)))
        notices = result.notices
        by_rules = sum(finding.news == RULES for finding in new)
        if by_rules:
            notices = (*notices, self._notice(by_rules))
        return replace(result, findings=tuple(new), known=tuple(known), notices=notices)

    def _news(self, finding: Finding) -> str:
        return RULES if self._changed and text_key(finding.text) in self._baseline.texts else TEXT

    def _notice(self, count: int) -> Notice:
        told = ", ".join(
            f"{n} {self._baseline.tool.get(n) or 'none'} to {self._tool[n] or 'none'}" for n in self._changed
        )
        what = "1 finding here is" if count == 1 else f"{count:,} findings here are"
        return Notice(f"{what} new because the rules changed ({told}), not the words.")


class Recorder:
    """Gathers results for a new baseline; call it with each result, known findings and new ones alike."""

    def __init__(self) -> None:
        self._findings: dict[str, Finding] = {}
        self._counts: Counter[str] = Counter()
        self._texts: set[str] = set()

    def add(self, result: Result) -> None:
        """Take one result in."""
        for finding in (*result.findings, *result.known):
            self._findings.setdefault(finding.fingerprint, finding)
            self._counts[finding.fingerprint] += 1
        self._texts.update(text_key(segment.text) for segment in result.segments)

    def content(self, tool: Mapping[str, str]) -> str:
        """The baseline's file: a finding a line, sorted, so that its changes read well."""
        entries = [
            json.dumps(
                {
                    "fingerprint": key,
                    "count": self._counts[key],
                    "categories": [category.value for category in finding.categories],
                    "text": finding.text,
                }
            )
            for key, finding in sorted(self._findings.items(), key=lambda pair: (pair[1].text, pair[0]))
        ]
        texts = [json.dumps(" ".join(line)) for line in _lines(sorted(self._texts))]
        return (
            f'{{"schema": {json.dumps(SCHEMA)}, "tool": {json.dumps(dict(tool))},\n'
            f'"findings": [{_listed(entries)}],\n"texts": [{_listed(texts)}]}}\n'
        )


def text_key(text: str) -> str:
    """Twelve hex digits for a text, whatever its case and white space."""
    return sha256(" ".join(text.casefold().split()).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def write(path: Path, content: str) -> None:
    """Write a baseline whole or not at all; UsageError where that cannot be done."""
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.write_text(content, encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise UsageError(f"Cannot write the baseline {path}: {error.strerror}.", "Name another file.") from None


def _lines(keys: list[str]) -> Iterable[list[str]]:
    return (keys[at : at + 8] for at in range(0, len(keys), 8))


def _listed(entries: list[str]) -> str:
    return "\n" + ",\n".join(entries) + "\n" if entries else ""
