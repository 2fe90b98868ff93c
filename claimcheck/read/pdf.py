"""PDF files, through PDFium, the reader of PDF in Chromium; the extra `documents` brings it."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator, Sequence
from typing import Any

from claimcheck.claim import Role
from claimcheck.errors import ReadError
from claimcheck.read.document import Document
from claimcheck.read.extract import Extract, Kind
from claimcheck.read.pdf_layout import Line, in_order, running
from claimcheck.read.pdf_paragraphs import body_size, levels, paragraphs, role, vocabulary_of, whole

INSTALL = "Install what reads PDF: pip install 'claimcheck-health[documents]'."
_MOST_CHARACTERS = 5_000_000
_BOLD = 600
_BOLD_NAMES = (b"bold", b"black", b"heavy")
_LONGEST_NAME = 128
_DESCRIBING = {"Title": Role.TITLE, "Subject": Role.META, "Keywords": Role.META}
# What programs write where nobody said anything.
_NOTHING = ("untitled", "unspecified", "anonymous")
# PDFium keeps state of its own, and is made for one thread.
_one_at_a_time = threading.Lock()


def read_pdf(data: bytes, name: str) -> Document:
    """The document in a PDF; ReadError where it is damaged, locked, or what reads it is not installed."""
    try:
        import pypdfium2
    except ImportError:
        raise ReadError(f"{name} is a PDF, and nothing here reads PDF.", INSTALL) from None
    with _one_at_a_time:
        return _read(pypdfium2, data, name)


def _read(pdfium: Any, data: bytes, name: str) -> Document:
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise ReadError(f"{name} is locked with a password.", "Save a copy without one.") from None
        raise ReadError(f"{name} is damaged: as a PDF it cannot be opened ({error}).", "Save it anew.") from None
    try:
        extract = Extract()
        for key, kind in _DESCRIBING.items():
            text = pdf.get_metadata_dict(skip_empty=True).get(key, "").strip()
            if text and text.strip("()").lower() not in _NOTHING:
                extract.add(text, "document properties", Kind(kind))
        pages, heights, bare = _pages(pdfium, pdf, name)
        _write(extract, pages, heights)
        extract.left_out += _told(bare)
        return extract.document(name, "pdf")
    finally:
        pdf.close()


def _pages(pdfium: Any, pdf: Any, name: str) -> tuple[list[list[Line]], list[float], list[int]]:
    """The lines of each page, its height, and the numbers of those that show something but hold no text."""
    pages: list[list[Line]] = []
    heights: list[float] = []
    bare: list[int] = []
    total = 0
    for number in range(1, len(pdf) + 1):
        try:
            page = pdf[number - 1]
            text_page = page.get_textpage()
        except pdfium.PdfiumError as error:
            raise ReadError(f"{name} is damaged: page {number} cannot be read ({error}).", "Save it anew.") from None
        lines = list(_lines(pdfium.raw, text_page, number))
        total += text_page.count_chars()
        if total > _MOST_CHARACTERS:
            raise ReadError(f"{name} holds more than {_MOST_CHARACTERS:,} characters.", "Split it.")
        if not lines and next(page.get_objects(max_depth=2), None) is not None:
            bare.append(number)
        pages.append(in_order(lines))
        heights.append(page.get_height())
        text_page.close()
        page.close()
    return pages, heights, bare


def _told(bare: Sequence[int]) -> Iterator[str]:
    if bare:
        named = f"Page {bare[0]} shows" if len(bare) == 1 else f"Pages {', '.join(map(str, bare))} show"
        held = "it was" if len(bare) == 1 else "they were"
        yield f"{named} pictures and no text; {held} not read. Make their text readable first, as OCR programs do."


def _write(extract: Extract, pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> None:
    passed = running(pages, heights)
    every = [line for page in pages for line in page]
    lines = [line for line in every if line not in passed]
    vocabulary, body, found = vocabulary_of(lines), body_size(lines), paragraphs(lines)
    by_size = levels(found, body)
    number, before = 0, Role.PARAGRAPH
    skipped = [line for line in every if line in passed]
    for paragraph in found:
        first = paragraph.lines[0]
        while skipped and skipped[0].page < first.page:
            extract.skip(skipped[0].text, f"page {skipped.pop(0).page}")
        kind = role(paragraph, body)
        number += kind is not before and kind in (Role.LIST_ITEM, Role.TABLE_CELL)
        before = kind
        level = by_size.get(round(first.size, 1), min(len(by_size) + 1, 6)) if kind is Role.HEADING else 0
        listed = number if kind in (Role.LIST_ITEM, Role.TABLE_CELL) else None
        extract.add(whole(paragraph, vocabulary), f"page {first.page}", Kind(kind, level, listed))
    for line in skipped:
        extract.skip(line.text, f"page {line.page}")


def _lines(raw: Any, text_page: Any, page: int) -> Iterator[Line]:
    """The page's characters gathered into lines: a line ends at a line end, a jump, or a gap as between columns."""
    letters: list[str] = []
    box = [0.0, 0.0, 0.0, 0.0]
    size, bold = 0.0, False
    for at in range(text_page.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text_page, at) or 32)
        if letter in "\r\n" or raw.FPDFText_IsGenerated(text_page, at) == 1:
            if letter in "\r\n" and letters:
                yield _line(letters, box, size, bold, page)
                letters = []
            elif letters and letter not in "\r\n":
                letters.append(letter)
            continue
        raw.FPDFText_GetLooseCharBox(text_page, at, place := raw.FS_RECTF())
        here = (place.left, place.right, place.bottom, place.top)
        if letters and _apart(box, here, size):
            yield _line(letters, box, size, bold, page)
            letters = []
        if not letters:
            if letter.isspace():
                continue
            box = list(here)
            size = raw.FPDFText_GetFontSize(text_page, at) or (here[3] - here[2])
            size = (here[3] - here[2]) * 0.85 if size <= 1.5 else size
            bold = _is_bold(raw, text_page, at)
        letters.append(letter)
        box = [min(box[0], here[0]), max(box[1], here[1]), min(box[2], here[2]), max(box[3], here[3])]
    if letters:
        yield _line(letters, box, size, bold, page)


def _is_bold(raw: Any, text_page: Any, at: int) -> bool:
    """By the weight of the font, or by its name where it tells no weight."""
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    raw.FPDFText_GetFontInfo(text_page, at, name, _LONGEST_NAME, ctypes.c_int())
    return raw.FPDFText_GetFontWeight(text_page, at) >= _BOLD or any(word in name.value.lower() for word in _BOLD_NAMES)


def _line(letters: Sequence[str], box: Sequence[float], size: float, bold: bool, page: int) -> Line:
    return Line("".join(letters).rstrip(), box[0], box[1], box[2], box[3], size, bold, page)


def _apart(box: Sequence[float], here: Sequence[float], size: float) -> bool:
    """True where a character cannot belong to the line before it."""
    return (
        here[0] - box[1] > size
        or here[0] < box[0] - size
        or here[3] < box[2] + 0.1 * size
        or here[2] > box[3] - 0.1 * size
    )
