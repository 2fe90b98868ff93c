"""Screening: rows of ads and pages in, a ledger of findings out, on one machine or on a cluster."""

from claimcheck.screen import calibration, estimate, export, pack, rerun, review, sample, triage
from claimcheck.screen.columns import Columns, checked_preset, presets
from claimcheck.screen.engines import Engine
from claimcheck.screen.judging import Recipe, screen_rows
from claimcheck.screen.ledger import Ledger
from claimcheck.screen.progress import Progress
from claimcheck.screen.run import Plan, Total, screen
from claimcheck.screen.sheets import cells
from claimcheck.screen.sources import Reading
from claimcheck.screen.spark import screen_frame
from claimcheck.screen.values import Found, Outcome, Row

__all__ = [
    "Columns",
    "Engine",
    "Found",
    "Ledger",
    "Outcome",
    "Plan",
    "Progress",
    "Reading",
    "Recipe",
    "Row",
    "Total",
    "calibration",
    "cells",
    "checked_preset",
    "estimate",
    "export",
    "pack",
    "presets",
    "rerun",
    "review",
    "sample",
    "screen",
    "screen_frame",
    "screen_rows",
    "triage",
]
