"""Pictures of advertisements, through the OCR program Tesseract; the extra `ocr` brings what calls it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any

from claimcheck.errors import ReadError
from claimcheck.read.document import Document
from claimcheck.read.extract import Extract

INSTALL = "Install what calls it: pip install 'claimcheck-health[ocr]'; the program itself is Debian's tesseract-ocr."
_PROGRAM = "Install it, such as with: apt install tesseract-ocr; on a Mac: brew install tesseract."
_MOST_PIXELS = 80_000_000
_SECONDS = 120
# Below this Tesseract, whose scale ends at 100, sees noise for words.
_LEAST_SURE = 30.0


def read_image(data: bytes, name: str) -> Document:
    """The words in a picture; ReadError where it is damaged or too large, or what reads it is not installed."""
    try:
        import pytesseract
        from PIL import Image
    except ImportError:
        raise ReadError(f"{name} is a picture, and its words are read by Tesseract.", INSTALL) from None
    try:
        picture = Image.open(io.BytesIO(data))
        if picture.width * picture.height > _MOST_PIXELS:
            raise ReadError(f"{name} has {picture.width:,} × {picture.height:,} pixels, too many to read.", "Scale it.")
        rgb = picture.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise ReadError(f"{name} is damaged: as a picture it cannot be opened.", "Save it anew.") from None
    try:
        found = pytesseract.image_to_data(rgb, output_type=pytesseract.Output.DICT, timeout=_SECONDS)
    except pytesseract.TesseractNotFoundError:
        raise ReadError(
            f"{name} is a picture, and the program Tesseract, which reads it, is absent.", _PROGRAM
        ) from None
    except (pytesseract.TesseractError, RuntimeError) as error:
        raise ReadError(
            f"{name} could not be read by Tesseract ({error}).", "Give a clearer or smaller picture."
        ) from None
    return gathered(found, name)


def gathered(found: Mapping[str, Iterable[Any]], name: str) -> Document:
    """The document of the words that Tesseract tells, a paragraph a line; those that it doubts are left out."""
    extract = Extract()
    paragraphs: dict[tuple[int, int], list[str]] = {}
    doubted = 0
    for word, sure, block, paragraph in zip(
        found["text"], found["conf"], found["block_num"], found["par_num"], strict=True
    ):
        if not str(word).strip():
            continue
        if float(sure) < _LEAST_SURE:
            doubted += 1
            continue
        paragraphs.setdefault((int(block), int(paragraph)), []).append(str(word))
    for (block, _), words in sorted(paragraphs.items()):
        extract.add(" ".join(words), f"picture, block {block}")
    if doubted:
        what = "1 word" if doubted == 1 else f"{doubted:,} words"
        extract.left_out.append(f"{what} in the picture could not be made out. Look at it, or give a clearer one.")
    return extract.document(name, "image", (f"{name} was read by OCR, which makes mistakes.",))
