"""Text put into a file's bytes, all other bytes left as they are."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.errors import ReadError
from claimcheck.read.decode import decoded


def splice(data: bytes, name: str, insertions: Iterable[tuple[int, str]]) -> bytes:
    """The content with each text put in at its code-point offset, in the encoding that the content has.

    Raises ReadError where the content holds bytes that cannot be written back, or the encoding lacks a character.
    """
    source = decoded(data, name)
    if source.mark + source.text.encode(source.encoding, "replace") != data:
        raise ReadError(f"{name} holds bytes that cannot be written back.", "Save it as UTF-8 first.")
    pieces, at = [], 0
    for offset, text in sorted(insertions, key=lambda pair: pair[0]):
        pieces += [source.text[at:offset], text]
        at = offset
    pieces.append(source.text[at:])
    try:
        return source.mark + "".join(pieces).encode(source.encoding)
    except UnicodeEncodeError as error:
        raise ReadError(f"{name} cannot hold {error.object[error.start]!r}.", "Say it in plain letters.") from None
