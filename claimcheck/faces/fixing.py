"""Makes the suggestions for files in the files themselves: one at a time, whole or not at all."""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from claimcheck.errors import WriteError
from claimcheck.finding import Applicability, Result
from claimcheck.read import encode
from claimcheck.rewrite import Fixed, settle

LEVELS = {"apply": Applicability.APPLY, "confirm": Applicability.CONFIRM, "all": Applicability.SHOW}
# Formats whose text is not what stands in the file, or stands there among code.
_NOT_FIXED = {
    "docx": "a Word document",
    "pdf": "a PDF",
    "email": "an e-mail",
    "image": "a picture",
    "mdx": "MDX, text among code",
    "jsx": "a script with markup",
}
_SHOWN = "Run claimcheck check, which shows the suggestions, and make them by hand."


class Checks(Protocol):
    """What fixing needs of a Checker that suggests."""

    def check_bytes(self, data: bytes, *, name: str, format: str | None = None, file: Path | None = None) -> Result:
        """The findings in undecoded content, less what is set aside beside its file."""

    def check(self, text: str, *, name: str = "<text>", format: str = "text", file: Path | None = None) -> Result:
        """The findings in a text, less what is set aside beside its file."""


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file as it was and as it would be: `before` its bytes, `result` its findings, `fixed` what came of them."""

    path: Path
    before: bytes
    result: Result
    fixed: Fixed

    @property
    def changed(self) -> bool:
        """True where an edit was made."""
        return self.fixed.text != self.result.source.text

    def diff(self) -> Iterator[str]:
        """The edits as a unified diff, line by line; line ends are shown as LF."""
        before, after = (text.splitlines(keepends=True) for text in (self.result.source.text, self.fixed.text))
        for line in difflib.unified_diff(before, after, str(self.path), str(self.path)):
            yield line.rstrip("\r\n") + "\n"


def fixed_file(path: Path, checker: Checks, level: Applicability, format: str | None = None) -> FixedFile:
    """The file with its edits, nothing written yet; raises ReadError where it cannot be read."""
    data = _read(path)
    result = checker.check_bytes(data, name=str(path), format=format, file=path)
    source = result.source
    if source.format in _NOT_FIXED:
        raise WriteError(f"{path} is {_NOT_FIXED[source.format]}, which fix does not write.", _SHOWN)
    fixed = settle(result, level, lambda text: checker.check(text, name=source.name, format=source.format, file=path))
    return FixedFile(path, data, result, fixed)


def write(file: FixedFile) -> None:
    """Write the file in one step; WriteError, and the file as it was, where it changed or cannot be written."""
    target = file.path.resolve()
    content = encode(file.fixed.text, file.before, str(file.path))
    if _read(target) != file.before:
        raise WriteError(f"{file.path} has changed since it was read.", "Run claimcheck fix again.")
    if not os.access(target, os.W_OK):
        raise WriteError(f"{file.path} is read-only.", "Change its permissions, or apply the diff by hand.")
    try:
        _replace(target, content)
    except OSError as error:
        raise WriteError(
            f"{file.path} cannot be written: {error.strerror}.", "Check the folder's permissions."
        ) from None


def _replace(target: Path, content: bytes) -> None:
    """A new file beside the old one takes its place, with its permissions."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(target.stat().st_mode & 0o7777)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _read(path: Path) -> bytes:
    from claimcheck.errors import ReadError

    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(
            f"{path} cannot be read: {error.strerror or error}.", "Check the path and its permissions."
        ) from None
