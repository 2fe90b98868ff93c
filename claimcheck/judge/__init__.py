"""The judge's door: how strongly does each segment claim, what, and about what."""

from claimcheck.judge.judge import Judge, default_judge

__all__ = ["Judge", "default_judge"]
