"""Lines of a PDF joined into paragraphs, words that were hyphenated at a line's end made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.claim import Role
from claimcheck.read.pdf_layout import Line
from claimcheck.read.words import words

# What PDFium gives for a hyphen that it takes for one of a line's end.
HYPHEN = "\ufffe\x02"
_BULLET = re.compile(r"[•‣⁃◦·▪●○■□✓✔➢\uf0b7]\s*|[-–*]\s+(?=\S)|\(?\d{1,2}[.)]\s+(?=\S)")
_BROKEN = re.compile(rf"([^\W\d_]+)(?:[{HYPHEN}\u00ad]|-(?=\n))\n?\s*([^\W\d_]+)")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
# First halves of words that keep their hyphen.
_HYPHENATED = words(
    "non self well long short pain stem state high low two three one multi evidence risk drug anti pre post life "
    "follow cutting patient age bone cell side double single full part part-time"
)
_HEADING_WORDS = 14
_BIGGER = 1.12
_ENDS = ".!?:;…"


@dataclass(slots=True)
class Paragraph:
    """Lines that make up one block."""

    lines: list[Line] = field(default_factory=list)
    bullet: bool = False

    @property
    def raw(self) -> str:
        """The lines as they stand."""
        return "\n".join(line.text for line in self.lines)


def paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """The lines, in reading order, cut where a new paragraph begins."""
    found: list[Paragraph] = []
    for line in lines:
        if not line.text.strip():
            continue
        if not found or not _goes_on(found[-1], line):
            found.append(Paragraph(bullet=_BULLET.match(line.text) is not None))
        found[-1].lines.append(line)
    return found


def _goes_on(paragraph: Paragraph, line: Line) -> bool:
    before = paragraph.lines[-1]
    if before.cell or line.cell or _BULLET.match(line.text):
        return False
    if abs(before.size - line.size) > 0.1 * before.size or before.bold != line.bold:
        return False
    open_end = before.text.rstrip()[-1:] not in _ENDS
    starts_small = line.text.lstrip()[:1].islower()
    if before.page != line.page or line.top > before.top + before.size:
        # The next page, or the head of the next column.
        return open_end and (starts_small or before.text.endswith((*HYPHEN, "-")))
    gap = before.bottom - line.top
    if gap > 0.75 * before.size:
        return False
    return not (line.left > before.left + 1.2 * line.size and not open_end and not paragraph.bullet)


def whole(paragraph: Paragraph, vocabulary: Counter[str]) -> str:
    """A paragraph's text in one line; `vocabulary` counts the words of the document, for words cut at a line's end."""
    text = _BROKEN.sub(lambda match: _joined(match, vocabulary), paragraph.raw.translate(_LIGATURES))
    text = " ".join(re.sub(f"[{HYPHEN}]", "-", text).split())
    return _BULLET.sub("", text, count=1) if paragraph.bullet else text


def vocabulary_of(lines: Sequence[Line]) -> Counter[str]:
    """How often each word stands in the document, hyphenated ones whole."""
    return Counter(word for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text.casefold()))


def _joined(match: re.Match[str], vocabulary: Counter[str]) -> str:
    first, second = match[1], match[2]
    kept, merged = f"{first}-{second}", first + second
    if vocabulary[kept.casefold()] != vocabulary[merged.casefold()]:
        return kept if vocabulary[kept.casefold()] > vocabulary[merged.casefold()] else merged
    return kept if first.casefold() in _HYPHENATED or second[0].isupper() else merged


def body_size(lines: Sequence[Line]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def levels(found: Sequence[Paragraph], body: float) -> dict[float, int]:
    """The level of a heading by its size, the largest first."""
    sizes = {round(each.lines[0].size, 1) for each in found if is_heading(each, body) and _is_bigger(each, body)}
    return {size: min(number, 6) for number, size in enumerate(sorted(sizes, reverse=True), 1)}


def is_heading(paragraph: Paragraph, body: float) -> bool:
    """True for a short paragraph in larger letters, or in bold ones without a full stop."""
    if paragraph.bullet or paragraph.lines[0].cell or len(paragraph.raw.split()) > _HEADING_WORDS:
        return False
    if paragraph.raw.rstrip()[-1:] in ".;,":
        return False
    return _is_bigger(paragraph, body) or paragraph.lines[0].bold


def _is_bigger(paragraph: Paragraph, body: float) -> bool:
    return paragraph.lines[0].size > body * _BIGGER


def role(paragraph: Paragraph, body: float) -> Role:
    """What a paragraph is."""
    if paragraph.lines[0].cell:
        return Role.TABLE_CELL
    if paragraph.bullet:
        return Role.LIST_ITEM
    return Role.HEADING if is_heading(paragraph, body) else Role.PARAGRAPH
