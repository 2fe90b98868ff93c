"""A plain clause put under "whether": its own words stay, and what is uncertain about them is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.rewrite.grammar import ended, uncapitalized
from claimcheck.rewrite.tables import frames, words

_MOST_WORDS = 18
_SUBJECT = re.compile(
    r"^(?:(?:our|the|these|those|this|your|their|such|some|most|many|a|an)\s+)?(?:[^\W_]+(?:[-'’][^\W_]+)*\s+){0,5}?"
    r"(?P<verb>[^\W_]+(?:['’][^\W_]+)?)\b",
    re.I,
)
_NOT_PLAIN = re.compile(
    r"[?!:;\"“”«»()\[\]–—/]|\b(?:i|my|me|he|she|his|her|if|when|because|since|but|although|though|while|who|which|where|whose|unlike|not|no|never|"
    r"nothing|nobody|cannot|than|percent|says?|said|studies|study|research|trials?|evidence|shown|proven|proof|please|let['’]s)\b|%|n['’]t\b|\d",
    re.I,
)
_NOT_SUBJECT = re.compile(
    r"^(?:in|for|with|as|by|to|at|on|from|after|once|after|among|over|under|through|even|so|and|or|then|here|there|what|how|why|that|more|less|"
    r"get|say|stop|live|enjoy|skip|avoid|try|discover|find|learn|book|call|imagine|being|having|made|injected|put|given|thanks|according|up|now|one)\b",
    re.I,
)
_MODAL = re.compile(r"\b(?:may|might|could|can|would|should)(?: also)?(?: be able to)?(?: help(?: to)?(?= (?:{verbs})\b))?", re.I)


def wraps(text: str, *, known: bool) -> Iterator[tuple[str, str]]:
    """The frames around the text's clause, as (frame, text); none where the text is no plain clause."""
    clause = plain_clause(text)
    if clause:
        table = frames()["whether"]
        for frame in (*(table["known"] if known else ()), *table["open"]):
            if clause.startswith("our ") or "our " not in frame:
                yield frame, ended(frame.replace("{clause}", clause), text)


def plain_clause(text: str) -> str:
    """The clause as it stands after "whether": its modal is "can", adverbs of praise and doubt are gone; "" if it is none."""
    bare = text.strip().rstrip(".")
    if len(bare.split()) > _MOST_WORDS or _NOT_PLAIN.search(bare) or _NOT_SUBJECT.match(bare) or bare.count(",") > 0:
        return ""
    table = words()
    found = [word.casefold() for word in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", bare)]
    verb = next((at for at, word in enumerate(found[1:7], 1) if _is_finite(word, found, at)), None)
    if verb is None or not _is_subject(bare, verb):
        return ""
    clause = table.adverbs.sub("", bare)
    clause = re.sub(r"\s{2,}", " ", clause).strip()
    return uncapitalized(_with_can(clause))


def _is_finite(word: str, found: list[str], at: int) -> bool:
    table = words()
    if word in table.finite and word not in ("use", "work", "place", "need", "offer", "study", "run", "call", "book", "cost", "form", "found", "have"):
        return True
    return word in table.claim_verbs and (word.endswith("s") or at > 1) and not word.endswith(("ing", "ed")) and found[at - 1] not in ("to", "the", "a", "of", "and", "our")


def _is_subject(bare: str, verb: int) -> bool:
    """True where what stands before the verb names or points to a treatment."""
    before = " ".join(bare.split()[:verb])
    return bool(words().treatment.search(before) or words().pointers.search(before))


def _with_can(clause: str) -> str:
    verbs = "|".join(map(re.escape, sorted(words().claim_verbs, key=len, reverse=True)))
    return re.sub(_MODAL.pattern.replace("{verbs}", verbs), "can", clause, count=1, flags=re.I)
