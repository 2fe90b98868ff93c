"""The files behind the named sources, in a fixed order, and a meter on what has been read of them."""

from __future__ import annotations

import glob
import gzip
import io
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple

from claimcheck.errors import UsageError

TABLES = {".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".parquet": "parquet"}
ARCHIVES = {".warc": "warc", ".wet": "warc"}
PAGES = dict.fromkeys((".html", ".htm", ".xhtml", ".md", ".markdown", ".txt"), "page")
KINDS = {**TABLES, **ARCHIVES, **PAGES}
_BUFFER = 1 << 18


class File(NamedTuple):
    """A file to read, what kind it is, its size in bytes, and why it cannot be read ("" where it can)."""

    path: str
    kind: str
    size: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """How much there is to read; `digest` names the files and their sizes."""

    files: int
    bytes: int
    digest: str


class Meter:
    """Counts the bytes read from files, as they lie on disk."""

    def __init__(self) -> None:
        self.bytes = 0

    def open(self, path: str) -> BinaryIO:
        """The file, opened for reading; a gzip file is read through its compression, its bytes counted before it."""
        raw = io.BufferedReader(_Counted(path, self), _BUFFER)
        if not path.lower().endswith(".gz"):
            return raw
        return io.BufferedReader(_Unpacked(raw), _BUFFER)

    def open_raw(self, path: str) -> BinaryIO:
        """The file as it lies on disk, compressed or not."""
        return io.BufferedReader(_Counted(path, self), _BUFFER)


class _Counted(io.FileIO):
    def __init__(self, path: str, meter: Meter) -> None:
        super().__init__(path, "rb")
        self._meter = meter

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        size = super().readinto(buffer) or 0
        self._meter.bytes += size
        return size


class _Unpacked(io.RawIOBase):
    """Hands out what has been unpacked before it reports damage, where GzipFile's own buffer would drop it."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self._gzip = gzip.GzipFile(fileobj=raw)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        data = self._gzip.read1(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._raw.close()
        super().close()


def kind_of(path: str) -> str | None:
    """What kind of source a name's ending tells; None where it tells none."""
    plain = path.lower().removesuffix(".gz")
    return KINDS.get(os.path.splitext(plain)[1])  # noqa: PTH122 (a million paths; no Path for each)


def expand(names: Iterable[str]) -> Iterator[File]:
    """The files of files, folders and patterns; folders are searched for known endings, in sorted order.

    A name that leads to nothing comes as a file with a problem. Nothing comes twice.
    """
    seen: set[str] = set()
    for name in names:
        for file in _expanded(name):
            if file.path not in seen:
                seen.add(file.path)
                yield file


def listing(names: Iterable[str]) -> Listing:
    """Goes through the files once without opening them; raises UsageError where there is none at all."""
    count, total, digest = 0, 0, sha256()
    for file in expand(names):
        count, total = count + 1, total + file.size
        digest.update(f"{file.path}\0{file.size}\0{file.problem}\n".encode("utf-8", "surrogateescape"))
    if not count:
        raise UsageError("Nothing is named to screen.", "Name files, folders or patterns such as 'ads/*.csv'.")
    return Listing(count, total, digest.hexdigest())


def _expanded(name: str) -> Iterator[File]:
    path = Path(name)
    if path.is_dir():
        yield from _folder(name)
    elif path.exists() or not glob.has_magic(name):
        yield _file(name, kind_of(name))
    else:
        found = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 (names stay as the user wrote them)
        if not found:
            yield File(name, "", 0, "Nothing fits the pattern.")
        for each in found:
            yield from _expanded(each)


def _folder(name: str) -> Iterator[File]:
    faults: list[OSError] = []
    empty = True
    for place, folders, files in os.walk(name, onerror=faults.append):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for file in sorted(files):
            if not file.startswith(".") and (kind := kind_of(file)):
                empty = False
                yield _file(os.path.join(place, file), kind)  # noqa: PTH118
    for error in faults:
        yield File(str(error.filename), "", 0, f"The folder cannot be listed: {error.strerror}.")
    if empty and not faults:
        yield File(name, "", 0, f"The folder holds no file that ends in {', '.join(KINDS)} (.gz too).")


def _file(path: str, kind: str | None) -> File:
    if kind is None:
        return File(path, "", 0, f"What it is cannot be told from its name; known endings are {', '.join(KINDS)}.")
    try:
        return File(path, kind, os.stat(path).st_size)  # noqa: PTH116
    except OSError as error:
        return File(path, "", 0, f"It cannot be read: {error.strerror}.")
