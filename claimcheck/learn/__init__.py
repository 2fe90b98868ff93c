"""Learning's door: from the corpus, or anybody's labelled texts, to a model, and how good it is."""

from claimcheck.learn.ablate import ablate, ablation_markdown
from claimcheck.learn.card import markdown, write
from claimcheck.learn.classifier import TextClassifier
from claimcheck.learn.documents import write_calibration
from claimcheck.learn.evaluate import TOLERANCE, Scorecard, drops, evaluate
from claimcheck.learn.folds import TableScores, cross_validate
from claimcheck.learn.genres import leave_genre_out
from claimcheck.learn.keep import check_free
from claimcheck.learn.labelled import Columns, LabelledTable, read_table
from claimcheck.learn.tables import table_markdown
from claimcheck.learn.train import train, train_nets

__all__ = [
    "TOLERANCE",
    "Columns",
    "LabelledTable",
    "Scorecard",
    "TableScores",
    "TextClassifier",
    "ablate",
    "ablation_markdown",
    "check_free",
    "cross_validate",
    "drops",
    "evaluate",
    "leave_genre_out",
    "markdown",
    "read_table",
    "table_markdown",
    "train",
    "train_nets",
    "write",
    "write_calibration",
]
