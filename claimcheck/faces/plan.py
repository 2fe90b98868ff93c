"""How one run checks each source: settings by path, made into checkers that share one judge."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.checker import Checker
from claimcheck.claim import PageType
from claimcheck.finding import Result
from claimcheck.judge import Judging, default_judge, remembering
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from claimcheck.phrases import Phrases


class Plan:
    """Checks sources by the settings in force for each; `today` is the ISO date against which suppressions are held.

    With `suggest` findings carry rewrites, which add no more than `max_growth` characters.
    """

    def __init__(
        self, settings: Settings, today: str = "", *, suggest: bool = False, max_growth: int | None = None
    ) -> None:
        self.settings = settings
        self.today = today
        self.suggest = suggest
        self.max_growth = max_growth
        self._phrases = _phrases(settings.phrases)
        self._checkers: dict[tuple[PageType, tuple[str, ...]], Checker] = {}
        self._checker(settings)

    @property
    def versions(self) -> dict[str, str]:
        """The versions of program, model and knowledge."""
        return self._checker(self.settings).versions

    def checker(self, path: Path) -> Checker:
        """The checker for a file, by the settings in force for it."""
        return self._checker(self.settings.at(path))

    def check_path(self, path: str, *, format: str | None = None) -> Result:
        """The findings in a file."""
        settings = self.settings.at(Path(path))
        return self._checker(settings).check_path(path, format=format or settings.input_format)

    def check_bytes(self, data: bytes, *, name: str, format: str | None = None) -> Result:
        """The findings in undecoded content."""
        checker = self._checker(self.settings)
        return checker.check_bytes(data, name=name, format=format or self.settings.input_format)

    def check_url(self, url: str) -> Result:
        """The findings in one web page."""
        return self._checker(self.settings).check_url(url)

    def narrow(self, result: Result) -> Result:
        """The result without the findings below the severity that its path asks for."""
        return result.above(self.settings.at(Path(result.source.name)).min_severity)

    def fails(self, result: Result) -> bool:
        """True where a finding is at or above the severity at which its path fails."""
        fail_on = self.settings.at(Path(result.source.name)).fail_on
        return bool(fail_on and result.worst and result.worst >= fail_on)

    @cached_property
    def _judge(self) -> Judging:
        return remembering(Path(self.settings.cache)) if self.settings.cache else default_judge()

    def _checker(self, settings: Settings) -> Checker:
        key = settings.page_type, settings.jurisdiction
        if key not in self._checkers:
            self._checkers[key] = Checker(
                page_type=settings.page_type,
                jurisdictions=settings.jurisdiction,
                ledger=settings.ledger,
                phrases=self._phrases,
                today=self.today,
                judge=self._judge,
                suggest=self.suggest,
                max_growth=self.max_growth,
            )
        return self._checkers[key]


def _phrases(paths: Sequence[Path]) -> Phrases | None:
    """The phrases in these files; what reads them is imported only where there are any."""
    if not paths:
        return None
    from claimcheck.phrases import Phrases

    return Phrases.load(paths)
