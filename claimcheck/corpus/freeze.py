"""The splits as they are now, written down, and the sites that nothing is modelled on, hashed."""

from __future__ import annotations

from pathlib import Path

from claimcheck.corpus import frozen
from claimcheck.corpus import kept as keeping
from claimcheck.corpus.files import replace_all
from claimcheck.corpus.holdings import read_sound
from claimcheck.corpus.kept import read_kept


def freeze(folder: Path, kept: Path | None = None) -> list[Path]:
    """Writes `splits.json` and, from a plain list, `kept.sha256`; the files written.

    Raises CorpusError where a line of the corpus is malformed; nothing is written then.
    """
    contents = {folder / frozen.FILE: frozen.frozen_text(read_sound(folder)).encode()}
    if kept is not None:
        contents[folder / keeping.FILE] = read_kept(kept).lines().encode()
    replace_all(contents)
    return list(contents)
