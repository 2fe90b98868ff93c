"""The command line's door."""

from claimcheck.faces.cli.app import main

__all__ = ["main"]
