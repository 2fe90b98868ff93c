"""The rewriting room's door: one suggestion for each finding, and the source with suggestions written into it."""

from claimcheck.rewrite.suggest import suggest

__all__ = ["suggest"]
