"""How far a run is: rows, rate, flagged, faults, time left."""

from __future__ import annotations

import time
from collections.abc import Sequence

from claimcheck.screen.files import Meter
from claimcheck.screen.values import Outcome


class Progress:
    """Counts what has been recorded; the time left goes by the bytes of the sources."""

    def __init__(self, total_bytes: int, meter: Meter) -> None:
        self.rows = self.flagged = self.faults = self.resumed = 0
        self._bytes = total_bytes
        self._meter = meter
        self._begun = time.monotonic()
        self._before = 0

    def add(self, outcomes: Sequence[Outcome]) -> None:
        """Counts a chunk that has been judged and recorded."""
        self.rows += len(outcomes)
        self.flagged += sum(1 for each in outcomes if each.severity)
        self.faults += sum(1 for each in outcomes if each.problem)

    def skip(self, rows: int) -> None:
        """Counts rows that an earlier call had recorded."""
        self.resumed += rows
        self._before = self._meter.bytes

    @property
    def line(self) -> str:
        """One line for a person."""
        seconds = max(time.monotonic() - self._begun, 1e-6)
        parts = [f"{self.rows + self.resumed:,} rows", f"{self.rows / seconds:,.0f} rows/s"]
        parts += [f"{self.flagged:,} flagged", f"{self.faults:,} faults"]
        done = self._meter.bytes - self._before
        if self._bytes and done > 0:
            left = max(0, self._bytes - self._meter.bytes) * seconds / done
            parts.append(f"{_clock(left)} left")
        return " · ".join(parts)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
