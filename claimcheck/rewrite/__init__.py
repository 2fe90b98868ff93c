"""The rewriting room's door: one suggestion for each finding, sources with suggestions made, and a claim's ladder."""

from claimcheck.rewrite.ladder import Rung, ladder
from claimcheck.rewrite.settle import Fixed, settle
from claimcheck.rewrite.suggest import suggest

__all__ = ["Fixed", "Rung", "ladder", "settle", "suggest"]
