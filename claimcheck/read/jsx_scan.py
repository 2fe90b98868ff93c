"""A scan through JavaScript with markup in it, which keeps the markup, blanks the code, and notes strings with words.

Modes stand on a list of their own, so that no nesting is too deep; every character is looked at a bounded number of
times.
"""

from __future__ import annotations

import re

from claimcheck.read.html_elements import VOID
from claimcheck.read.jsx_words import CODE_PROPERTIES, blank, element, is_prose, is_text_property, nothing

_SCRIPT = re.compile(
    r"//[^\n]*+|/\*[\s\S]*?(?:\*/|\Z)|'(?:[^'\\\n]|\\[\s\S])*+'|\"(?:[^\"\\\n]|\\[\s\S])*+\"|`|[{}]|<(?=[A-Za-z>])"
    r"|/(?![/*])"
)
_TEMPLATE = re.compile(r"(?:[^`\\$]|\\[\s\S]|\$(?!\{))*+(`|\$\{|\Z)")
# Bounded, so that what only looks like one costs little.
_REGEX = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.){0,100}+\]){1,200}+/\w*")
_BEFORE_VALUE = re.compile(r"(?:^|[(,=:\[!&|?{};>]|\b(?:return|default|yield|case|else|do))\s*\Z")
_REACH = 80
_NAME = re.compile(r"<([A-Za-z][\w.:-]*)?")
_PART = re.compile(
    r"\s*+(?:(?P<end>/?>)|(?P<open>\{)|(?P<name>[A-Za-z_@:][\w:.@-]*)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<value>\{)))?)"
)
_CHILD = re.compile(r"[<{]")
_CLOSE = re.compile(r"</([A-Za-z][\w.:-]*)?\s*>")
_LONE_STRING = re.compile(r"""\{\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)'|`([^`\\$]*)`)\s*\}""")

# What a mode is: code (with the braces open in it), a template string, a tag's inside, or what stands between tags.
_CODE, _STRING, _TAG, _BETWEEN = range(4)


