"""A baseline as the command line has it: a file that is read, written anew, or neither."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from claimcheck.errors import UsageError
from claimcheck.finding import Result


class BaselineFile:
    """Holds each result of a run against the file, and afterwards writes it anew where that was asked for."""

    def __init__(self, file: str | None, tool: dict[str, str], *, update: bool) -> None:
        if update and file is None:
            raise UsageError("--update-baseline needs a file.", "Name it with --baseline FILE.")
        self._path, self._tool, self._update = Path(file) if file else None, tool, update
        if self._path is None:
            return
        # Imported here, so that a check without a baseline does not pay for it.
        from claimcheck.baseline import Baseline, Ratchet, Recorder

        self._recorder = Recorder()
        known = Baseline() if update and not self._path.exists() else Baseline.load(self._path)
        self._ratchet = Ratchet(known, tool)

    def hold(self, result: Result) -> Result:
        """The result held against the baseline, and taken into the new one."""
        if self._path is None:
            return result
        held = self._ratchet.hold(result)
        if self._update:
            self._recorder.add(held)
        return held

    def finish(self) -> Iterator[str]:
        """Write the new baseline, where one was asked for; lines for a person about the file."""
        if self._path is None:
            return
        if self._update:
            from claimcheck.baseline import write

            write(self._path, self._recorder.content(self._tool))
            yield f"the baseline is in {self._path}"
        elif self._ratchet.gone:
            gone = self._ratchet.gone
            what = "1 known finding" if gone == 1 else f"{gone:,} known findings"
            yield f"{what} did not come up; --update-baseline forgets what is gone"
