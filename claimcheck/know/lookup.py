"""From a judgement to the few records that matter for it, and to what a jurisdiction makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.claim import Judgement, Severity
from claimcheck.errors import UsageError
from claimcheck.finding import Citation, Notice
from claimcheck.know.ledger import Ledger, ledger
from claimcheck.know.records import JURISDICTIONS, Regulation, place
from claimcheck.know.shelf import Shelf
from claimcheck.know.wording import Wording

_FEW = 2


@dataclass(frozen=True, slots=True)
class Bearing:
    """What is known on one claim: see `Finding` for the meaning of each."""

    citations: tuple[Citation, ...]
    severity: Severity
    rules: tuple[Citation, ...]
    raised: tuple[str, ...]


def bearing(
    judgement: Judgement, segment_text: str, jurisdictions: Sequence[str] = (), *, known: Ledger | None = None
) -> Bearing | None:
    """All that bears on a flagged claim; None for one that is not flagged."""
    asked = checked_jurisdictions(jurisdictions)
    own = judgement.severity
    if own is None:
        return None
    claim = _Claim(judgement, segment_text, _shelf(known or ledger()))
    ranks = [(place, claim.severity(place, own)) for place in asked or JURISDICTIONS]
    return Bearing(
        tuple(claim.citations(asked)),
        max(own, *(rank for _, rank in ranks)) if asked else own,
        tuple(claim.rules(asked or JURISDICTIONS)),
        tuple([place for place, rank in ranks if rank > own]),
    )


def citations(
    judgement: Judgement, segment_text: str, jurisdictions: Sequence[str] = (), *, known: Ledger | None = None
) -> tuple[Citation, ...]:
    """The few citations that matter: the evidence that fits best, then the best rule of each jurisdiction, as asked.

    Where no jurisdiction is named, the best rule of all; two rules where there is no evidence on the claim.
    """
    asked = checked_jurisdictions(jurisdictions)
    if not judgement.flagged:
        return ()
    return tuple(_Claim(judgement, segment_text, _shelf(known or ledger())).citations(asked))


def severity(
    judgement: Judgement, segment_text: str, jurisdictions: Sequence[str] = (), *, known: Ledger | None = None
) -> Severity | None:
    """The judgement's severity, raised where a rule of a named jurisdiction takes such a claim more seriously."""
    asked, own = checked_jurisdictions(jurisdictions), judgement.severity
    if own is None or not asked:
        return own
    claim = _Claim(judgement, segment_text, _shelf(known or ledger()))
    return max(claim.severity(place, own) for place in asked)


def notices(jurisdictions: Sequence[str], *, known: Ledger | None = None) -> tuple[Notice, ...]:
    """The rules of the named jurisdictions that forbid or limit the advertisement as such."""
    asked = checked_jurisdictions(jurisdictions)
    if not asked:
        return ()
    shelf = _shelf(known or ledger())
    return tuple(Notice(cited.says, place, cited) for place in asked for cited in shelf.advertising(place))


def advertising(jurisdictions: Sequence[str] = (), *, known: Ledger | None = None) -> tuple[Citation, ...]:
    """The rules on any such advertisement, in the named jurisdictions or in all."""
    shelf = _shelf(known or ledger())
    places = checked_jurisdictions(jurisdictions) or JURISDICTIONS
    return tuple(cited for place in places for cited in shelf.advertising(place))


def checked_jurisdictions(names: Iterable[str]) -> tuple[str, ...]:
    """The names in lower case, each once; raises UsageError on one that is not known."""
    return _checked(tuple(names))


@lru_cache(256)
def _checked(names: tuple[str, ...]) -> tuple[str, ...]:
    asked = tuple(dict.fromkeys(place(name) for name in names))
    for name in asked:
        if name not in JURISDICTIONS:
            raise UsageError(f"There is no jurisdiction {name!r}.", f"Known: {', '.join(JURISDICTIONS)}.")
    return asked


@lru_cache(8)
def _shelf(book: Ledger) -> Shelf:
    return Shelf(book)


class _Claim:
    """A flagged claim before the shelf: its categories, the leading one first, its strength and its words."""

    __slots__ = ("_categories", "_shelf", "_strength", "_wording")

    def __init__(self, judgement: Judgement, text: str, shelf: Shelf) -> None:
        probable = judgement.category_probabilities
        leading = sorted(judgement.categories, key=lambda category: -probable.get(category, 0.0))
        self._categories = tuple([category.value for category in leading])
        self._strength = judgement.strength.label
        self._wording = Wording(text)
        self._shelf = shelf

    def citations(self, asked: Sequence[str]) -> list[Citation]:
        evidence = self._shelf.evidence(self._categories, self._wording)
        cited = [] if evidence is None else [self._shelf.cite(evidence)]
        count = 1 if asked else _FEW - len(cited)
        return cited + [self._shelf.cite(rule) for place in asked or ("",) for rule in self._first(place, count)]

    def rules(self, places: Iterable[str]) -> list[Citation]:
        """The most pertinent rule on claims of each place; a rule on any advertisement is none."""
        found = [rule for place in places for rule in self._first(place, 1)]
        return [self._shelf.cite(rule) for rule in found if rule["reach"] == "claim"]

    def severity(self, place: str, own: Severity) -> Severity:
        """Its own severity, or the highest that a rule of a place makes of it."""
        for raised, ready in self._shelf.raising(self._categories, self._strength).get(place, ()):
            if raised <= own:
                break
            if not ready or self._wording.has(ready):
                return raised
        return own

    def _first(self, place: str, count: int) -> Iterator[Regulation]:
        """The first rules of a place whose words, if they name any, the text has."""
        if count <= 0:
            return
        for rule, ready in self._shelf.ranked(self._categories, self._strength).get(place, ()):
            if not ready or self._wording.has(ready):
                yield rule
                count -= 1
                if not count:
                    return
