"""A run over several pages seen as one site: findings by page and category, and what to mend first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.claim import Category, Severity
from claimcheck.finding import Result

_FIRST = 5
_WEIGHTS = {Severity.NOTE: 1, Severity.WARNING: 3, Severity.ERROR: 9}


@dataclass(frozen=True, slots=True)
class Page:
    """One page's row: findings by severity and by category."""

    name: str
    severities: Counter[Severity]
    categories: Counter[Category]

    @property
    def findings(self) -> int:
        """How many there are."""
        return self.severities.total()

    @property
    def weight(self) -> int:
        """How much there is to mend: an error counts like three warnings, a warning like three notes."""
        return sum(_WEIGHTS[severity] * count for severity, count in self.severities.items())


@dataclass(frozen=True, slots=True)
class First:
    """Words to mend early: where they stand first, how often they come up, and on how many pages."""

    text: str
    severity: Severity
    place: str
    count: int
    pages: int

    @property
    def weight(self) -> int:
        """What mending them takes off the site."""
        return _WEIGHTS[self.severity] * self.count


@dataclass(slots=True)
class Site:
    """Grows with each result; holds a row a page and a line for each different text, not the results themselves."""

    pages: list[Page] = field(default_factory=list)
    _texts: dict[str, First] = field(default_factory=dict)
    _last: dict[str, int] = field(default_factory=dict)

    def add(self, result: Result) -> None:
        """Take one result in."""
        severities = Counter(finding.severity for finding in result.findings)
        categories = Counter(category for finding in result.findings for category in finding.categories)
        self.pages.append(Page(result.source.name, severities, categories))
        number = len(self.pages)
        for finding in result.findings:
            key = finding.fingerprint
            first = self._texts.get(key)
            if first is None:
                place = f"{result.source.name}:{finding.place or finding.start.line}"
                first = First(finding.text, finding.severity, place, 0, 0)
            pages = first.pages + (self._last.get(key) != number)
            severity = max(first.severity, finding.severity)
            self._texts[key] = First(first.text, severity, first.place, first.count + 1, pages)
            self._last[key] = number

    @property
    def worth_telling(self) -> bool:
        """True where more than one page has findings."""
        return sum(bool(page.findings) for page in self.pages) > 1

    @property
    def categories(self) -> Sequence[Category]:
        """The categories that came up, in the codebook's order."""
        found = {category for page in self.pages for category in page.categories}
        return [category for category in Category if category in found]

    def worst(self) -> list[Page]:
        """The pages with findings, the one with the most to mend first."""
        return sorted((page for page in self.pages if page.findings), key=lambda page: (-page.weight, page.name))

    def first(self) -> list[First]:
        """The few texts whose mending takes the most off the site."""
        return sorted(self._texts.values(), key=lambda each: (-each.weight, each.place, each.text))[:_FIRST]
