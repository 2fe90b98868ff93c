"""From bytes to text: byte order marks, UTF-8, what a page declares, and Windows-1252 as the last resort."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from claimcheck.errors import ReadError

LIMIT = 10 * 1024 * 1024
# Of documents most bytes are pictures.
DOCUMENT_LIMIT = 50 * 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta\s[^>]*?charset\s*=\s*["']?\s*([-\w.:]+)|<\?xml\s[^>]*?encoding\s*=\s*["']([-\w.:]+)""", re.I
)
_DECLARED_WITHIN = 4096
# Control characters that no text holds; a run of them means an image, an archive or a program.
_BINARY = bytes({*range(0x00, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F})
_SAMPLE = 65_536
_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
)


def refuse_large(size: int, name: str, limit: int = LIMIT) -> None:
    """Raise ReadError for more bytes than a source may have."""
    if size > limit:
        raise ReadError(
            f"{name} has {size / 1024 / 1024:.1f} MB, more than the limit of {limit // 1024 // 1024} MB.",
            "Split it into smaller files.",
        )


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, what it was decoded from and how: `mark` is the byte order mark that stands before it."""

    text: str
    encoding: str
    mark: bytes = b""
    notes: tuple[str, ...] = ()


def decode(data: bytes, name: str, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """The text and notes on how it was decoded; `declared` is the encoding that a server named."""
    found = decoded(data, name, declared)
    return found.text, found.notes


def decoded(data: bytes, name: str, declared: str = "") -> Decoded:
    """The text with the encoding that it was read in."""
    refuse_large(len(data), name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with(data, mark, encoding, name)
    unmarked = _unmarked(data, name)
    if unmarked is not None:
        return unmarked
    _refuse_binary(data, name)
    for encoding in ("utf-8", _known(declared or _declaration(data))):
        try:
            return Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    note = f"{name} is not UTF-8; it was read as Windows-1252, so some characters may be wrong."
    return Decoded(data.decode("cp1252", "replace"), "cp1252", notes=(note,))


def _unmarked(data: bytes, name: str) -> Decoded | None:
    """UTF-16 without its mark, told by the empty half of nearly every character; None for anything else."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or b"\0" not in sample:
        return None
    for encoding, empty, full in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        if empty.count(0) > len(empty) * 0.7 and full.count(0) < len(full) * 0.01:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            return Decoded(
                text, encoding, notes=(f"{name} has no byte order mark; it was read as {encoding.upper()}.",)
            )
    return None


def _known(declared: str) -> str:
    """The codec for a declared name; browsers read Latin-1 and ASCII as Windows-1252."""
    try:
        found = codecs.lookup(declared).name if declared else ""
        b"ab".decode(found or "utf-8")
    except (LookupError, ValueError):
        return "utf-8"
    return "cp1252" if found in ("iso8859-1", "ascii") else found or "utf-8"


def _declaration(data: bytes) -> str:
    match = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    name = (match[1] or match[2]).decode("ascii", "ignore") if match else ""
    # A page that says UTF-16 in readable bytes is not in UTF-16.
    return "utf-8" if name.lower().startswith("utf-16") else name


def _with(data: bytes, mark: bytes, encoding: str, name: str) -> Decoded:
    text = data[len(mark) :].decode(encoding, "replace")
    notes = (f"{name} holds bytes that are not {encoding.upper()}.",) if "\ufffd" in text else ()
    return Decoded(text, encoding, mark, notes)


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _BINARY))
    if sample.startswith(_SIGNATURES) or controls > len(sample) // 100 + 1:
        raise ReadError(f"{name} looks binary.", "Give a text, Markdown or HTML file.")
