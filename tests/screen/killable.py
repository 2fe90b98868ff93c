"""A run of its own process, for tests that kill it: python killable.py SOURCE OUT."""

import sys
from pathlib import Path

import stub

from claimcheck.screen import Engine, Plan, Reading, Recipe, screen

if __name__ == "__main__":
    source, out = sys.argv[1:]
    screen(Plan(Reading((source,)), Recipe(make=stub.slow_stub), Engine(workers=2), chunk=32), Path(out))
