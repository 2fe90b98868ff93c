"""The judge's door: how strongly does each segment claim, what, and about what."""

from claimcheck.judge.judge import Judge, default_judge
from claimcheck.judge.remember import Judging, JudgingAgain, Remembering, remembering

__all__ = ["Judge", "Judging", "JudgingAgain", "Remembering", "default_judge", "remembering"]
