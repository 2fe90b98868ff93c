"""What is left of a sentence that is plain when the words that claim are cut out: deletions only, at places where grammar allows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.rewrite.grammar import article, capitalized, ended
from claimcheck.rewrite.tables import words

# Where a clause or phrase begins without which the sentence before it stands.
_TAIL = re.compile(
    r"(?:\s*[,;:]|\s+[-–—])?\s+(?=(?:which|where|whose|who|so that|so as|so|and so|and thus|thus|thereby|because|since|as|for|to|in order to|"
    r"with|without|by|while|but|and|making|allowing|helping|giving|letting|offering|restoring|relieving|reducing|promoting|enabling|"
    r"stimulating|providing|leading|resulting|easing|speeding|meaning)\b)|\s*[;:]\s+|\s+[–—]\s+|\s+-\s+|\s*\((?=[^()]*\)\W*$)",
    re.I,
)
_HEAD = re.compile(r"^(?:to|for|by|because|since|as|thanks to|with|in order to)\b[^,;:]*,\s+(?=\S)", re.I)
# A sentence that begins so needs its end, or says nothing without it.
_OPEN_START = re.compile(
    r"^(?:if|when|because|since|as|after|although|though|while|where|by|with|to|for|once|unless|until|before|from|among|instead|unlike|"
    r"whether|here|what|that|there|this|it|it['’]s|how|why|who|not|no|nor|neither|either|both|so|such|than|one|another|the (?:reason|answer|good news|result|aim|goal|idea|point))\b",
    re.I,
)
_OPEN_END = re.compile(
    r"(?:\b(?:a|an|the|of|in|on|at|to|for|with|by|and|or|but|from|into|that|which|who|is|are|was|were|has|have|had|be|been|as|than|so|very|"
    r"not|no|can|could|may|might|will|would|should|must|do|does|did|such|these|those|this|our|your|their|its|his|her|my|more|most|less|"
    r"also|both|either|between|about|known|used|able|likely|meant|designed|intended|made|helps?|lets?|allows?|makes?|offers?|gives?|brings?|"
    r"found|shown|said|due|only|just|even|instead|because|since|while|way|ways|chance|hope|ability|power|option|choice|treatment|reason|aim|goal|well|far|long|soon|good|best|better|popular|effective|safe|ideal|right|order)|,)\s*$",
    re.I,
)
_KEPT = re.compile(r"\b(?:not|no|never|unproven|however|although|cannot|n['’]t|risk\w*|uncertain|if|unless)\b|n['’]t\b", re.I)
_LEAST_WORDS = 4


def trims(text: str) -> Iterator[str]:
    """The shorter texts, the longest first; none adds or moves a word."""
    yield from _without_praise(text)
    yield from _cut_heads(text)
    yield from _cut_tails(text)


def _cut_tails(text: str) -> Iterator[str]:
    for match in reversed(list(_TAIL.finditer(text))):
        kept, dropped = text[: match.start()].rstrip(), text[match.start() :]
        if _stands(kept) and not _KEPT.search(dropped) and kept.count("(") == kept.count(")"):
            yield ended(kept, text)


def _cut_heads(text: str) -> Iterator[str]:
    match = _HEAD.match(text)
    if match and not _KEPT.search(match[0]) and _stands(text[match.end() :].rstrip(" .!")):
        yield capitalized(text[match.end() :])


def _without_praise(text: str) -> Iterator[str]:
    """Without the adjectives of praise that stand before a noun."""
    pattern = re.compile(rf"(?:{words().praise.pattern})(?:,? (?:and )?(?={words().praise.pattern})|\s+(?=[a-z]+\b(?<!and)(?<!or)(?<!for)(?<!to)(?<!in)))", re.I)
    shorter = pattern.sub("", text)
    if shorter != text and shorter.strip():
        yield capitalized(article(shorter)) if text[0].isupper() else article(shorter)


def _stands(text: str) -> bool:
    """True where the text can be a sentence of its own: enough words, a finite verb, no open start or end."""
    found = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text)
    return (
        len(found) >= _LEAST_WORDS
        and any(word.casefold() in words().finite for word in found[1:])
        and not _OPEN_START.search(text)
        and not _OPEN_END.search(text)
    )
