"""From a file, bytes or a text to a `Document`: which format it has and which reader takes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path, PurePosixPath

from claimcheck.errors import ReadError
from claimcheck.read.decode import LIMIT, decode, refuse_large
from claimcheck.read.document import Block, Document
from claimcheck.text import Source

# A reader is the function NAME_blocks of its module, which is imported when a source of its format comes.
_READERS = {"text": "plain", "markdown": "markdown", "html": "html"}
FORMATS = tuple(_READERS)
_SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
}
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
        refuse_large(path.stat().st_size, str(path))
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise ReadError(
            f"{path} cannot be read: {error.strerror or error}.", "Check the path and its permissions."
        ) from error
    return read_bytes(data, str(path), format)


def read_bytes(data: bytes, name: str, format: str | None = None) -> Document:
    """The document in these bytes; a format of None is told from the name, or else from the content."""
    text, notes = decode(data, name)
    return _read(text, name, _checked(format) if format is not None else guess(name, text), notes)


def read_text(text: str, name: str = "<text>", format: str = "text") -> Document:
    """The document in a text that is already decoded."""
    return _read(text, name, _checked(format), ())


def guess(name: str, text: str) -> str:
    """The format that a name's suffix tells, or else the content."""
    suffix = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    sample = text[:_SAMPLE]
    if _PAGE_START.match(sample):
        return "html"
    tags = sum(1 for _ in _TAG.finditer(sample))
    return "html" if tags >= 2 and len(sample) <= tags * _CHARACTERS_A_TAG else "text"


def _read(text: str, name: str, format: str, notes: tuple[str, ...]) -> Document:
    module = _READERS[format]
    blocks: Callable[[str], list[Block]] = getattr(import_module(f"claimcheck.read.{module}"), f"{module}_blocks")
    return Document.of(Source(name, text, format), blocks(text), notes)


def _checked(format: str) -> str:
    if format not in _READERS:
        raise ReadError(f"there is no input format {format!r}.", f"Use one of {', '.join(FORMATS)}.")
    return format
