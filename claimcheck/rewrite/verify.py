"""What a rewrite must pass before it is shown: nothing added, nothing lost that may stay, no hedge twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.finding import Citation
from claimcheck.know import Ledger
from claimcheck.rewrite.grammar import is_title_case
from claimcheck.rewrite.slots import conditions, topics_in, treatment
from claimcheck.rewrite.tables import listed, words

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SPELLED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|millions)\b", re.I
)
_NAME = re.compile(r"(?<=[a-z,;:.] )[A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)*(?: [A-Z][a-z]+)+")
_MONEY = re.compile(
    r"[$£€]\s?\d[\d,.]*|\b\d[\d,.]*\s?(?:THB|USD|EUR|GBP|dollars|euros|pounds)\b|\b\d{3}[- ]\d{3,4}\b|\S+@\S+|https?://\S+|\bwww\.\S+"
)
# Topics that every frame may touch, since a doctor, a risk or a study can be pointed to without claiming anything.
_FREE_TOPICS = frozenset({"safety"})


def objections(old: str, new: str, *, around: str, told: str = "", cut: bool = False, headed: bool = False) -> str:
    """Why a rewrite does not stand up, or "".

    `around` is the page's text near it, `told` what the cited records say; `cut` says that words were only taken out,
    `headed` that capitals are those of a heading and not of names.
    """
    source = f"{old} {told}"
    for check in (_added_number, _added_people, _added_condition, _added_topic):
        problem = check(source, new)
        if problem:
            return problem
    named = treatment(new)
    if (
        named
        and named.named
        and named.text.casefold() not in source.casefold()
        and _singular(named.text) not in source.casefold()
    ):
        return f"it would name {named.text}, which the sentence does not"
    if len(words().hedges.findall(new)) > 1 and not cut:
        return "it would hedge twice"
    return _lost(old, new, around, headed=headed)


def told(known: Ledger, cited: Iterable[Citation]) -> str:
    """All that the cited records say."""
    records = filter(None, (known.find(citation.record) for citation in cited))
    return " ".join(str(value) for record in records for value in record.values())


def _added_number(source: str, new: str) -> str:
    had = {*_NUMBER.findall(source), *(each.casefold() for each in _SPELLED.findall(source))}
    for number in (*_NUMBER.findall(new), *(each.casefold() for each in _SPELLED.findall(new))):
        if number not in had:
            return f"it would add the number {number}"
    return ""


def _added_people(source: str, new: str) -> str:
    had = {each.casefold() for each in listed("signs", "people").findall(source)}
    return next(
        (f"it would add {each}" for each in listed("signs", "people").findall(new) if each.casefold() not in had), ""
    )


def _added_condition(source: str, new: str) -> str:
    folded = source.casefold()
    return next((f"it would add {each}" for each in conditions(new) if each.casefold() not in folded), "")


def _added_topic(source: str, new: str) -> str:
    had = {*topics_in(source), *_FREE_TOPICS}
    if "structure" in had:
        had.add("relief")
    return next((f"it would add a word on {each}" for each in topics_in(new) if each not in had), "")


def _singular(text: str) -> str:
    return text.casefold().removesuffix("s")


def _lost(old: str, new: str, around: str, *, headed: bool) -> str:
    """A price, an address or a full name that the claim does not need and the page near it does not have."""
    names = () if headed and is_title_case(old) else _NAME.findall(old)
    facts = (*_MONEY.findall(old), *(name for name in names if not _is_term(name)))
    return next((f"it would lose {fact}" for fact in facts if fact not in new and fact not in around), "")


def _is_term(name: str) -> bool:
    """True for a treatment or a condition that is written like a name."""
    table = words()
    return bool(
        table.treatment.search(name)
        or table.condition.search(name)
        or table.objects.search(name)
        or listed("signs", "terms").search(name)
    )
