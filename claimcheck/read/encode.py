"""From text back to bytes, as the bytes were that it was read from: the same mark, the same encoding."""

from __future__ import annotations

from claimcheck.errors import WriteError
from claimcheck.read.decode import _MARKS, _declaration, _known

_REMEDY = "Save the file as UTF-8 first."


def encode(text: str, original: bytes, name: str) -> bytes:
    """The bytes of a text in the encoding of `original`; WriteError where that would change other bytes."""
    mark, encoding = _encoding(original)
    body = original[len(mark) :]
    try:
        kept = body.decode(encoding).encode(encoding) == body
    except UnicodeError:
        kept = False
    if not kept:
        raise WriteError(f"{name} holds bytes that its encoding, {encoding}, cannot write back.", _REMEDY)
    try:
        return mark + text.encode(encoding)
    except UnicodeEncodeError as error:
        lost = text[error.start : error.end]
        raise WriteError(f"{name} is in {encoding}, which has no {lost!r}.", _REMEDY) from None


def _encoding(data: bytes) -> tuple[bytes, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    for encoding in ("utf-8", _known(_declaration(data))):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return b"", encoding
    return b"", "cp1252"
