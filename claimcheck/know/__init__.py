"""What is known: the ledger of evidence, regulations and precedents, and the few citations that matter for a claim.

The door holds what a check needs. What keeps the ledger (`compiled`, `schema`, `audit`) and shows it (`pages`) is for
the commands that do just that; a check imports none of it.
"""

from claimcheck.know.ledger import Ledger, ledger, record, selected, version
from claimcheck.know.lookup import Bearing, advertising, bearing, checked_jurisdictions, citations, notices, severity
from claimcheck.know.opened import opened
from claimcheck.know.records import CLAIM_TYPES, JURISDICTIONS, LedgerError, Record
from claimcheck.know.shelf import cite

__all__ = [
    "CLAIM_TYPES",
    "JURISDICTIONS",
    "Bearing",
    "Ledger",
    "LedgerError",
    "Record",
    "advertising",
    "bearing",
    "checked_jurisdictions",
    "citations",
    "cite",
    "ledger",
    "notices",
    "opened",
    "record",
    "selected",
    "severity",
    "version",
]
