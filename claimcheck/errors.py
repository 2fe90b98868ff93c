"""What can go wrong, said so that a person knows what to do next."""

from __future__ import annotations


class ClaimcheckError(Exception):
    """The base of every error that claimcheck raises on purpose.

    `problem` says what happened and where, `remedy` what to do next.
    """

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem} {remedy}")
        self.problem = problem
        self.remedy = remedy


class ReadError(ClaimcheckError):
    """An input could not be read: missing, binary, too large, wrongly encoded, out of reach."""


class WriteError(ClaimcheckError):
    """A source could not be written back: read-only, changed since it was read, or unfit for its encoding."""


class SettingsError(ClaimcheckError):
    """A setting is unknown or has a value that it cannot have."""


class ModelError(ClaimcheckError):
    """The model's files are missing, damaged or of another format."""


class CorpusError(ClaimcheckError):
    """A corpus file breaks the corpus's rules; the problem names file and line."""


class UsageError(ClaimcheckError):
    """A call asks for something that does not exist, such as an unknown report format."""


class TableError(ClaimcheckError):
    """A labelled table cannot be learnt from; the problem names the column and the row."""
