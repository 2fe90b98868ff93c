"""What is wrong with the corpus or a draft for it: where, why, and what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault; `line` counts from 1, or is 0 where the whole file is meant."""

    file: str
    line: int
    reason: str
    cure: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.reason}. {self.cure}"
