"""Character references of HTML, decoded by the rules of its standard.

https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state
"""

from __future__ import annotations

import re
from html.entities import html5

from claimcheck.read.cleaned import Cleaned

# NUL stands here too, since it is the other thing in a text that is not shown as it is written.
_SPECIAL = re.compile(r"&(?:#[xX]([0-9a-fA-F]++)|#([0-9]++)|([a-zA-Z][a-zA-Z0-9]{0,31}+));?+|\0")
_LONGEST_WITHOUT_SEMICOLON = 6
_REPLACEMENT = "\ufffd"


def add_text(cleaned: Cleaned, raw: str, at: int) -> None:
    """Add text between tags to `cleaned`, its references decoded and NUL dropped."""
    if "&" not in raw and "\0" not in raw:
        cleaned.add(raw, at)
    else:
        _add_decoded(cleaned, raw, at, "", in_attribute=False)


def add_value(cleaned: Cleaned, raw: str, at: int) -> None:
    """Add an attribute's value, or the text of a title or text area, to `cleaned`, its references decoded."""
    _add_decoded(cleaned, raw, at, _REPLACEMENT, in_attribute=True)


def unescape_value(raw: str) -> str:
    """An attribute's value as a program sees it."""
    if "&" not in raw:
        return raw
    pieces: list[str] = []
    last = 0
    for match in _SPECIAL.finditer(raw):
        text, length = _decode(match, raw, in_attribute=True)
        pieces += raw[last : match.start()], text
        last = match.start() + length
    return "".join((*pieces, raw[last:]))


def _add_decoded(cleaned: Cleaned, raw: str, at: int, nul: str, *, in_attribute: bool) -> None:
    last = 0
    for match in _SPECIAL.finditer(raw):
        start = match.start()
        text, length = (nul, 1) if match[0] == "\0" else _decode(match, raw, in_attribute=in_attribute)
        if length == 0:
            continue
        if last < start:
            cleaned.add(raw[last:start], at + last)
        if text:
            cleaned.add_whole(text, at + start, length)
        last = start + length
    if last < len(raw):
        cleaned.add(raw[last:], at + last)


def _decode(match: re.Match[str], raw: str, *, in_attribute: bool) -> tuple[str, int]:
    """The reference's text and how much of the source it takes; length 0 where it is no reference."""
    hexadecimal, decimal, name = match.groups()
    if name is None:
        if hexadecimal is None and decimal is None:
            return _REPLACEMENT, 1
        return _numeric(hexadecimal or decimal, 16 if hexadecimal else 10), len(match[0])
    whole = html5.get(name + ";") if match[0].endswith(";") else None
    if whole is not None:
        return whole, len(match[0])
    return _legacy(name, match.start() + 1, raw, in_attribute)


def _legacy(name: str, at: int, raw: str, in_attribute: bool) -> tuple[str, int]:
    """References that old pages write without a semicolon: `&copy2020`; links such as `?a=1&copy=2` stay."""
    for length in range(min(len(name), _LONGEST_WITHOUT_SEMICOLON), 1, -1):
        text = html5.get(name[:length])
        if text is not None:
            following = raw[at + length : at + length + 1]
            if in_attribute and (following == "=" or (following.isascii() and following.isalnum())):
                break
            return text, length + 1 + (following == ";")
    return "", 0


def _numeric(digits: str, base: int) -> str:
    significant = digits.lstrip("0")
    number = int(significant, base) if 0 < len(significant) <= 7 else 0
    if 0x80 <= number <= 0x9F:
        # Pages that write &#150; mean the dash of Windows-1252, and browsers show it.
        return bytes([number]).decode("cp1252", "ignore") or chr(number)
    if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        return _REPLACEMENT
    return chr(number)
