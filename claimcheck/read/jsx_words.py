"""Which parts of a script's markup are words for a reader: by the name of a property, or by how a string looks."""

from __future__ import annotations

import re

from claimcheck.read.words import words

# Properties of components that hold words for a reader, whatever they look like.
TEXT_PROPERTIES = words(
    "title heading headline subtitle subheading subheadline label text description summary caption alt placeholder "
    "tagline lead quote content body message cta ctatext buttontext excerpt intro tooltip question answer eyebrow"
)
# Those that never do.
CODE_PROPERTIES = words(
    "classname class style id key ref href src srcset sizes type name value variant color size icon as d viewbox rel "
    "target role slug path to layout width height lang"
)
INLINE_COMPONENTS = words(
    "link navlink a anchor strong em b i span trans highlight mark abbr tooltip code small sup sub"
)
_PROSE = re.compile(r"[\"'“‘¡¿(]?[A-Z0-9][\w'’%\\-]*[,:]? [\w\"'“‘(]")
_CODE = re.compile(r"[{}<>;=]|\w\(|://|^\.|^#")


def is_prose(text: str) -> bool:
    """True where a string looks like words for a reader: two words at least, the first with a capital, no code.

    >>> is_prose("Regrow your discs"), is_prose("flex items-center")
    (True, False)
    """
    return _PROSE.match(text) is not None and _CODE.search(text) is None


def is_text_property(name: str, value: str) -> bool:
    """True where a component's property holds words for a reader."""
    lowered = name.lower().replace("-", "")
    if lowered in TEXT_PROPERTIES or (lowered.startswith("aria") and lowered.endswith("label")):
        return True
    return lowered not in CODE_PROPERTIES and is_prose(value)


def blank(text: str) -> str:
    """As long as the text, nothing but spaces and its line ends."""
    return re.sub(r"[^\r\n]", " ", text)


def nothing(text: str) -> str:
    """As long as the text, but no word's end: the readers drop NUL."""
    return re.sub(r"[^\r\n]", "\0", text)


def element(name: str, room: int) -> str:
    """The element of HTML that a name stands for, in no more letters than it has."""
    own = name.rpartition(".")[2]
    if own.islower():
        return own
    if name.lower() in INLINE_COMPONENTS or room < 3:
        return "b"
    return own.lower() if own.lower() == "button" else "div"
