"""What a text names that a rewrite may name again: treatment, condition, what is said to be repaired, topics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.claim import Category, Context, Judgement, Segment
from claimcheck.rewrite.tables import words

_LEADING = re.compile(r"^(?:and|or|of|in|with|the)[ ,-]+", re.I)
_BY_CATEGORY = {
    Category.SAFETY: ("safety",),
    Category.REGENERATION: ("structure",),
    Category.APPROVAL: ("approval",),
    Category.SCOPE: ("scope",),
    Category.SPEED_DURATION: ("speed", "duration"),
    Category.COMPARISON: ("surgery", "drugs", "comparison"),
    Category.CURE: ("relief", "inflammation", "function"),
    Category.EFFICACY: ("relief", "inflammation", "function"),
    Category.PROOF: ("relief", "structure", "inflammation", "function"),
}
# Categories that may lead to a frame of their own without a word of the topic in the text.
_WITHOUT_WORDS = {Category.APPROVAL: "approval", Category.SCOPE: "scope", Category.COMPARISON: "comparison"}
_OF_CONDITIONS = frozenset({Category.CURE, Category.EFFICACY, Category.PROOF})
_ANSWER_WORDS = 6
_ACRONYMS = frozenset({"BMAC", "COPD"})


@dataclass(frozen=True, slots=True)
class Treatment:
    """A treatment as it may stand in a sentence; `cells` as in the ledger, "stem" for cells of no named kind."""

    text: str
    plural: bool = False
    cells: str = ""
    named: bool = False


UNNAMED = Treatment("the treatment")


@dataclass(frozen=True, slots=True)
class Slots:
    """What fills the frames for one segment; `topics` are ordered, the claim's own first, `general` last."""

    treatment: Treatment
    condition: str
    object: str
    topics: tuple[str, ...]


def slots(segment: Segment, judgement: Judgement) -> Slots:
    """The slots of a flagged segment; of a treatment that only the page names, just the kind of cells is taken."""
    text = _answered(segment)
    asked = topics_in(text) if text != segment.text else []
    found = treatment(text)
    if found is None:
        around = next(filter(None, map(treatment, _around(segment.context))), None)
        found = Treatment(UNNAMED.text, cells=around.cells if around else "")
    return Slots(found, condition(text), repaired(text), tuple(dict.fromkeys((*asked, *_topics(text, judgement)))))


def _answered(segment: Segment) -> str:
    """The text, with the question before it where it is no more than a short answer."""
    before = segment.context.before
    short = len(segment.text.split()) <= _ANSWER_WORDS and before.rstrip().endswith("?")
    return f"{before} {segment.text}" if short else segment.text


def treatment(text: str) -> Treatment | None:
    """The first treatment that a text names, as a noun phrase that can be a subject."""
    table = words()
    for match in table.treatment.finditer(text):
        name = (match["core"] or match["alone"]).casefold()
        core = table.cores[name]
        head = (match["head"] or "").casefold()
        number = table.heads[head] if head else core.number
        surface = " ".join(map(_lowered_word, match[0].split()))
        if number == "kind":
            return Treatment(UNNAMED.text, cells=core.cells)
        if number == "count" and not (match["determiner"] or ""):
            surface += "s"
        if number == "one" and not head and name.endswith("cell"):
            surface += "s"
            number = "many"
        return Treatment(surface, number in ("many", "count") and surface.endswith("s"), core.cells, True)
    return None


def condition(text: str) -> str:
    """The longest condition that a text names, or ""."""
    longest = max(conditions(text), key=len, default="")
    return re.sub(r"\b(dis[ck]|tear|sprain|strain|injury|joint|knee)$", _plural, longest)


def conditions(text: str) -> list[str]:
    """Every condition that a text names."""
    found = (_trimmed(match[0]) for match in words().condition.finditer(text))
    return [each for each in found if each not in words().general]


def repaired(text: str) -> str:
    """The narrowest part of the body that a text names, as what can be repaired, or ""."""
    match = words().objects.search(words().treatment.sub(" ", text))
    if match is None:
        return ""
    name = match[0].casefold()
    return words().counted_objects.get(name, name)


def topics_in(text: str) -> list[str]:
    """The topics whose words stand in a text, in the order of the table."""
    return [name for name, pattern in words().topics.items() if pattern.search(text)]


def _topics(text: str, judgement: Judgement) -> Iterator[str]:
    said = topics_in(text)
    probable = judgement.category_probabilities
    given: set[str] = set()
    for category in sorted(judgement.categories, key=lambda each: -probable.get(each, 0.0)):
        wanted = [topic for topic in _BY_CATEGORY.get(category, ()) if topic in said]
        if not wanted and category in _OF_CONDITIONS and condition(text):
            wanted = ["relief"]
        if not wanted and category in _WITHOUT_WORDS:
            wanted = [_WITHOUT_WORDS[category]]
        for topic in wanted:
            if topic not in given:
                given.add(topic)
                yield topic
    yield "general"


def _around(context: Context) -> Iterator[str]:
    yield context.before
    yield from reversed(context.headings)
    yield context.lead_in
    yield context.page_title
    yield context.after


def _plural(match: re.Match[str]) -> str:
    return match[0][:-1] + "ies" if match[0].endswith("y") else match[0] + "s"


def _trimmed(text: str) -> str:
    while (shorter := _LEADING.sub("", text)) != text:
        text = shorter
    return " ".join(map(_lowered_word, text.split()))


def _lowered_word(word: str) -> str:
    """In lower case, but for abbreviations, words with capitals inside, and names."""
    bare = word.strip("(),")
    if bare.isupper() and len(bare) > 3 and bare not in _ACRONYMS:
        return word.lower()
    parts = bare.split("-")
    if any(letter.isupper() for part in parts for letter in part[1:]):
        return word
    return word if word.startswith(("Achilles", "Wharton", "Parkinson", "Alzheimer")) else word.lower()
