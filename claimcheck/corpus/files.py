"""Several files replaced together: all of them, or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from claimcheck.errors import CorpusError


def replace_all(contents: Mapping[Path, bytes]) -> None:
    """Gives each file its new content, in this order; what was there before is put back where one cannot be replaced.

    Everything is written beside its file first, so that a full disk stops the work before a file has changed.
    Raises CorpusError where it cannot be done.
    """
    before = {file: file.read_bytes() if file.is_file() else None for file in contents}
    written: list[Path] = []
    replaced: list[Path] = []
    try:
        for file, content in contents.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            written.append(_beside(file))
            written[-1].write_bytes(content)
        for file in contents:
            replaced.append(file)
            os.replace(_beside(file), file)
    except BaseException as error:
        for file in replaced:
            _restore(file, before[file])
        if isinstance(error, OSError):
            raise CorpusError(f"Nothing was added: {error}.", "Make room or mend the permissions, then again.") from error
        raise
    finally:
        for file in written:
            file.unlink(missing_ok=True)


def _restore(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink(missing_ok=True)
    else:
        file.write_bytes(content)


def _beside(file: Path) -> Path:
    return file.with_name(f".{file.name}.new")
