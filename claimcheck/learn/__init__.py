"""Learning's door: from the corpus to a model, and how good it is."""

from claimcheck.learn.card import markdown, write
from claimcheck.learn.evaluate import Scorecard, evaluate
from claimcheck.learn.train import train

__all__ = ["Scorecard", "evaluate", "markdown", "train", "write"]
