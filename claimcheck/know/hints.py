"""Where a reader can go on whose word is the name of nothing: names like it, and records that speak of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck import codebook
from claimcheck.claim import Severity, Strength
from claimcheck.know.ledger import Ledger
from claimcheck.know.records import CLAIM_TYPES, JURISDICTIONS, Record, sentence
from claimcheck.know.wording import Names, Wording, needles

_NEAR = 0.72
_FEW = 6
_SHORTEST = 3


def hints(name: str, book: Ledger) -> Iterator[str]:
    """Sentences that lead on: the nearest name, records that speak of it, or all that can be asked for."""
    asked = " ".join(name.strip().lower().split())
    near, claims = _near(asked, book), sorted(Names(book.words["claims"]).within(Wording(asked)))
    named = [record["id"] for record in book if _speaks_of(record, asked)]
    if near:
        yield f"Did you mean {near}?"
    if claims:
        yield f"Evidence on it: `claimcheck explain {claims[0]}`."
    if named:
        more = f" and {len(named) - _FEW} more (`claimcheck know list` has all records)" if len(named) > _FEW else ""
        yield f"Records that speak of it: {', '.join(named[:_FEW])}{more}."
    if not (near or claims or named):
        yield from _everything()


def _near(asked: str, book: Ledger) -> str | None:
    import difflib

    labels = [each for each in codebook.names() if not each.isdigit()]
    severities = [severity.label for severity in Severity]
    places = [full.lower() for full in JURISDICTIONS.values()]
    names: Sequence[str] = [*labels, *severities, *CLAIM_TYPES, *places, *(record["id"] for record in book)]
    close = difflib.get_close_matches(asked, names, 1, _NEAR)
    begun = [each for each in [*labels, *CLAIM_TYPES] if len(asked) >= _SHORTEST and each.startswith(asked)]
    return next(iter([*close, *begun]), None)


def _speaks_of(record: Record, asked: str) -> bool:
    """True where each word of the question begins a word of the record's name, title, body or sentence."""
    words = Wording(asked).text.split()
    if max(map(len, words), default=0) < _SHORTEST:
        return False
    body = "" if record["kind"] == "evidence" else record["body"]
    told = Wording(" ".join((record["id"], record["title"], body, sentence(record))))
    return all(told.has(needles([f"{word}*"])) for word in words)


def _everything() -> Iterator[str]:
    labels = [each for each in codebook.names() if not each.isdigit()]
    yield f"Strengths: {', '.join(labels[: len(Strength)])}. Categories: {', '.join(labels[len(Strength) :])}."
    severities = ", ".join(severity.label for severity in Severity)
    yield f"Severities: {severities}. Jurisdictions: {', '.join(JURISDICTIONS)}."
    yield f"Claim types: {', '.join(CLAIM_TYPES)}. Hard cases: case 1 to {len(codebook.cases())}."
    yield "Records: `claimcheck know list`."
