"""Comments written into a copy of a Word document, every other byte of its text as it was.

A comment's marks stand between runs, so that the runs in which it begins and ends are split there; what a run looks
like goes with both halves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from claimcheck.errors import WriteError

if TYPE_CHECKING:
    from claimcheck.read.docx import Reading
    from claimcheck.read.docx_walk import Piece

_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_PREFIX = re.compile(rb"<((?:[\w.-]+:)?)t[\s/>]")
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)""")
_NUMBER = re.compile(rb"""<(?:[\w.-]+:)?comment\s[^>]*?\bid\s*=\s*["'](\d+)""")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Remark:
    """What to say of the text between two offsets; each line is a paragraph of the comment."""

    start: int
    end: int
    text: str


def commented(data: bytes, name: str, remarks: Sequence[Remark]) -> tuple[bytes, list[Remark]]:
    """The document's bytes with a comment for each remark, and the remarks for which there is no place.

    Only the body takes comments: Word allows none in headers, footers and properties. Raises ReadError where the
    document cannot be read, WriteError where its text is in an encoding in which bytes cannot be put.
    """
    from claimcheck.read.docx import Reading
    from claimcheck.read.docx_package import with_comments

    reading = Reading(data, name)
    reading.document()
    body = reading.archive.read(reading.body)
    told = _ENCODING.match(body)
    if body[:2] in (b"\xff\xfe", b"\xfe\xff") or (told and told[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")):
        raise WriteError(f"{name} is in an encoding that takes no comments.", "Save it anew from Word.")
    space = _TRANSITIONAL if _TRANSITIONAL.encode() in body else _STRICT
    held = next((part for kind, part in reading.related(reading.body) if kind == "comments"), "")
    first = max((int(number) for number in _NUMBER.findall(reading.archive.read(held))), default=-1) + 1
    marks, comments, left = _Marks(reading, body, space), list[str](), list[Remark]()
    for remark in remarks:
        if marks.put(remark, first + len(comments)):
            comments.append(_comment(first + len(comments), remark.text, space))
        else:
            left.append(remark)
    if not comments:
        return data, left
    return with_comments(reading.archive, reading.body, marks.written(), held, "".join(comments), space), left


def _comment(number: int, text: str, space: str) -> str:
    lines = (escape(_NOT_XML.sub("\ufffd", line), quote=False) for line in text.splitlines())
    paragraphs = "".join(f'<w:p><w:r><w:t xml:space="preserve">{line}</w:t></w:r></w:p>' for line in lines)
    return (
        f'<w:comment xmlns:w="{space}" w:id="{number}" w:author="claimcheck" w:initials="cc">{paragraphs}</w:comment>'
    )


class _Marks:
    """Gathers what is put between the bytes of the body."""

    def __init__(self, reading: Reading, body: bytes, space: str) -> None:
        self._reading, self._body, self._space = reading, body, space
        self._put: list[tuple[int, int, bytes]] = []
        self._kept: set[int] = set()

    def put(self, remark: Remark, number: int) -> bool:
        """Put the marks of one comment; False where its words do not stand in the body."""
        covered = list(self._covered(remark))
        if not covered:
            return False
        (first, before), (last, after) = covered[0], covered[-1]
        start = self._byte(first[0], first[1])
        end = self._byte(last[0], last[2])
        self._split(start, before, f'<w:commentRangeStart{{}} w:id="{number}"/>')
        reference = f'<w:r{{}}><w:commentReference w:id="{number}"/></w:r>'
        self._split(end, after, f'<w:commentRangeEnd{{}} w:id="{number}"/>{reference}')
        return True

    def written(self) -> bytes:
        """The body with everything put in."""
        pieces, at = list[bytes](), 0
        for place, _, put in sorted(self._put, key=lambda each: each[:2]):
            pieces += self._body[at:place], put
            at = place
        return b"".join((*pieces, self._body[at:]))

    def _covered(self, remark: Remark) -> Iterable[tuple[tuple[Piece, int, int], Piece]]:
        """The pieces of text within the remark, each with where in it the remark begins and ends."""
        for line, paragraph in self._reading.lines:
            at = line
            for piece in paragraph.pieces:
                first, last = max(remark.start - at, 0), min(remark.end - at, len(piece.text))
                if piece.at >= 0 and piece.run >= 0 and first < last:
                    yield (piece, first, last), piece
                at += len(piece.text)

    def _byte(self, piece: Piece, at: int) -> int:
        """The byte at a place in a piece; a reference such as `&amp;` is a piece of its own."""
        if at and self._body[piece.at : piece.at + 1] == b"&":
            return self._body.index(b";", piece.at) + 1
        return piece.at + len(piece.text[:at].encode())

    def _split(self, at: int, piece: Piece, mark: str) -> None:
        """Put a mark at a byte of a text, the run around it ended before and begun anew after."""
        body = self._body
        found = _PREFIX.match(body, piece.tag)
        prefix = found[1] if found else b"w:"
        declared = "" if prefix == b"w:" else f' xmlns:w="{self._space}"'
        tag_end = body.index(b">", piece.tag)
        if piece.tag not in self._kept and b"xml:space" not in body[piece.tag : tag_end]:
            self._put.append((piece.tag + 1 + len(prefix) + 1, 0, b' xml:space="preserve"'))
        self._kept.add(piece.tag)
        start, end_tag = self._reading.runs[piece.run]
        # An empty element, `<w:rPr/>`, ends where it is told to end; another one where its end tag begins.
        end = end_tag if body[end_tag : end_tag + 2] != b"</" and end_tag > start else body.index(b">", end_tag) + 1
        looks = body[start:end] if start >= 0 else b""
        ends = b"</%bt></%br>" % (prefix, prefix)
        begins = b'<%br>%b<%bt xml:space="preserve">' % (prefix, looks, prefix)
        self._put.append((at, len(self._put), ends + mark.replace("{}", declared).encode() + begins))
