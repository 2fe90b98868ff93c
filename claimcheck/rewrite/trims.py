"""What is left of a sentence when the words that claim are cut out: deletions only, where grammar allows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.rewrite.grammar import article, capitalized, ended
from claimcheck.rewrite.slots import topics_in
from claimcheck.rewrite.tables import alternatives, listed, words

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_PURPOSE = re.compile(r",?\s+to\s+(?:also\s+)?(?P<verb>[a-z-]+)\b")
_LOOSE_END = re.compile(r",\s+(?:to|and|or)\s+\w+(?:\s\w+)?$|,$", re.I)
_RELATIVE = frozenset({"that", "which", "who", "whose", "where"})
_LEAST_WORDS, _LEAST_KEYWORDS, _LONGEST_KEYWORD = 5, 3, 4
_CLAIMED = frozenset({"relief", "inflammation", "structure", "function", "safety"})
_ARTICLES = ("a", "an", "the", "our")


@cache
def _clauses() -> re.Pattern[str]:
    """Where a clause begins without which the sentence before it stands."""
    after, anywhere = alternatives("cuts", "after_comma"), alternatives("cuts", "anywhere")
    return re.compile(rf",\s+(?=(?:{after})\b)|\s+(?=(?:{anywhere})\b)|;\s+|\s+[–—]\s+", re.I)


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('cuts', 'heads')})\b[^,;:]*,\s+(?=\S)", re.I)


@cache
def _governed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('cuts', 'governors')})(?:\W+\w+){{0,4}}\W*$", re.I)


@cache
def _open_starts() -> re.Pattern[str]:
    starts, subordinators = alternatives("cuts", "open_starts"), alternatives("cuts", "subordinators")
    return re.compile(rf"(?:{starts})\b|(?:{subordinators})\b[^,]*$", re.I)


@cache
def _praised() -> tuple[re.Pattern[str], ...]:
    """The adjectives of praise between an article and a noun that means something without them."""
    adjectives, nouns = words().praise.pattern, alternatives("cuts", "bare_nouns")
    run = rf"(?:(?:most|more|very|highly|truly) )?(?:{adjectives})(?:(?:,| and)? (?:{adjectives}))*"
    return tuple(re.compile(rf"(?<=\b{each} ){run}\s+(?=[a-z]{{3,}})(?!(?:{nouns})\b)", re.I) for each in _ARTICLES)


@cache
def _asides() -> re.Pattern[str]:
    return re.compile(
        rf",\s+(?:{alternatives('cuts', 'asides')})\b[^,;:.]*,\s+|\s*\([^()]*\)\s*|\s*[–—][^–—]*[–—]\s*", re.I
    )


@cache
def _captions() -> re.Pattern[str]:
    return re.compile(rf"[:;,]\s|\s[–—-]\s|\s(?=(?:{alternatives('cuts', 'captions')})\b)", re.I)


def trims(text: str) -> Iterator[str]:
    """The shorter texts, the longest first; none adds or moves a word, none has a word left that claims.

    >>> list(trims("The doctor puts the cells into the disc, where they rebuild tissue."))
    ['The doctor puts the cells into the disc.']
    """
    for shorter in (
        *keywords(text),
        *_without_praise(text),
        *_without_asides(text),
        *_cut_heads(text),
        *_cut_tails(text),
    ):
        if not words().claims.search(shorter) and _CLAIMED.isdisjoint(topics_in(shorter)):
            yield shorter


def captions(text: str) -> Iterator[str]:
    """What a picture shows, without what is said to have come of it; a caption need not be a sentence."""
    for match in reversed(list(_captions().finditer(text))):
        shorter = text[: match.start()]
        if (
            len(shorter.split()) > 1
            and not words().claims.search(shorter)
            and not listed("cuts", "open_ends", ends=True).search(shorter)
        ):
            yield shorter


def keywords(text: str) -> Iterator[str]:
    """A list of keywords without those that claim, or that join a treatment and a condition."""
    parts = text.split(", ")
    if (
        len(parts) < _LEAST_KEYWORDS
        or text.rstrip().endswith((".", "!", "?"))
        or any(len(part.split()) > _LONGEST_KEYWORD for part in parts)
    ):
        return
    table = words()
    plain = [part for part in parts if not table.claims.search(part) and not table.condition.search(part)]
    if plain:
        yield ", ".join(plain)


def _without_asides(text: str) -> Iterator[str]:
    """Without the asides that claim: between commas or dashes, or in brackets."""
    for aside in reversed(list(_asides().finditer(text))):
        if words().claims.search(aside[0]) and not listed("cuts", "kept").search(aside[0]):
            after = text[aside.end() :]
            shorter = text[: aside.start()] + (after if after[:1] in ".,;:!?" else f" {after}")
            if stands(shorter.rstrip(" .!")):
                yield shorter


def _cut_tails(text: str) -> Iterator[str]:
    table = words()
    cuts = {match.start() for match in _clauses().finditer(text)}
    for match in _PURPOSE.finditer(text):
        if match["verb"].casefold() in table.claim_verbs and not _governed().search(text[: match.start()]):
            cuts.add(match.start())
    for cut in sorted(cuts, reverse=True):
        kept, dropped = text[:cut].rstrip(), text[cut:]
        claims = table.claims.search(dropped) and not listed("cuts", "kept").search(dropped)
        if claims and stands(kept) and kept.count("(") == kept.count(")"):
            yield ended(kept, text)


def _cut_heads(text: str) -> Iterator[str]:
    match = _heads().match(text)
    if match and not listed("cuts", "kept").search(match[0]) and stands(text[match.end() :].rstrip(" .!")):
        yield capitalized(text[match.end() :])


def _without_praise(text: str) -> Iterator[str]:
    """Without the adjectives of praise that stand between an article and its noun."""
    for pattern in _praised():
        shorter = pattern.sub("", text)
        if shorter != text:
            yield article(shorter)


def stands(text: str) -> bool:
    """True where the text can be a sentence of its own: enough words, a finite verb, no open start or end."""
    found = [word.casefold() for word in _WORD.findall(text)]
    relative = next((at for at, word in enumerate(found) if at and word in _RELATIVE), len(found))
    finite = [at for at, word in enumerate(found) if at and word in words().finite]
    return (
        len(found) >= _LEAST_WORDS
        and (any(at < relative for at in finite) or len(finite) > 1)
        and not _LOOSE_END.search(text)
        and not _open_starts().match(text)
        and not listed("cuts", "open_ends", ends=True).search(text)
    )
