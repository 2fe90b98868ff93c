"""`check --add-suppressions`: what a run found is set aside where it stands."""

from __future__ import annotations

from pathlib import Path

from claimcheck.errors import ClaimcheckError, UsageError
from claimcheck.faces.sources import STANDARD_INPUT, is_url
from claimcheck.finding import Fault, Finding, Result, Suppression
from claimcheck.suppress import Added, add


class SettingAside:
    """Gathers the findings of a run, then writes a suppression for each."""

    def __init__(self, why: Suppression, sources: list[str | Fault]) -> None:
        for source in sources:
            if isinstance(source, str) and (source == STANDARD_INPUT or is_url(source)):
                raise UsageError(f"{source} cannot be written to.", "Name files or folders with --add-suppressions.")
        self._why = why
        self._found: dict[str, tuple[Finding, ...]] = {}
        self.faults: list[Fault] = []

    def gather(self, result: Result) -> Result:
        """The result, as it is."""
        if result.findings:
            self._found[result.source.name] = result.findings
        return result

    def write(self) -> list[Added]:
        """The files that were written; those that could not be are in `faults`."""
        added: list[Added] = []
        for name, findings in self._found.items():
            try:
                added += add(Path(name), findings, self._why)
            except ClaimcheckError as error:
                self.faults.append(Fault(name, error.problem, error.remedy))
            except OSError as error:
                self.faults.append(Fault(name, f"It cannot be written: {error.strerror}.", "Check its permissions."))
        return added
