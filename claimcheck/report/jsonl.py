"""The report as JSON Lines, a line a finding, notice or fault and a last one that sums up; told apart by `kind`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from claimcheck.finding import Result
from claimcheck.report.summary import Summary
from claimcheck.report.values import SCHEMA, fault_value, finding_value, notice_value, summary_value, tool_value


def render(results: Iterable[Result], tool: Mapping[str, str]) -> Iterator[str]:
    """One line at a time, each by `$defs/line` of the schema `report-1.schema.json`."""
    total = Summary()
    for result in results:
        total += Summary.of(result)
        name = result.source.name
        for fault in result.faults:
            yield _line({"kind": "fault", "source": name, **fault_value(fault)})
        for notice in result.notices:
            yield _line({"kind": "notice", "source": name, **notice_value(notice)})
        for finding in result.findings:
            yield _line({"kind": "finding", "source": name, **finding_value(finding)})
        for finding in result.suppressed:
            yield _line({"kind": "suppressed", "source": name, **finding_value(finding)})
    yield _line({"kind": "summary", "schema": SCHEMA, "tool": tool_value(tool), **summary_value(total)})


def _line(value: Mapping[str, object]) -> str:
    return json.dumps(value) + "\n"
