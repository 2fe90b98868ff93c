"""The report room's door: results told to people and to programs, in one of eight formats."""

from claimcheck.report.formats import FORMATS, render
from claimcheck.report.layout import PLAIN, Layout
from claimcheck.report.summary import Summary

__all__ = ["FORMATS", "PLAIN", "Layout", "Summary", "render"]
