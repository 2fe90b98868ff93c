"""A block's text cut into sentences and fragments, by rules made for advertisements and patient pages.

Every place where a sentence might end is found by one pattern; what stands to its left and right then decides.
A colon, a semicolon or a dash never ends a sentence.
"""

from __future__ import annotations

import re

_OPENERS = "\"'“‘«([{¿¡"
_CLOSERS = "\"'”’»)\\]}"
_EMOJI = "\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u2580-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d\u20e3"
_BULLETS = "•‣⁃◦▪▫●○◆◇■□▶►▸➤➔➜➡→✓✔✅☑✗✘❌➢❖★☆"
_END = re.compile(
    rf"(?P<stop>[.!?…]+|[。！？]+)[{_CLOSERS}]*(?:\[\d+\])?(?P<tail>\s*[{_EMOJI}][{_EMOJI}\s]*)?(?P<gap>\s*)|(?P<cut>\n)|(?P<bullet>(?<=\s)[{_BULLETS}]\ufe0f?)"
)
_WORD_BEFORE = re.compile(r"[^\s(\[{\"“‘/—–]*$")
_NEXT = re.compile(rf"[{_OPENERS}]*(\S)([\w'’&.-]*)")
_LEADING = re.compile(rf"[\s{_BULLETS}\ufe0f·]*(?:[-–—*]\s+)?")
_NUMBER_MARK = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]+$")

# Never the end of a sentence: something that belongs to them follows.
_LEADS_ON = frozenset("dr mr mrs ms mx prof rev hon capt lt col sgt gov sen rep pres vs v cf viz e.g eg i.e ie approx ca resp incl esp".split())
# Not the end before a number, or, for the second group, before a name.
_BEFORE_NUMBER = frozenset(
    "no nos nr fig figs vol ch sec art ref refs pp p pg tel ph ext jan feb mar apr jun jul aug sep sept oct nov dec est c".split()
)
# The end only before a word that clearly starts a sentence.
_MAYBE = frozenset(
    "st mt ft u.s u.k u.s.a e.u d.c n.y l.a inc ltd co corp llc gmbh jr sr bros m.d ph.d d.o r.n d.c d.d.s m.p.h m.s b.s b.a m.a "
    "dept univ assn ave blvd rd hwy ste apt al calif fla tex ariz penn mass conn wash colo ill mich minn tenn va ga md".split()
)
_CLOCK = frozenset({"a.m", "p.m", "am", "pm"})
_CLOCK_GOES_ON = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun est edt cst cdt mst mdt pst pdt et ct mt "
    "pt gmt utc eastern central pacific mountain january february march april may june july august september october november december".split()
)
_STARTERS = frozenset(
    "a an the this that these those he she it we they i you my our your his her its their there here what who when where why how which "
    "if in on at by for from with after before since during while although though because however but and so or yet no not all most many "
    "some each every both any as to is are was were do does did can could will would should may might must has have had call book "
    "contact get learn visit schedule ask find read see try start stop join click discover feel let now today please patients results "
    "unlike once then thus therefore also even just only say nothing nobody everyone many results treatment treatments stem therapy "
    "pain free meet come make take don't we're we've you'll you're it's i'm i've he's she's that's there's".split()
)
_SPEAKS = frozenset("says said asks asked writes wrote adds added explains explained recalls recalled reports reported tells told".split())
_DOMAINS = frozenset("com org net edu gov io co uk de info biz us eu clinic health js ts py html htm php pdf jpg png".split())


def sentences(text: str) -> list[tuple[int, int]]:
    """The half-open ranges of the sentences and fragments, in order, without white space or bullets around them."""
    ranges = []
    start = 0
    for match in _END.finditer(text):
        if match["stop"] is None:
            cut = match.start()
        elif _ends(text, start, match):
            cut = match.end()
        else:
            continue
        _keep(ranges, text, start, cut)
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
    stop, after = match["stop"], match.end()
    if stop[0] in "。！？" or after == len(text):
        return True
    following = _NEXT.match(text, after)
    if following is None:
        return True
    first, word = following[1], (following[1] + following[2]).rstrip(".'’-")
    before = text[max(start, match.start() - 40) : match.start()]
    if not match["gap"] and not match["tail"]:
        return _ends_glued(text, match, before, following[0])
    if stop == ".":
        return _full_stop_ends(before, first, word.lower(), closed=match.end("stop") < match.start("gap"), opening=_opening(text, start, match))
    if first.islower():
        closed = text[match.end("stop")] in "\"'”’»)]}"
        return not closed and "…" not in stop and ".." not in stop and word.lower() not in _SPEAKS
    return True


def _opening(text: str, start: int, match: re.Match[str]) -> bool:
    """True where all that stands before the stop is a list number, as in `1. Harvest`."""
    return match.start() - start <= 8 and _NUMBER_MARK.fullmatch(text[start : match.start("stop") + 1].strip()) is not None


def _full_stop_ends(before: str, first: str, word: str, *, closed: bool, opening: bool) -> bool:
    if opening or first.islower():
        return False
    if closed:
        return True
    abbreviation = _abbreviation(before)
    if abbreviation in _LEADS_ON:
        return False
    if abbreviation in _BEFORE_NUMBER and first.isdigit():
        return False
    if abbreviation in _CLOCK:
        return word not in _CLOCK_GOES_ON and not first.isdigit()
    if abbreviation in _MAYBE or (len(abbreviation) == 1 and abbreviation.isalpha() and before[-1].isupper()):
        return word in _STARTERS
    return True


def _abbreviation(before: str) -> str:
    word = _WORD_BEFORE.search(before)
    return word[0].lower().strip("'’,;:") if word else ""


def _ends_glued(text: str, match: re.Match[str], before: str, following: str) -> bool:
    """Where no space follows: `pain.Feel better` ends, `example.com`, `Node.js` and `Ph.D.` do not."""
    if len(match["stop"]) > 1 and set(match["stop"]) == {"."}:
        return False
    word = _WORD_BEFORE.search(before)
    left = word[0] if word else ""
    right = re.match(r"\W*(\w+)", following)
    if right is None or not left and match["stop"] == ".":
        return False
    name = right[1]
    if "@" in left or "//" in before[-40:] or "www" in left.lower() or name.lower() in _DOMAINS:
        return False
    if left.isupper() and len(left) > 2 and name.isupper() and len(name) > 1:
        return True
    if not (name[0].isupper() and (name[1:].islower() or name in ("I", "A"))):
        return False
    return match["stop"] != "." or _glues(left)


def _glues(left: str) -> bool:
    """True for the end of a word, a number or a bracket: what stands before a full stop that ends a sentence."""
    if left.lower() in _LEADS_ON | _MAYBE | _CLOCK or "." in left:
        return False
    return (len(left) > 2 or left[-1:] in "%)") and not (left.isalpha() and left.isupper() and len(left) < 2)
