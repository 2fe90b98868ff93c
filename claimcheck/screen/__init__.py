"""Screening: rows of ads and pages in, a ledger of findings out, on one machine or on a cluster."""

from claimcheck.screen.columns import Columns, checked_preset, presets
from claimcheck.screen.engines import Engine
from claimcheck.screen.judging import Recipe, screen_rows
from claimcheck.screen.progress import Progress
from claimcheck.screen.run import Plan, Total, screen
from claimcheck.screen.sources import Reading
from claimcheck.screen.spark import screen_frame
from claimcheck.screen.values import Found, Outcome, Row

__all__ = [
    "Columns",
    "Engine",
    "Found",
    "Outcome",
    "Plan",
    "Progress",
    "Reading",
    "Recipe",
    "Row",
    "Total",
    "checked_preset",
    "presets",
    "screen",
    "screen_frame",
    "screen_rows",
]
