"""How text lies on a terminal: width, colour, and characters made safe and measured."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.claim import Severity

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_JOINER = "\N{ZERO WIDTH JOINER}"
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}


@dataclass(frozen=True, slots=True)
class Layout:
    """The width in terminal cells, and whether severities and underlines are coloured."""

    width: int = 100
    colour: bool = False

    def bold(self, text: str) -> str:
        """Text that stands out."""
        return self._painted(text, "1")

    def ranked(self, text: str, severity: Severity | None) -> str:
        """Text in the colour of a severity; None (a fault) has the error's."""
        return self._painted(text, _COLOURS[severity or Severity.ERROR])

    def _painted(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text


PLAIN = Layout()


def shown(text: str) -> str:
    """The text as it may go to a terminal: one line, nothing that the terminal would obey or hide."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(cell(character)[0] for character in text)


def cell(character: str) -> tuple[str, int]:
    """What stands for a character on a terminal, and how many cells it takes."""
    if " " <= character <= "~":
        return character, 1
    if character in "\t\n\r\N{NO-BREAK SPACE}":
        return " ", 1
    if character == _JOINER:
        return "", 0
    # Imported here, since most lines are ASCII and the table costs memory.
    from unicodedata import category, east_asian_width

    kind = category(character)
    if kind in _UNSEEN:
        return _REPLACEMENT, 1
    if kind in ("Mn", "Me"):
        return character, 0
    return character, 2 if east_asian_width(character) in "WF" else 1
