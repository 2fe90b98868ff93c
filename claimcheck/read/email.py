"""E-mails (.eml) and pages saved as one file (.mhtml): subject, texts, decoded whatever way they were packed.

Of the several forms of one text the richest is read; what only a poorer form says is read too.
"""

from __future__ import annotations

from email.errors import MessageError
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.policy import default

from claimcheck.claim import Role
from claimcheck.errors import ReadError
from claimcheck.read.decode import decode
from claimcheck.read.document import Block, Document
from claimcheck.read.extract import Extract, Kind
from claimcheck.read.html import html_blocks
from claimcheck.read.plain import plain_blocks
from claimcheck.read.sentences import sentences

_DEEPEST = 20
_MOST_PARTS = 500


def read_email(data: bytes, name: str) -> Document:
    """The document in an e-mail; ReadError where it is none, or its parts are nested without end."""
    try:
        message = BytesParser(policy=default).parsebytes(data)
    except (MessageError, RecursionError, ValueError) as error:
        raise ReadError(f"{name} cannot be taken apart as an e-mail ({error}).", "Save it anew.") from None
    if not message.keys():
        raise ReadError(f"{name} has no headers, so it is no e-mail.", "Give the e-mail as it was saved (.eml).")
    reading = _Reading(name)
    reading.message(message, "", 0)
    return reading.extract.document(name, "email", tuple(dict.fromkeys(reading.notes)))


class _Reading:
    """Goes through the parts of one e-mail."""

    def __init__(self, name: str) -> None:
        self.extract = Extract()
        self.notes: list[str] = []
        self._name = name
        self._parts = 0

    def message(self, message: Message, within: str, depth: int) -> None:
        """A message: its subject, then what it holds."""
        subject = _header(message, "subject")
        if subject:
            self.extract.add(subject, f"{within}subject", Kind(Role.HEADING, 1) if within else Kind(Role.TITLE))
        self._part(message, within, depth)

    def _part(self, part: Message, within: str, depth: int) -> None:
        self._parts += 1
        if depth > _DEEPEST or self._parts > _MOST_PARTS:
            raise ReadError(
                f"{self._name} was not read: it holds more than {_MOST_PARTS} parts, or parts nested more than "
                f"{_DEEPEST} deep.",
                "If it is no attack, save what it holds as files of their own.",
            )
        kind = part.get_content_type()
        if kind == "message/rfc822":
            for inner in _inner(part):
                self.message(inner, "forwarded message, ", depth + 1)
        elif kind == "multipart/alternative":
            self._alternatives(_inner(part), within, depth)
        elif kind.startswith("multipart/"):
            for inner in _inner(part):
                self._part(inner, within, depth + 1)
        elif kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment":
            self.extract.add_blocks(*self._read(part, within))
        elif part.get_content_disposition() == "attachment" and not kind.startswith("image/"):
            what = part.get_filename() or kind
            self.extract.left_out.append(f"The attachment {what} was not read. Save it as a file and check that.")

    def _alternatives(self, parts: list[Message], within: str, depth: int) -> None:
        """The last is the richest form; of the others only what it does not say."""
        told: set[str] = set()
        for number, part in enumerate(reversed(parts)):
            if part.get_content_type() not in ("text/plain", "text/html"):
                if number == 0 or part.is_multipart():
                    before = self.extract.count
                    self._part(part, within, depth + 1)
                    told.update(*map(_said, self.extract.texts_since(before)))
                continue
            raw, place, blocks = self._read(part, within)
            self.extract.add_blocks(raw, place, [block for block in blocks if not _said(block.text) <= told])
            told.update(*(_said(block.text) for block in blocks))

    def _read(self, part: Message, within: str) -> tuple[str, str, list[Block]]:
        self._parts += 1
        content = part.get_payload(decode=True)
        text, notes = decode(content if isinstance(content, bytes) else b"", self._name, _charset(part))
        self.notes += notes
        is_html = part.get_content_type() == "text/html"
        blocks = html_blocks(text) if is_html else plain_blocks(text)
        return text, f"{within}{'HTML' if is_html else 'text'} part", blocks


def _inner(part: Message) -> list[Message]:
    held = part.get_payload()
    return [each for each in held if isinstance(each, Message)] if isinstance(held, list) else []


def _charset(part: Message) -> str:
    return str(part.get_content_charset() or "")


def _header(message: Message, named: str) -> str:
    """A header's text, its encoded words decoded; one that is past reading counts as absent."""
    try:
        return " ".join(str(message.get(named, "")).split()) if isinstance(message, EmailMessage) else ""
    except (ValueError, LookupError, IndexError, AttributeError):
        return ""


def _said(text: str) -> set[str]:
    """The sentences of a text, the case of letters apart."""
    return {text[start:end].casefold() for start, end in sentences(text)}
