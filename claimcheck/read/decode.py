"""From bytes to text: byte order marks, UTF-8, what a page declares, and Windows-1252 as the last resort."""

from __future__ import annotations

import codecs
import re

from claimcheck.errors import ReadError

LIMIT = 10 * 1024 * 1024
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


def refuse_large(size: int, name: str) -> None:
    """Raise ReadError for more bytes than a source may have."""
    if size > LIMIT:
        raise ReadError(
            f"{name} has {size / 1024 / 1024:.1f} MB, more than the limit of {LIMIT // 1024 // 1024} MB.",
            "Split it into smaller files.",
        )


def decode(data: bytes, name: str, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """The text and notes on how it was decoded; `declared` is the encoding that a server named."""
    refuse_large(len(data), name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with(data[len(mark) :], encoding, name)
    _refuse_binary(data, name)
    for encoding in ("utf-8", _known(declared or _declaration(data))):
        try:
            return data.decode(encoding), ()
        except UnicodeDecodeError:
            continue
    text = data.decode("cp1252", "replace")
    return text, (f"{name} is not UTF-8; it was read as Windows-1252, so some characters may be wrong.",)


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


def _with(data: bytes, encoding: str, name: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, "replace")
    damaged = text.count("\ufffd")
    return text, (f"{name} holds bytes that are not {encoding.upper()}.",) if damaged else ()


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _BINARY))
    if sample.startswith(_SIGNATURES) or controls > len(sample) // 100 + 1:
        raise ReadError(f"{name} looks binary.", "Give a text, Markdown or HTML file.")
