"""What a denial, an evidence limit, a study's aim or a hedge reaches: the claim words of a text, each with its state.

After ConText's idea (Harkema and others, 2009): a trigger opens a scope, a terminator closes it. A denial reaches what
follows in its clause, and so does a hedge; a study's aim reaches to the end of its sentence; an evidence limit
reaches the whole sentence. Commas and "because" end no clause here: a denial reaches past them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.judge.reading import Reading

STATES = ("free", "hedged", "denied", "limited", "aimed")
FREE, HEDGED, DENIED, LIMITED, AIMED = STATES
CLAIMS = frozenset({"REPAIR", "BENEFIT", "TOTAL", "SAFE"})
_TERMINATORS = frozenset({";", ".", "?", "!", "but", "although", "though", "however", "while", "whereas"})
_SENTENCE_ENDS = frozenset({".", "?", "!"})
_AIMS = (
    "evaluat",
    "assess",
    "test",
    "determin",
    "examin",
    "investigat",
    "compar",
    "whether",
    "explor",
    "learn",
    "identif",
)


def claim_states(reading: Reading) -> list[str]:
    """The state of each claim word (effect, repair, safety, totality), in text order."""
    words = reading.masked
    if CLAIMS.isdisjoint(words):
        return []
    return [_state(words, at) for at, word in enumerate(words) if word in CLAIMS]


def scope_features(reading: Reading, states: Sequence[str]) -> Iterator[str]:
    """Which states the claim words are in, alone, all together and with the treatment named; limits without a claim."""
    found = [state for state in STATES if state in states]
    yield from (f"q:{state}" for state in found)
    if "OURS" in reading.masked:
        yield "q&ours=" + "+".join(found)
    if "STUDY" in reading.masked:
        yield "q&study=" + "+".join(found)
    yield "q=" + ("+".join(found) or ("limit" if "LIMIT" in reading.masked else "-"))


def counts(states: Sequence[str]) -> list[int]:
    """How many claim words are in each state, in the order of `STATES`."""
    return [states.count(state) for state in STATES]


def _state(words: Sequence[str], at: int) -> str:
    clause = _back(words, at, _TERMINATORS)
    sentence = _back(words, at, _SENTENCE_ENDS)
    if any(_denies(words, place) for place in clause):
        return DENIED
    if "LIMIT" in words[sentence.start : _forward(words, at)]:
        return LIMITED
    if _aims(words, sentence):
        return AIMED
    return HEDGED if any(words[place] == "HEDGE" for place in clause) else FREE


def _denies(words: Sequence[str], place: int) -> bool:
    return words[place] == "NEGATION" and list(words[place + 1 : place + 2]) != ["only"]


def _aims(words: Sequence[str], before: range) -> bool:
    study = next((place for place in before if words[place] == "STUDY"), None)
    return study is not None and any(words[place].startswith(_AIMS) for place in range(study, before.stop))


def _back(words: Sequence[str], at: int, ends: frozenset[str]) -> range:
    start = at
    while start > 0 and words[start - 1] not in ends:
        start -= 1
    return range(start, at)


def _forward(words: Sequence[str], at: int) -> int:
    while at < len(words) and words[at] not in _SENTENCE_ENDS:
        at += 1
    return at
