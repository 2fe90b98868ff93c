"""PDF files drawn by hand, text at places, so that tests say exactly what stands where."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

PROSE = "the care which is not low, but it is"


def pdf(*pages, password="", **information):
    """The bytes of a PDF: each page is a list of (x, y, text) or (x, y, text, size, font)."""
    stream = io.BytesIO()
    paper = canvas.Canvas(stream, pagesize=A4, invariant=1, encrypt=password or None)
    paper.setTitle(information.get("title", ""))
    for page in pages:
        for x, y, text, *more in page:
            size, font = (*more, 12, "Times-Roman")[:2] if len(more) != 1 else (more[0], "Times-Roman")
            paper.setFont(font, size)
            paper.drawString(x, y, text)
        if not page:
            paper.rect(10, 10, 100, 100, fill=1)
        paper.showPage()
    paper.save()
    return stream.getvalue()


def column(x, y, *lines, step=14):
    """Lines below each other."""
    return [(x, y - step * number, line) for number, line in enumerate(lines)]
