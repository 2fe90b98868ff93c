"""What is known: the ledger of evidence, regulations and precedents, and the few citations that matter for a claim.

The door holds what a check needs. What keeps the ledger (`compiled`, `schema`, `audit`) and shows it (`pages`) is for
the commands that do just that; a check imports none of it.
"""

from claimcheck.know.ledger import Ledger, ledger, record, selected, version
from claimcheck.know.lookup import checked_jurisdictions, citations, cite, note, notices, severity
from claimcheck.know.records import CLAIM_TYPES, JURISDICTIONS, LedgerError, Record

__all__ = [
    "CLAIM_TYPES",
    "JURISDICTIONS",
    "Ledger",
    "LedgerError",
    "Record",
    "checked_jurisdictions",
    "citations",
    "cite",
    "ledger",
    "note",
    "notices",
    "record",
    "selected",
    "severity",
    "version",
]
