"""Findings set aside: read from comments and sidecar files, settled against what was found, and written in place."""

from claimcheck.suppress.add import Added, add, checked_suppression
from claimcheck.suppress.directive import Directive, Scope, directives, is_date
from claimcheck.suppress.settle import Settled, settle
from claimcheck.suppress.sidecar import beside, sidecar_of

__all__ = [
    "Added",
    "Directive",
    "Scope",
    "Settled",
    "add",
    "beside",
    "checked_suppression",
    "directives",
    "is_date",
    "settle",
    "sidecar_of",
]
