"""A plain clause put under "whether": its own words stay, and what is uncertain about them is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.rewrite.grammar import ended, uncapitalized
from claimcheck.rewrite.tables import frames, listed, words

_MOST_WORDS = 18
_NOT_PLAIN = re.compile(r"[?!:;\"“”«»()\[\]–—/,%\d]|n['’]t\b", re.I)
_PLURAL = frozenset({"they", "these"})
_MODAL = r"\b(?:may|might|could|can|would|should)(?: also)?(?: be able to)?(?: help(?: to)?(?= (?:{verbs})\b))?"


def wraps(text: str, *, known: bool, ours: bool) -> Iterator[tuple[str, str, bool]]:
    """The frames around the text's clause, as (frame, text, says what is known); none where it is no plain clause."""
    clause = plain_clause(text)
    if clause:
        table = frames()["whether"]
        for frame in (*(table["known"] if known else ()), *table["open"]):
            if ours or "We " not in frame:
                yield frame, ended(frame.replace("{clause}", clause), text), frame in table["known"]


def plain_clause(text: str) -> str:
    """The clause as it stands after "whether": its modal is "can", praise and doubt are gone; "" if it is none."""
    bare = text.strip().rstrip(".")
    if len(bare.split()) > _MOST_WORDS or _NOT_PLAIN.search(bare) or listed("signs", "not_plain").search(bare):
        return ""
    found = [word.casefold() for word in bare.split()]
    subject = words().subject.match(bare)
    if subject is None or not _claims_at(found, len(subject[0].split())):
        return ""
    clause = words().adverbs.sub("", bare)
    clause = re.sub(r"\s{2,}", " ", clause).strip()
    return uncapitalized(_with_can(clause))


def _claims_at(found: list[str], at: int) -> bool:
    """True where a verb that claims stands there, finite or behind a modal."""
    table, word = words(), found[at]
    if word in table.modals:
        return any(each in table.claim_verbs for each in found[at + 1 : at + 4])
    plural = found[at - 1].endswith("s") or found[at - 1] in _PLURAL
    return word in table.claim_verbs and word.endswith("s") != plural and not word.endswith(("ing", "ed"))


def _with_can(clause: str) -> str:
    verbs = "|".join(map(re.escape, sorted(words().claim_verbs, key=len, reverse=True)))
    return re.sub(_MODAL.replace("{verbs}", verbs), "can", clause, count=1, flags=re.I)
