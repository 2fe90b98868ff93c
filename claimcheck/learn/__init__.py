"""Learning's door: from the corpus to a model, and how good it is."""

from claimcheck.learn.agreement import Agreement, agreement
from claimcheck.learn.card import markdown, write
from claimcheck.learn.documents import write_calibration
from claimcheck.learn.evaluate import Scorecard, evaluate
from claimcheck.learn.train import train

__all__ = ["Agreement", "Scorecard", "agreement", "evaluate", "markdown", "train", "write", "write_calibration"]
