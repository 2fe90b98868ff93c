"""From a file, bytes or a text to a `Document`: which format it has and which reader takes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path, PurePosixPath

from claimcheck.errors import ReadError
from claimcheck.read.decode import DOCUMENT_LIMIT, LIMIT, decode, refuse_large
from claimcheck.read.document import Block, Document
from claimcheck.text import Source

# A reader is the function NAME_blocks of its module, which is imported when a source of its format comes.
_READERS = {"text": "plain", "markdown": "markdown", "html": "html"}
# The formats of texts, and those of files out of which a text is taken.
FORMATS = (*_READERS, "ads", "mdx", "jsx")
EXTRACTED = ("docx", "pdf", "email", "image")
FILE_FORMATS = (*FORMATS, *EXTRACTED)
_SUFFIXES = {
    ".docx": "docx",
    ".docm": "docx",
    ".pdf": "pdf",
    ".eml": "email",
    ".mhtml": "email",
    ".mht": "email",
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".webp", ".gif", ".tif", ".tiff", ".bmp"), "image"),
    ".ads": "ads",
    ".mdx": "mdx",
    ".jsx": "jsx",
    ".tsx": "jsx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
}
_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "docx"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
)
# Old .doc files, and any Office file with a password: the reader of Word documents says which it is.
_OFFICE = b"\xd0\xcf\x11\xe0"
_PAGE_START = re.compile(
    r"\ufeff?\s*+(?:<!--[\s\S]*?-->\s*+|<\?xml[^>]*+>\s*+)*+<(?:!doctype\s|html[\s>]|head[\s>]|body[\s>])", re.I
)
_TAG = re.compile(
    r"</?(?:p|div|span|a|h[1-6]|ul|ol|li|table|tr|td|br|img|strong|em|b|i|section|article)\b[^<>]*+>", re.I
)
_SAMPLE = 20_000
# Prose with a few tags in it is still prose; in a fragment of HTML there is a tag every few words.
_CHARACTERS_A_TAG = 150


def read_path(path: str | Path, format: str | None = None) -> Document:
    """The document in a file; ReadError where it is missing, no file, too large, or not text."""
    path = Path(path)
    try:
        if path.is_dir():
            raise ReadError(f"{path} is a folder.", "Name a file in it.")
        limit = DOCUMENT_LIMIT if (format or _SUFFIXES.get(_suffix(str(path)))) in EXTRACTED else LIMIT
        refuse_large(path.stat().st_size, str(path), limit)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise ReadError(
            f"{path} cannot be read: {error.strerror or error}.", "Check the path and its permissions."
        ) from error
    return read_bytes(data, str(path), format)


def read_bytes(data: bytes, name: str, format: str | None = None) -> Document:
    """The document in these bytes; a format of None is told from the name, or else from the content."""
    if format is None:
        format = _SUFFIXES.get(_suffix(name)) or _signed(data)
    if format is not None and _checked(format) in EXTRACTED:
        refuse_large(len(data), name, DOCUMENT_LIMIT)
        return _extracted(data, name, format)
    text, notes = decode(data, name)
    return _read(text, name, format if format is not None else guess(name, text), notes)


def read_text(text: str, name: str = "<text>", format: str = "text") -> Document:
    """The document in a text that is already decoded."""
    if _checked(format) in EXTRACTED:
        raise ReadError(f"{format} is a format of files, not of texts.", "Give the file, or its text as plain text.")
    return _read(text, name, format, ())


def guess(name: str, text: str) -> str:
    """The format that a name's suffix tells, or else the content."""
    suffix = _suffix(name)
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    sample = text[:_SAMPLE]
    if _PAGE_START.match(sample):
        return "html"
    tags = sum(1 for _ in _TAG.finditer(sample))
    return "html" if tags >= 2 and len(sample) <= tags * _CHARACTERS_A_TAG else "text"


def _read(text: str, name: str, format: str, notes: tuple[str, ...]) -> Document:
    if format == "ads":
        from claimcheck.read.ads import ads_blocks, ads_places

        return Document.of(Source(name, text, format, ads_places(text)), ads_blocks(text), notes)
    if format in ("mdx", "jsx"):
        from claimcheck.read import jsx

        blocks = jsx.mdx_blocks(text) if format == "mdx" else jsx.jsx_blocks(text)
        return Document.of(Source(name, text, format), blocks, notes)
    module = _READERS[format]
    cut: Callable[[str], list[Block]] = getattr(import_module(f"claimcheck.read.{module}"), f"{module}_blocks")
    return Document.of(Source(name, text, format), cut(text), notes)


def _extracted(data: bytes, name: str, format: str) -> Document:
    """What is taken out of a file that is no text; each reader is imported when there is something for it."""
    if format == "docx":
        from claimcheck.read.docx import read_docx

        return read_docx(data, name)
    if format == "pdf":
        from claimcheck.read.pdf import read_pdf

        return read_pdf(data, name)
    if format == "email":
        from claimcheck.read.email import read_email

        return read_email(data, name)
    from claimcheck.read.image import read_image

    return read_image(data, name)


def _suffix(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def _signed(data: bytes) -> str | None:
    """The format that the first bytes tell, of those that are no texts."""
    if data.startswith(_OFFICE):
        return "docx"
    return next((format for mark, format in _SIGNATURES if data.startswith(mark)), None)


def _checked(format: str) -> str:
    if format not in FILE_FORMATS:
        raise ReadError(f"there is no input format {format!r}.", f"Use one of {', '.join(FILE_FORMATS)}.")
    return format
