"""How a segment is put: sentence, bullet, heading or button; whose words it is; in what case it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from claimcheck.claim import Category, Role, Segment
from claimcheck.rewrite.grammar import is_title_case, titled
from claimcheck.rewrite.slots import treatment
from claimcheck.rewrite.tables import alternatives, listed, words


class Style(Enum):
    """Which frames suit a segment."""

    SENTENCE = "sentence"
    ITEM = "item"
    HEADING = "heading"
    BUTTON = "button"
    LEAD = "lead"
    PICTURE = "picture"


_ROLES = {
    Role.TITLE: Style.HEADING,
    Role.HEADING: Style.HEADING,
    Role.ALT: Style.PICTURE,
    Role.BUTTON: Style.BUTTON,
    Role.LINK: Style.BUTTON,
    Role.LIST_ITEM: Style.ITEM,
    Role.TABLE_CELL: Style.ITEM,
}
_END = re.compile(r"[.!?…][\"'”’)\]*]*$")
_WEAK_TOPICS = ("speed", "duration")
_CAPTIONS = (Role.ALT, Role.META, Role.TITLE, Role.HEADING)
_SHORT = 9
_MARKS = r"(?:[-–—•*✓✔·»>]+\s*|\(?\d{{1,2}}[.)]\s+|[a-z][.)]\s+|(?:{labels}|step \d)[:.]\s+)+"
_SUFFIX = re.compile(r"\s+[|·–—]\s+[^|]{2,40}$")
_QUOTED = re.compile(
    r"“(?:[^”\s]+\s+){4,}[^”]*(?:”|$)|\"(?:[^\"\s]+\s+){4,}[^\"]*(?:\"|$)|«(?:[^»\s]+\s+){4,}[^»]*(?:»|$)"
)
_CLOSED_ONLY = re.compile(r"^[^“\"«]*[”»]|^[^\"]{12,}\"\s*(?:[,.–—-]|$)")


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
        if self.style is not Style.SENTENCE and is_title_case(self.body):
            new = titled(new)
        elif self.style in (Style.HEADING, Style.BUTTON):
            new = _sentence_case(new)
        if self.body.isupper() and len(self.body) > 6:
            new = new.upper()
        if self.style is Style.LEAD:
            return f"{self.mark}{new.rstrip('.')}:"
        if self.style is Style.SENTENCE or self.body.rstrip().endswith("."):
            new = new.rstrip(".") + "."
        return f"{self.mark}{new}{self.suffix}"


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(_MARKS.format(labels=alternatives("signs", "labels")), re.I)


def shape(segment: Segment, *, ours: bool, vet: bool = False) -> Shape:
    """The form of a segment; `ours` says that its page speaks of "we", `vet` that it is about animals."""
    text = segment.text
    mark = match[0] if (match := _mark().match(text)) else ""
    suffix = match[0] if segment.role in (Role.TITLE, Role.META) and (match := _SUFFIX.search(text)) else ""
    return Shape(text, _style(segment, text[len(mark) :]), ours, vet, mark, suffix)


def _style(segment: Segment, body: str) -> Style:
    ended, short = bool(_END.search(body)), len(body.split()) <= _SHORT
    style = _ROLES.get(segment.role, Style.SENTENCE)
    if body.rstrip().endswith(":") and style is not Style.HEADING:
        return Style.LEAD
    if segment.role is Role.META:
        return Style.HEADING if short and not ended else Style.SENTENCE
    if style is Style.ITEM:
        return _item_style(body, ended=ended, short=short)
    return Style.ITEM if style is Style.SENTENCE and short and not ended and not _has_verb(body) else style


def _item_style(body: str, *, ended: bool, short: bool) -> Style:
    """A bullet or a cell is a sentence, a heading of its own, or a mere item."""
    if ended or (_has_verb(body) and not short):
        return Style.SENTENCE
    return Style.HEADING if _has_verb(body) or treatment(body) else Style.ITEM


def _has_verb(text: str) -> bool:
    return any(word.casefold() in words().finite for word in text.split()[1:])


def speaks_of_us(segments: Sequence[Segment]) -> bool:
    """True where the page speaks of "we"."""
    return any(listed("signs", "ours").search(segment.text) for segment in segments)


def speaks_of_animals(segments: Sequence[Segment]) -> bool:
    """True where the page is about animals more than once."""
    return sum(bool(listed("signs", "animals").search(segment.text)) for segment in segments) > 1


def is_quoted(segment: Segment, categories: Sequence[Category]) -> bool:
    """True where the words are a person's own: quoted, or told in the first person."""
    text = segment.text
    if segment.role is Role.QUOTE or _QUOTED.search(text) or _CLOSED_ONLY.search(text):
        return True
    told = segment.role not in _CAPTIONS and listed("signs", "told").search(text)
    return bool(Category.TESTIMONIAL in categories and told)


def is_story(segment: Segment, categories: Sequence[Category]) -> bool:
    """True where the words tell what became of one person."""
    told = segment.role not in _CAPTIONS and listed("signs", "story").search(segment.text)
    return bool(Category.TESTIMONIAL in categories and told)


def says_nothing(text: str) -> bool:
    """True where no word of the text claims, names a treatment or a condition, or belongs to a topic of claims."""
    table = words()
    topics = (pattern for name, pattern in table.topics.items() if name not in _WEAK_TOPICS)
    return not any(pattern.search(text) for pattern in (table.strong, table.treatment, table.condition, *topics))


def is_limited(text: str) -> bool:
    """True where the text says itself how weak its evidence is."""
    return bool(listed("signs", "limited").search(text) and listed("signs", "study").search(text))


def _sentence_case(text: str) -> str:
    head, *rest = text.split(" ")
    return " ".join(
        [
            head,
            *(word if any(c.isupper() for c in word[1:]) or not word[:1].isupper() else word.lower() for word in rest),
        ]
    )
