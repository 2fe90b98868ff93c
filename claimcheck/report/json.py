"""The report as one JSON document, written as it is made: a finding a line; ASCII only, so that any pipe carries it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from claimcheck.finding import Result
from claimcheck.report.summary import Summary
from claimcheck.report.values import SCHEMA, document_value, fault_value, finding_value, summary_value, tool_value


def render(results: Iterable[Result], tool: Mapping[str, str]) -> Iterator[str]:
    """The report, in pieces; together they are one JSON object by the schema `report-1.schema.json`."""
    total = Summary()
    yield f'{{"schema": {json.dumps(SCHEMA)}, "tool": {json.dumps(tool_value(tool))}, "documents": ['
    for number, result in enumerate(results):
        total += Summary.of(result)
        yield (",\n" if number else "\n") + _document(result)
    yield f'\n], "summary": {json.dumps(summary_value(total))}}}\n'


def _document(result: Result) -> str:
    opening = json.dumps(document_value(result))[:-1]
    findings = ",\n  ".join(json.dumps(finding_value(finding)) for finding in result.findings)
    suppressed = ",\n  ".join(json.dumps(finding_value(finding)) for finding in result.suppressed)
    faults = json.dumps([fault_value(fault) for fault in result.faults])
    told = f'"findings": [{_listed(findings)}], "suppressed": [{_listed(suppressed)}], "faults": {faults}'
    return f" {opening}, {told}}}"


def _listed(values: str) -> str:
    return f"\n  {values}" if values else ""
