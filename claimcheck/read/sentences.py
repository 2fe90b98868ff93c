"""A block's text cut into sentences and fragments, by rules made for advertisements and patient pages.

Every place where a sentence might end is found by one pattern; what stands to its left and right then decides.
A colon, a semicolon or a dash never ends a sentence. Every look to a side is bounded, so that the time grows with
the length of the text alone.
"""

from __future__ import annotations

import re

from claimcheck.read import abbreviations

_OPENERS = "\"'“‘«([{¿¡"
_CLOSERS = "\"'”’»)\\]}"
_EMOJI = (
    "\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u2580-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\U0001f000-\U0001faff\ufe0f\u200d\u20e3"
)
_BULLETS = "•‣⁃◦▪▫●○◆◇■□▶►▸➤➔➜➡→✓✔✅☑✗✘❌➢❖★☆"
_END = re.compile(
    rf"([.!?…。！？]++[{_CLOSERS}]*+(?:\[\d{{1,3}}\])?+)([^\S\n]*+[{_EMOJI}][{_EMOJI} ]*+)?+([^\S\n]*+)"
    rf"|\n|(?<=\s)[{_BULLETS}]"
)
# The dots that lead the eye to a price: `Consultation ....... $150`.
_LEADER = re.compile(r"\.{5,}")
_STOP, _TAIL, _GAP = 1, 2, 3
_NEXT = re.compile(rf"[{_OPENERS}]{{0,8}}(\S)([\w'’&.-]{{0,24}})")
_INNER_EDGE = re.compile(r"[(\[{\"“‘/—–]")
_GLUED = re.compile(rf"[{_OPENERS}]{{0,8}}([^\W\d_]+)")
_LEADING = re.compile(rf"[\s{_BULLETS}\ufe0f·]*+(?:[-–—*]\s++)?+")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]*")
# `5`, `$180`, `MD12345`; after `No.` and the like.
_NUMBER = re.compile(r"[$£€#]?\d|[#$£€]\Z|[a-z]{1,4}\d")
_REACH = 32


def sentences(text: str) -> list[tuple[int, int]]:
    """The half-open ranges of the sentences and fragments, in order, without white space or bullets around them."""
    ranges: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match[_STOP] is None:
            _keep(ranges, text, start, match.start())
        elif _ends(text, start, match):
            _keep(ranges, text, start, match.end())
        else:
            continue
        start = match.end()
    _keep(ranges, text, start, len(text))
    return ranges


def _keep(ranges: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    leading = _LEADING.match(text, start, end)
    start = leading.end() if leading else start
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        ranges.append((start, end))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """True where the sentence that began at `start` ends with this stop."""
    stop, after = match[_STOP], match.end()
    if after == len(text) or text[after] == "\n" or stop[0] in "。！？":
        return True
    if not match[_GAP] and not match[_TAIL]:
        return _glued_ends(text, match)
    following = _NEXT.match(text, after)
    if following is None:
        return True
    if following[1] == "." or text[match.start() - 2 : match.start()] == ". " or _LEADER.fullmatch(stop):
        return False
    word = following[1] + following[2].rstrip(".'’-")
    if word[0].islower():
        return _ends_before_small(text, match, word)
    return stop != "." or _full_stop_ends(text, start, match, word.lower())


def _ends_before_small(text: str, match: re.Match[str], word: str) -> bool:
    """Before a small letter: `Wow! it works` ends; `"It worked!" says Maria` and `imagine... a life` do not."""
    stop = match[_STOP]
    if stop == ".":
        return _is_list_letter(text, match.end()) or _starts_small(text, match.start(), word)
    return stop[-1] in "!?" and "..." not in stop and word not in abbreviations.SPEAKS


def _full_stop_ends(text: str, start: int, match: re.Match[str], word: str) -> bool:
    """Whether a lone full stop ends a sentence, where the next word does not start small."""
    place = match.start()
    if place - start <= 6 and _LIST_NUMBER.fullmatch(text[start:place].strip()):
        return False
    before = _word_before(text, place)
    abbreviation = before.lower()
    if abbreviation in abbreviations.LEADS_ON or (abbreviation in abbreviations.BEFORE_NUMBER and _NUMBER.match(word)):
        return False
    if abbreviation in abbreviations.CLOCK:
        return word not in abbreviations.CLOCK_GOES_ON and not word[0].isdigit()
    if len(before) == 1 and before.isupper():
        lettered = _word_before(text, place - 2).lower() in abbreviations.LETTERED
        return lettered or word in abbreviations.STARTERS
    return abbreviation not in abbreviations.MAYBE or word in abbreviations.STARTERS


def _starts_small(text: str, place: int, word: str) -> bool:
    """Where people write without capitals: `the pain is gone. we are here to help`, after a whole word only."""
    before = _word_before(text, place)
    whole = len(before) > 3 and before.isalpha() and before.islower()
    return whole and word in abbreviations.SMALL_STARTERS and before not in abbreviations.ANY


def _is_list_letter(text: str, at: int) -> bool:
    """True at the `b)` of `a) Draw blood. b) Spin it.`"""
    return text[at + 1 : at + 3] == ") "


def _word_before(text: str, place: int) -> str:
    """The word that ends at `place`, without what opens or leads up to it."""
    near = text[max(0, place - _REACH) : place]
    if not near or near[-1].isspace():
        return ""
    return _INNER_EDGE.split(near.rsplit(maxsplit=1)[-1])[-1].strip("'’,;:")


def _glued_ends(text: str, match: re.Match[str]) -> bool:
    """Where no space follows: `pain.Feel better` ends; `example.com`, `Node.js` and `Ph.D.` do not."""
    following = _GLUED.match(text[match.end() : match.end() + _REACH])
    near = text[max(0, match.start() - _REACH) : match.start()].rsplit(maxsplit=1)
    if following is None or not near or match[_STOP].startswith(".."):
        return False
    token, name = near[-1], following[1]
    left = _word_before(text, match.start())
    if "@" in token or "//" in token or token.lower().startswith("www") or name.lower() in abbreviations.DOMAINS:
        return False
    shouted = left.isupper() and len(left) > 2 and name.isupper() and len(name) > 1
    titled = name[0].isupper() and (name[1:].islower() or name in ("I", "A"))
    if match[_STOP][0] != ".":
        return shouted or titled
    return shouted or (titled and _may_end(left))


def _may_end(word: str) -> bool:
    """True for a whole word or a number, False for an abbreviation or the first half of a name such as `Ph.D`."""
    if "." in word or word.lower() in abbreviations.NEVER_GLUED:
        return False
    return len(word) > 2 or word[-1:] in ("%", ")") or (word.islower() and len(word) == 2)
