"""How a segment is put: sentence, bullet, heading or button; whose words it is; in what case it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from claimcheck.claim import Category, Role, Segment
from claimcheck.rewrite.grammar import is_title_case, titled
from claimcheck.rewrite.tables import words


class Style(Enum):
    """Which frames suit a segment."""

    SENTENCE = "sentence"
    ITEM = "item"
    HEADING = "heading"
    BUTTON = "button"
    LEAD = "lead"


_ROLES = {
    Role.TITLE: Style.HEADING,
    Role.HEADING: Style.HEADING,
    Role.ALT: Style.HEADING,
    Role.BUTTON: Style.BUTTON,
    Role.LINK: Style.BUTTON,
    Role.LIST_ITEM: Style.ITEM,
    Role.TABLE_CELL: Style.ITEM,
}
_END = re.compile(r"[.!?…][\"'”’)\]*]*$")
_MARK = re.compile(r"^(?:[-–—•*✓✔·»>]+\s*|\(?\d{1,2}[.)]\s+|[a-z][.)]\s+)+")
_SUFFIX = re.compile(r"\s+[|·–—]\s+[^|]{2,40}$")
_STORY = re.compile(r"\b(?:he|she|his|her|him|aunt|uncle|wife|husband|mother|father|daughter|son)\b", re.I)
_TOLD = re.compile(r"\b(?:I|my|me|mine|I['’]m|I['’]ve|I['’]d|myself)\b")
_QUOTED = re.compile(r"“(?:[^”\s]+\s+){4,}[^”]*(?:”|$)|\"(?:[^\"\s]+\s+){4,}[^\"]*(?:\"|$)|«(?:[^»\s]+\s+){4,}[^»]*(?:»|$)")
_CLOSED_ONLY = re.compile(r"^[^“\"«]*[”»]|^[^\"]{12,}\"\s*(?:[,.–—-]|$)")
_ANIMALS = re.compile(r"\b(?:horses?|equine|dogs?|canine|veterinar\w+|vets?|pets?)\b", re.I)
OURS = re.compile(r"\b(?:we|our|us)\b", re.I)


@dataclass(frozen=True, slots=True)
class Shape:
    """A segment's form; `mark` and `suffix` (a bullet typed as text, a site's name) stay around any new text."""

    text: str
    style: Style
    ours: bool
    vet: bool = False
    mark: str = ""
    suffix: str = ""

    @property
    def body(self) -> str:
        """The text between mark and suffix."""
        return self.text[len(self.mark) : len(self.text) - len(self.suffix)]

    def finished(self, new: str) -> str:
        """New words with this segment's mark, suffix, case and end."""
        if self.vet:
            new = new.replace("your doctor", "your vet").replace("a doctor", "a vet")
        if self.style in (Style.HEADING, Style.BUTTON):
            new = titled(new) if is_title_case(self.body) else _sentence_case(new)
        if self.body.isupper() and len(self.body) > 6:
            new = new.upper()
        if self.style is Style.LEAD:
            return f"{self.mark}{new.rstrip('.')}:"
        if self.style is Style.SENTENCE or _END.search(self.body):
            new = new.rstrip(".") + "."
        return f"{self.mark}{new}{self.suffix}"


def shape(segment: Segment, *, ours: bool, vet: bool = False) -> Shape:
    """The form of a segment; `ours` says that its page speaks of "we", `vet` that it is about animals."""
    text = segment.text
    mark = match[0] if (match := _MARK.match(text)) else ""
    suffix = match[0] if segment.role is Role.TITLE and (match := _SUFFIX.search(text)) else ""
    return Shape(text, _style(segment, text[len(mark) :]), ours, vet, mark, suffix)


def _style(segment: Segment, body: str) -> Style:
    if body.rstrip().endswith(":") and segment.role not in (Role.HEADING, Role.TITLE):
        return Style.LEAD
    if segment.role is Role.META or (segment.role in (Role.LIST_ITEM, Role.TABLE_CELL) and _END.search(body)):
        return Style.SENTENCE
    style = _ROLES.get(segment.role, Style.SENTENCE)
    if style is Style.ITEM and len(body.split()) > 7 and _has_verb(body):
        return Style.SENTENCE
    if style is Style.SENTENCE and not _END.search(body) and len(body.split()) <= 7 and not _has_verb(body):
        return Style.ITEM
    return style


def _has_verb(text: str) -> bool:
    return any(word.casefold() in words().finite or word.casefold() in words().claim_verbs for word in text.split()[1:])


def speaks_of_us(segments: Sequence[Segment]) -> bool:
    """True where the page speaks of "we"."""
    return any(OURS.search(segment.text) for segment in segments)


def speaks_of_animals(segments: Sequence[Segment]) -> bool:
    """True where the page is about animals more than once."""
    return sum(bool(_ANIMALS.search(segment.text)) for segment in segments) > 1


def is_testimony(segment: Segment, categories: Sequence[Category]) -> bool:
    """True where the words are a person's own, quoted or told in the first person, and so must not be reworded."""
    text = segment.text
    quoted = segment.role is Role.QUOTE or _QUOTED.search(text) or _CLOSED_ONLY.search(text)
    told = _TOLD.search(text) or _STORY.search(text)
    return bool(quoted or (Category.TESTIMONIAL in categories and told))


def _sentence_case(text: str) -> str:
    head, *rest = text.split(" ")
    return " ".join([head, *(word if any(c.isupper() for c in word[1:]) or not word[:1].isupper() else word.lower() for word in rest)])
