"""The parts of a zip file, read within limits: a few bytes can claim to be terabytes."""

from __future__ import annotations

import io
import zipfile
import zlib

from claimcheck.errors import ReadError

# A part of a Word document; the text of a long book has about a million characters.
_LARGEST_PART = 40 * 1024 * 1024
_LARGEST_SUM = 100 * 1024 * 1024
# Deflate reaches about 1000; the XML of real documents stays below 50.
_DENSEST = 200
_SMALL = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Archive:
    """A zip file in memory. Raises ReadError, with the cause, where it is damaged, locked or swells too far."""

    def __init__(self, data: bytes, name: str, what: str) -> None:
        self._name, self._what, self._read = name, what, 0
        if data.startswith(_OLE):
            raise _old_or_locked(data, name)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise self._damaged(str(error)) from None

    @property
    def names(self) -> list[str]:
        """The names of the parts."""
        return self._zip.namelist()

    def __contains__(self, part: str) -> bool:
        return part in self._zip.NameToInfo

    def read(self, part: str) -> bytes:
        """The bytes of a part; b"" where it is absent."""
        if part not in self:
            return b""
        info = self._zip.getinfo(part)
        if info.flag_bits & 1:
            raise ReadError(f"{self._name} is locked with a password.", "Save a copy without one.")
        try:
            with self._zip.open(info) as stream:
                content = stream.read(_LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise self._damaged(f"{part}: {error}") from None
        self._read += len(content)
        dense = len(content) > _SMALL and len(content) > _DENSEST * max(info.compress_size, 1)
        if dense or len(content) > _LARGEST_PART or self._read > _LARGEST_SUM:
            raise ReadError(
                f"{self._name} swells beyond what a document holds ({part}: {info.compress_size:,} bytes become "
                f"{'more than ' * (len(content) > _LARGEST_PART)}{len(content):,}); it was not read.",
                "If it is no attack, save it anew from Word or split it.",
            )
        return content

    def _damaged(self, why: str) -> ReadError:
        return ReadError(f"{self._name} is damaged: as {self._what} it cannot be opened ({why}).", "Save it anew.")


def _old_or_locked(data: bytes, name: str) -> ReadError:
    """Word before 2007, and any Office file with a password, comes in this wrapping."""
    if _ENCRYPTED in data:
        return ReadError(f"{name} is locked with a password.", "Save a copy without one.")
    return ReadError(f"{name} is in the form of Word before 2007.", "Save it as .docx.")