class Scan:
    """One scan; `words` are the ranges of strings and properties that hold words for a reader.

    What is kept of the text is what was asked for: nothing at first, or all of it where `shown`.
    """

    def __init__(self, text: str, *, shown: bool = False) -> None:
        self.words: list[tuple[int, int]] = []
        self._text = text
        self._shown = shown
        self._patches: list[tuple[int, int, str]] = []
        self._modes: list[list[int]] = []
        self._lone = False
        self._after_name = 0

    def masked(self) -> str:
        """The text, equally long, with blanks for code; line ends stay."""
        text, pieces, at = self._text, list[str](), 0
        for start, end, put in sorted(self._patches):
            if start < at:
                continue
            pieces += (text[at:start] if self._shown else blank(text[at:start])), put
            at = end
        pieces.append(text[at:] if self._shown else blank(text[at:]))
        return "".join(pieces)

    def blank(self, start: int, end: int) -> None:
        """Blank out a range."""
        self._patches.append((start, end, blank(self._text[start:end])))

    def script(self, at: int) -> None:
        """Scan a whole script from here on."""
        self._modes = [[_CODE, 0]]
        self._run(at, len(self._text))

    def expression(self, at: int, end: int) -> int:
        """Blank out the expression whose brace opens here; where it ends, or -1 where it does not."""
        lone = _LONE_STRING.match(self._text, at, end)
        if lone:
            self._keep_string(lone)
            return lone.end()
        before = len(self._patches), len(self.words)
        self._modes = [[_CODE, 0]]
        after = self._run(at + 1, end)
        del self._patches[before[0] :]
        if self._modes:
            del self.words[before[1] :]
            return -1
        self._patches.append((at, after, nothing(self._text[at:after])))
        return after

    def code(self, at: int, end: int) -> None:
        """Blank out code, its words noted."""
        before = len(self._patches)
        self._modes = [[_CODE, 0]]
        self._run(at, end)
        del self._patches[before:]
        self.blank(at, end)

    def tag_alone(self, at: int, end: int) -> int:
        """Blank out one tag, its words noted; where it ends, `at` where it is none."""
        before = len(self._patches)
        self._lone = True
        self._modes = []
        self._open(at)
        after = self._run(self._after_name, end)
        self._lone = False
        del self._patches[before:]
        if self._modes:
            return at
        self.blank(at, after)
        return after

    def _run(self, at: int, end: int) -> int:
        """Go on until every mode is left; where that is."""
        steps = {_CODE: self._code, _STRING: self._string, _TAG: self._tag, _BETWEEN: self._between}
        while self._modes and at < end:
            at = steps[self._modes[-1][0]](at, end)
        return at

    def _code(self, at: int, end: int) -> int:
        text, mode = self._text, self._modes[-1]
        mark = _SCRIPT.search(text, at, end)
        if mark is None:
            return end
        first = mark[0][0]
        if first in "'\"":
            if len(mode) < 3:
                self._note(mark.start() + 1, mark.end() - 1)
        elif first == "`":
            self._modes.append([_STRING, mark.end()])
        elif first == "{":
            mode[1] += 1
        elif first == "}":
            mode[1] -= 1
            if mode[1] < 0:
                self._modes.pop()
        elif mark[0] == "<" and self._expects_value(mark.start()):
            self._open(mark.start())
            return self._after_name
        elif mark[0] == "/" and self._expects_value(mark.start()):
            regex = _REGEX.match(text, mark.start(), end)
            return regex.end() if regex else mark.end()
        return mark.end()

    def _string(self, at: int, end: int) -> int:
        """A template string; one with a hole in it is code."""
        mode = self._modes[-1]
        match = _TEMPLATE.match(self._text, at, end)
        if match is None or match[1] != "${":
            if match and match[1] and mode[1] == at:
                self._note(at, match.start(1))
            self._modes.pop()
            return match.end() if match else end
        mode[1] = -1
        self._modes.append([_CODE, 0])
        return match.end()

    def _expects_value(self, at: int) -> bool:
        return _BEFORE_VALUE.search(self._text[max(0, at - _REACH) : at]) is not None

    def _open(self, at: int) -> None:
        """A tag starts; what it is called for the reader of HTML is settled when it ends."""
        name = _NAME.match(self._text, at)
        assert name is not None
        self._after_name = name.end()
        self._modes.append([_TAG, at, name.end()])

    def _tag(self, at: int, end: int) -> int:
        _, start, after_name = self._modes[-1][:3]
        name = self._text[start + 1 : after_name]
        part = _PART.match(self._text, at, end)
        if part is None:
            self._modes.pop()
            return at + 1
        if part["end"]:
            self._modes.pop()
            closes = part["end"] == "/>"
            self._patch_name(start, after_name, closes=closes)
            self._patches.append((*part.span("end"), ">".rjust(len(part["end"]))))
            if not closes and not self._lone and name.lower() not in VOID:
                self._modes.append([_BETWEEN])
        elif part["open"] or part["value"]:
            lone = _LONE_STRING.match(self._text, part.end() - 1, end)
            if lone and part["value"]:
                inside = lone.span(lone.lastindex or 1)
                self._property(name, part["name"], *inside)
                return lone.end()
            self._modes.append([_CODE, 0, *([1] if (part["name"] or "").lower() in CODE_PROPERTIES else [])])
        elif part["double"] is not None or part["single"] is not None:
            group = "double" if part["double"] is not None else "single"
            self._property(name, part["name"], *part.span(group))
            if name.islower() and "." not in name:
                self._patches.append((*part.span(), self._text[slice(*part.span())]))
        elif part["name"] == "hidden" and name.islower():
            self._patches.append((*part.span(), self._text[slice(*part.span())]))
        return part.end()

    def _patch_name(self, start: int, end: int, *, closes: bool) -> None:
        """The tag's name as the reader of HTML needs it: components as blocks or inline, empty ones as nothing."""
        name, room = self._text[start + 1 : end], end - start - 1
        put = element(name, room)
        if closes and put not in VOID:
            put = "i"
        if name:
            self._patches.append((start, end, f"<{put}".ljust(room + 1)))
        else:
            self.blank(start, end)

    def _between(self, at: int, end: int) -> int:
        text = self._text
        mark = _CHILD.search(text, at, end)
        stop = mark.start() if mark else end
        if at < stop:
            self._patches.append((at, stop, text[at:stop]))
        if mark is None:
            return end
        if mark[0] == "{":
            lone = _LONE_STRING.match(text, stop, end)
            if lone:
                self._keep_string(lone)
                return lone.end()
            self._modes.append([_CODE, 0])
            return mark.end()
        close = _CLOSE.match(text, stop, end)
        if close:
            self._modes.pop()
            if close[1]:
                put = element(close[1], len(close[1]))
                self._patches.append((*close.span(), f"</{put}>".ljust(len(close[0]))))
            return close.end()
        self._open(stop)
        return max(self._after_name, stop + 1)

    def _keep_string(self, lone: re.Match[str]) -> None:
        """`{"words"}` among text is text."""
        start, end = lone.span(lone.lastindex or 1)
        text = self._text
        put = nothing(text[lone.start() : start]) + text[start:end] + nothing(text[end : lone.end()])
        self._patches.append((*lone.span(), put))

    def _property(self, tag: str, name: str, start: int, end: int) -> None:
        """Words in a property of a component; those of HTML's own elements are left to its reader."""
        is_component = not tag.islower() or "." in tag
        if is_component and is_text_property(name, self._text[start:end]):
            self.words.append((start, end))

    def _note(self, start: int, end: int) -> None:
        if is_prose(self._text[start:end]):
            self.words.append((start, end))
