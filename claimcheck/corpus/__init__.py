"""The corpus's door: the labelled pages and contrast pairs, how they are split, and how far readers agree."""

from claimcheck.corpus.agreement import Agreement, Reading, agreement
from claimcheck.corpus.contrast import Pair, Side, contrast_pairs, contrast_sides
from claimcheck.corpus.holdings import read_seconds
from claimcheck.corpus.pages import GENRES, Label, Page, load
from claimcheck.corpus.split import TEST, TRAIN, VALIDATION, contrast_split_of, fold_of, genre_folds, part, split_of

__all__ = [
    "GENRES",
    "TEST",
    "TRAIN",
    "VALIDATION",
    "Agreement",
    "Label",
    "Page",
    "Pair",
    "Reading",
    "Side",
    "agreement",
    "contrast_pairs",
    "contrast_sides",
    "contrast_split_of",
    "fold_of",
    "genre_folds",
    "load",
    "part",
    "read_seconds",
    "split_of",
]
