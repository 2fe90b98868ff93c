"""The report room's door: results told to people and to programs, in one of nine formats."""

from claimcheck.report.formats import FORMATS, render
from claimcheck.report.layout import PLAIN, Layout
from claimcheck.report.summary import Summary
from claimcheck.report.traces import TRACE_SCHEMA, trace_text, trace_value

__all__ = ["FORMATS", "PLAIN", "TRACE_SCHEMA", "Layout", "Summary", "render", "trace_text", "trace_value"]
