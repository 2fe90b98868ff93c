"""How words are written where they go: in HTML text, an attribute, JSON-LD, front matter, Markdown or plain text."""

from __future__ import annotations

import json
import re
from enum import Enum

from claimcheck.text import Source

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")


class Where(Enum):
    """Kinds of places in a source."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    FRONT_MATTER = "front matter"
    HTML = "html"
    ATTRIBUTE = "attribute"
    JSON = "json"


def where(source: Source, at: int) -> Where:
    """What kind of place an offset is."""
    text = source.text
    if source.format == "markdown":
        front = _FRONT_MATTER.match(text)
        if front and at < front.end():
            return Where.FRONT_MATTER
        return Where.ATTRIBUTE if _in_tag(text, at) else Where.MARKDOWN
    if source.format != "html":
        return Where.PLAIN
    script = text.rfind("<script", 0, at)
    if script >= 0 and text.rfind("</script", 0, at) < script and not _in_tag(text, at, script):
        return Where.JSON
    return Where.ATTRIBUTE if _in_tag(text, at) else Where.HTML


def escaped(words: str, place: Where) -> str:
    """The words as that place needs them."""
    if place is Where.JSON:
        return json.dumps(words, ensure_ascii=False)[1:-1].replace("</", "<\\/")
    if place in (Where.HTML, Where.ATTRIBUTE):
        words = re.sub(r"&(?=#?\w+;|\s)", "&amp;", words).replace("<", "&lt;").replace(">", "&gt;")
        return words.replace('"', "&quot;").replace("'", "&#39;") if place is Where.ATTRIBUTE else words
    if place is Where.MARKDOWN:
        return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", words)
    if place is Where.FRONT_MATTER:
        return words.replace(": ", " – ").replace(" #", " ").replace('"', "").replace("'", "’")
    return words


def _in_tag(text: str, at: int, after: int = 0) -> bool:
    """True inside a tag: it begins as one before the offset and has not ended."""
    start = text.rfind("<", after, at)
    if start < 0 or not text[start + 1 : start + 2].isalpha():
        return False
    quote = ""
    for character in text[start:at]:
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character == ">":
            return False
    return True
