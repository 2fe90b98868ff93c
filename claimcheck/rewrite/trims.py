"""What is left of a sentence that is plain when the words that claim are cut out: deletions only, at places where grammar allows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.rewrite.grammar import article, capitalized, ended
from claimcheck.rewrite.tables import words

# Where a clause begins without which the sentence before it stands.
_CLAUSE = re.compile(
    r",\s+(?=(?:which|where|whose|so that|so|and so|and thus|thus|thereby|because|since|as|while|and|but|thanks to|in the hope|for|to|making|"
    r"allowing|helping|giving|letting|restoring|relieving|reducing|promoting|enabling|stimulating|leading|resulting|easing|speeding|"
    r"improving|bringing|meaning|offering|providing|hoping|aiming|intended|designed|meant)\b)|\s+(?=(?:because|since|so that|in order to|in the hope)\b)|;\s+|\s+[–—]\s+",
    re.I,
)
_PURPOSE = re.compile(r",?\s+to\s+(?:also\s+)?(?P<verb>[a-z-]+)\b")
_HEAD = re.compile(r"^(?:to|for|by|because|since|as|thanks to|with|in order to)\b[^,;:]*,\s+(?=\S)", re.I)
# A sentence that begins so needs its end, or says nothing without it.
_OPEN_START = re.compile(
    r"^(?:to|unless|until|among|instead|unlike|apart|like|despite|compared|"
    r"whether|here|what|that|there|this is|it is|it['’]s|how|why|who|not|no|nor|neither|either|both|so|such|than|one|another|being|"
    r"the (?:reason|answer|good news|result|aim|goal|idea|point|purpose))\b",
    re.I,
)
_OPEN_END = re.compile(
    r"(?:\b(?:a|an|the|of|in|on|at|to|for|with|by|and|or|but|from|into|that|which|who|is|are|was|were|has|have|had|be|been|as|than|so|very|"
    r"not|no|can|could|may|might|will|would|should|must|do|does|did|such|these|those|this|our|your|their|its|his|her|my|most|"
    r"also|one|ones|both|either|between|about|known|used|utili[sz]ed|employed|able|likely|meant|designed|intended|made|let|lets|allow|allows|offer|offers|"
    r"give|gives|bring|brings|found|shown|said|due|only|just|even|because|since|while|in fact|of course)|,)\s*$",
    re.I,
)
_SUBORDINATE = re.compile(r"^(?:if|when|because|since|as|after|although|though|while|where|once|before|by|in case)\b[^,]*$", re.I)
# Verbs and nouns that need the infinitive after them.
_GOVERNS = re.compile(
    r"\b(?:allow\w*|enabl\w+|let\w*|help\w*|get\w*|caus\w+|encourag\w+|stimulat\w+|instruct\w*|tell\w*|told|trigger\w*|prompt\w*|wish\w*|want\w*|"
    r"hop\w+|aim\w*|need\w*|able|abilit\w+|power|way|ways|time|enough|too|continu\w+|begin\w*|start\w*|seem\w*|appear\w*|tend\w*|likes?|decid\w+|"
    r"choos\w+|try|tries|tried|serv\w+|order|expect\w*|believ\w+|thought|known|shown|found|giv\w+|gave|capacity|potential|attempt\w*|able|right|"
    r"ready|free|about|easier|possible|chance|means|method\w*|job|task|role|going|have|has|had|cells?|body)(?:\W+\w+){0,4}\W*$",
    re.I,
)
_KEPT = re.compile(r"\b(?:not|never|unproven|however|although|cannot|risk\w*|uncertain|if|unless)\b|n['’]t\b", re.I)
_PRAISED = r"(?<=\b{before} )(?:{adjectives})(?:(?:,| and)? (?:{adjectives}))*\s+(?=[a-z]{{3,}})(?!(?:and|or|for|in|to|at|with|as|of)\b)"
_RELATIVE = frozenset({"that", "which", "who", "whose", "where"})
_LOOSE_END = re.compile(r",\s+(?:to|and|or)\s+\w+(?:\s\w+)?$", re.I)
_LEAST_WORDS, _LEAST_KEYWORDS = 5, 3


def trims(text: str) -> Iterator[str]:
    """The shorter texts, the longest first; none adds or moves a word, and none has a word left that claims."""
    for shorter in (*_without_keywords(text), *_without_praise(text), *_cut_heads(text), *_cut_tails(text)):
        if not words().claims.search(shorter):
            yield shorter


def _without_keywords(text: str) -> Iterator[str]:
    """A list of keywords without those that claim, or that join a treatment and a condition."""
    parts = text.split(", ")
    if len(parts) < _LEAST_KEYWORDS or text.rstrip().endswith((".", "!", "?")) or any(len(part.split()) > 4 for part in parts):
        return
    table = words()
    plain = [part for part in parts if not table.claims.search(part) and not table.condition.search(part)]
    if plain:
        yield ", ".join(plain)


def _cut_tails(text: str) -> Iterator[str]:
    table = words()
    cuts = {match.start() for match in _CLAUSE.finditer(text)}
    for match in _PURPOSE.finditer(text):
        if match["verb"].casefold() in table.claim_verbs and not _GOVERNS.search(text[: match.start()]):
            cuts.add(match.start())
    for cut in sorted(cuts, reverse=True):
        kept, dropped = text[:cut].rstrip(), text[cut:]
        if stands(kept) and not _KEPT.search(dropped) and kept.count("(") == kept.count(")"):
            yield ended(kept, text)


def _cut_heads(text: str) -> Iterator[str]:
    match = _HEAD.match(text)
    if match and not _KEPT.search(match[0]) and stands(text[match.end() :].rstrip(" .!")):
        yield capitalized(text[match.end() :])


def _without_praise(text: str) -> Iterator[str]:
    """Without the adjectives of praise that stand between an article and its noun."""
    adjectives = words().praise.pattern
    for before in ("a", "an", "the", "our", "most"):
        pattern = re.compile(_PRAISED.format(before=before, adjectives=adjectives), re.I)
        shorter = pattern.sub("", text)
        if shorter != text:
            yield article(shorter)


def stands(text: str) -> bool:
    """True where the text can be a sentence of its own: enough words, a finite verb, no open start or end."""
    found = [word.casefold() for word in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text)]
    relative = next((at for at, word in enumerate(found) if at and word in _RELATIVE), len(found))
    finite = [at for at, word in enumerate(found) if at and word in words().finite]
    return (
        len(found) >= _LEAST_WORDS
        and (any(at < relative for at in finite) or len(finite) > 1)
        and not _LOOSE_END.search(text)
        and not _OPEN_START.search(text)
        and not _SUBORDINATE.search(text)
        and not _OPEN_END.search(text)
    )
