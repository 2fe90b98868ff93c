"""Pictures: what OCR tells becomes a document; what is missing is told."""

import io
import shutil
import sys

import pytest

from claimcheck.errors import ReadError
from claimcheck.read import read_bytes
from claimcheck.read.image import gathered

PNG = b"\x89PNG\r\n\x1a\n"


def test_words_become_paragraphs_and_doubtful_ones_are_counted():
    found = {
        "text": ["", "Regrow", "your", "discs!", "~", "Call", "us"],
        "conf": [-1, 96, 90.5, "88", 7, 95, 95],
        "block_num": [1, 1, 1, 1, 1, 2, 2],
        "par_num": [0, 1, 1, 1, 1, 1, 1],
    }
    document = gathered(found, "ad.png")
    assert [block.text for block in document.blocks] == ["Regrow your discs!", "Call us"]
    assert document.source.place(0) == "picture, block 1"
    assert document.left_out[0].startswith("1 word in the picture could not be made out.")
    assert "OCR" in document.notes[0]


def test_without_what_calls_it_the_install_line_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "pytesseract", None)
    with pytest.raises(ReadError, match=r"pip install 'claimcheck-health\[ocr\]'"):
        read_bytes(PNG, "ad.png")


def drawn(text=""):
    image = pytest.importorskip("PIL.Image").new("RGB", (900, 120), "white")
    if text:
        from PIL import ImageDraw, ImageFont

        ImageDraw.Draw(image).text((20, 30), text, fill="black", font=ImageFont.load_default(48))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def test_without_the_program_its_name_is_told(monkeypatch):
    pytesseract = pytest.importorskip("pytesseract")
    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", "no-such-program")
    with pytest.raises(ReadError, match="apt install tesseract-ocr"):
        read_bytes(drawn(), "ad.png")


def test_a_damaged_picture_is_told():
    pytest.importorskip("pytesseract")
    pytest.importorskip("PIL")
    with pytest.raises(ReadError, match="damaged"):
        read_bytes(PNG + b"nothing", "ad.png")


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="the program Tesseract is not installed")
def test_a_drawn_advertisement_is_read():
    pytest.importorskip("pytesseract")
    assert [block.text for block in read_bytes(drawn("Regrow your discs"), "ad.png").blocks] == ["Regrow your discs"]
