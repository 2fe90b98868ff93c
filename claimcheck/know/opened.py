"""Which ledger is in force: the one that ships, or that one with files of one's own laid over it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claimcheck.know.ledger import Ledger, ledger


def opened(files: str | Path | Sequence[str | Path] = ()) -> Ledger:
    """The ledger with files of one's own laid over it, a later one over an earlier; raises LedgerError."""
    paths = [files] if isinstance(files, str | Path) else files
    book = ledger()
    if paths:
        # Imported here: a check without files of one's own needs neither TOML nor the schema.
        from claimcheck.know.own import laid_over

        for path in paths:
            book = laid_over(book, Path(path))
    return book
