"""A model file, audited and then read piece by piece."""

from __future__ import annotations

import mmap
import os
from hashlib import file_digest
from pathlib import Path


class Stored:
    """Bytes on disk that can be sliced. Unlike a mapped file's, their pages never count as the process's memory."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self._size = os.fstat(self._file.fileno()).st_size
        self.hash = file_digest(self._file, "sha256").hexdigest()
        # Where the system cannot read at an offset without moving for other threads, the file is mapped after all.
        self._mapped = None if hasattr(os, "pread") else mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, part: slice) -> bytes:
        if self._mapped is not None:
            return self._mapped[part]
        start, stop, _ = part.indices(self._size)
        return os.pread(self._file.fileno(), max(0, stop - start), start)
