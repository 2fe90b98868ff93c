"""claimcheck: flags overclaiming statements in marketing copy for cell-based treatment of back pain, and says why.

The names below are the front door. They are looked up when first used, so that `import claimcheck` costs little.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.api import check, check_file
    from claimcheck.checker import Checker
    from claimcheck.claim import About, Category, Judgement, PageType, Role, Severity, Strength
    from claimcheck.errors import ClaimcheckError
    from claimcheck.finding import Applicability, Coverage, Fault, Finding, Result, Rewrite
    from claimcheck.text import Span
    from claimcheck.trace import Trace

_HOMES = {
    "About": "claimcheck.claim",
    "Applicability": "claimcheck.finding",
    "Category": "claimcheck.claim",
    "Checker": "claimcheck.checker",
    "ClaimcheckError": "claimcheck.errors",
    "Coverage": "claimcheck.finding",
    "Fault": "claimcheck.finding",
    "Finding": "claimcheck.finding",
    "Judgement": "claimcheck.claim",
    "PageType": "claimcheck.claim",
    "Result": "claimcheck.finding",
    "Rewrite": "claimcheck.finding",
    "Role": "claimcheck.claim",
    "Severity": "claimcheck.claim",
    "Span": "claimcheck.text",
    "Strength": "claimcheck.claim",
    "Trace": "claimcheck.trace",
    "check": "claimcheck.api",
    "check_file": "claimcheck.api",
}

__all__ = [
    "About",
    "Applicability",
    "Category",
    "Checker",
    "ClaimcheckError",
    "Coverage",
    "Fault",
    "Finding",
    "Judgement",
    "PageType",
    "Result",
    "Rewrite",
    "Role",
    "Severity",
    "Span",
    "Strength",
    "Trace",
    "check",
    "check_file",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
