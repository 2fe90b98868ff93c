"""Plain text to blocks: paragraphs, hard-wrapped lines joined, headings and list items told by their looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.claim import Role
from claimcheck.read.cleaned import Cleaned
from claimcheck.read.document import Block
from claimcheck.read.words import words

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]*+(?:\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]|\Z)")
_EMOJI = "\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_MARKS = "•‣⁃◦·▪●○■□"
_BULLET = re.compile(
    rf"\s*(?:[-–—*+{_MARKS}]\s+|[{_EMOJI}]\ufe0f?\s*(?=\w)"
    r"|\(?\d{1,2}[.)]\s+(?=\S)|\(?[a-z]\)\s+)"
)
# Lines up to here are wrapped by no program; lines beyond the other are paragraphs, each by itself.
_NARROWEST_WRAP = 55
_WIDEST_WRAP = 120
_HEADING_WORDS = 12
_HEADING_LENGTH = 90
_SMALL_WORDS = words(
    "a an and as at but by for from if in into is it nor of off on or our out over per so the to up via vs with "
    "your you"
)


@dataclass(slots=True)
class _Piece:
    """Lines that make up one block."""

    start: int
    end: int
    listed: bool
    alone: bool
    chunk: int


def plain_blocks(text: str) -> list[Block]:
    """The blocks of a plain text, in order."""
    pieces = [piece for number, lines in enumerate(_chunks(text)) for piece in _pieces(text, lines, number)]
    blocks: list[Block] = []
    number, titled = 0, ""
    for index, piece in enumerate(pieces):
        if piece.listed and not (index and pieces[index - 1].listed):
            number += 1
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        block = _block(text, piece)
        if _is_heading(block.text, piece, following, text):
            titled = titled or (block.text if all(b.role is Role.HEADING for b in blocks) else "\n")
            block = Block(block.text, block.offsets, Role.HEADING, 1 if block.text == titled else 2)
        elif piece.listed:
            block = Block(block.text, block.offsets, Role.LIST_ITEM, 0, number)
        blocks.append(block)
    return blocks


def _chunks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines without a blank one between them."""
    chunk: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        if line[0] and not line[0].isspace():
            chunk.append(line.span())
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _pieces(text: str, lines: list[tuple[int, int]], number: int) -> Iterator[_Piece]:
    width = max(len(text[start:end].strip()) for start, end in lines)
    piece: _Piece | None = None
    for index, (start, end) in enumerate(lines):
        bullet = _BULLET.match(text, start, end)
        if piece is not None and not bullet and _wraps(text, lines[index - 1], (start, end), width, piece):
            piece.end, piece.alone = end, False
            continue
        if piece is not None:
            yield piece
        piece = _Piece(bullet.end() if bullet else start, end, bool(bullet), True, number)
    if piece is not None:
        yield piece


def _wraps(text: str, line: tuple[int, int], following: tuple[int, int], width: int, piece: _Piece) -> bool:
    """True where the line was broken only because the next word did not fit."""
    this, after = text[slice(*line)].rstrip(), text[slice(*following)].lstrip()
    if piece.listed and text[following[0]].isspace() and after[:1].islower():
        return True
    if width > _WIDEST_WRAP:
        return after[:1].islower()
    word = after.split(maxsplit=1)[0]
    fits = len(this) + 1 + len(word) <= max(width, _NARROWEST_WRAP)
    return not fits or (after[:1].islower() and this[-1:] not in ".!?:")


def _block(text: str, piece: _Piece) -> Block:
    cleaned = Cleaned()
    cleaned.add(text[piece.start : piece.end], piece.start)
    return Block(*cleaned.take())


def _is_heading(line: str, piece: _Piece, following: _Piece | None, text: str) -> bool:
    """A short line without an end, before a text; of several short lines together only one that stands apart."""
    if piece.listed or not piece.alone or following is None or not _looks_like_heading(line):
        return False
    if line.endswith(":"):
        return not following.listed or _is_title_case(line)
    if following.chunk != piece.chunk or following.listed:
        return True
    after = " ".join(text[following.start : following.end].split())
    return not (following.alone and _looks_like_heading(after))


def _looks_like_heading(line: str) -> bool:
    if len(line) > _HEADING_LENGTH or len(line.split()) > _HEADING_WORDS or line[-1] in ".!;,…":
        return False
    first = next((c for c in line if c.isalnum()), "")
    return bool(first) and not first.islower()


def _is_title_case(line: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", line) if word.lower() not in _SMALL_WORDS]
    capital = sum(1 for word in words if word[0].isupper())
    return len(words) > 1 and capital * 3 >= len(words) * 2
