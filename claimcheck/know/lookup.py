"""From a judgement to the few records that matter for it, and to what a jurisdiction makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from claimcheck.claim import Judgement, Severity
from claimcheck.errors import UsageError
from claimcheck.finding import Citation, Notice
from claimcheck.know.ledger import Ledger, ledger
from claimcheck.know.pertinence import Need, bears_on, of_evidence, of_regulation
from claimcheck.know.records import JURISDICTIONS, Evidence, Record, Regulation, locator, sentence

_FEW = 2

Found = TypeVar("Found", Evidence, Regulation)


def citations(
    judgement: Judgement, segment_text: str, jurisdictions: Sequence[str] = (), *, known: Ledger | None = None
) -> tuple[Citation, ...]:
    """The few citations that matter: the evidence that fits best, then the best rule of each jurisdiction, as asked.

    Where no jurisdiction is named, the best rule of all; two rules where there is no evidence on the claim.
    """
    asked = checked_jurisdictions(jurisdictions)
    if not judgement.flagged:
        return ()
    book = known or ledger()
    need = Need(judgement, segment_text, book.words)
    evidence = _best(book.evidence, lambda record: of_evidence(record, need), 1)
    rules = [record for each in asked for record in _best(_of(book, each), lambda rule: of_regulation(rule, need), 1)]
    if not asked:
        rules = _best(book.regulations, lambda rule: of_regulation(rule, need), _FEW - len(evidence))
    return (*(cite(record) for record in evidence), *(cite(rule) for rule in rules))


def severity(
    judgement: Judgement, segment_text: str, jurisdictions: Sequence[str] = (), *, known: Ledger | None = None
) -> Severity | None:
    """The judgement's severity, raised where a rule of a named jurisdiction takes such a claim more seriously."""
    asked = checked_jurisdictions(jurisdictions)
    if judgement.severity is None or not asked:
        return judgement.severity
    book = known or ledger()
    need = Need(judgement, segment_text, book.words)
    rules = [rule for each in asked for rule in _of(book, each) if rule["reach"] == "claim" and bears_on(rule, need)]
    return max([judgement.severity, *(Severity[rule["severity"].upper()] for rule in rules if rule["severity"])])


def notices(jurisdictions: Sequence[str], *, known: Ledger | None = None) -> tuple[Notice, ...]:
    """The rules of the named jurisdictions that forbid or limit the advertisement as such."""
    book = known or ledger()
    return tuple(
        Notice(rule["demand"], rule["jurisdiction"], cite(rule))
        for each in checked_jurisdictions(jurisdictions)
        for rule in _of(book, each)
        if rule["reach"] == "mention"
    )


def cite(record: Record) -> Citation:
    """The citation of a record: its id, title and where to look it up."""
    return Citation(record["id"], record["kind"], record["title"], locator(record))


def note(cited: Iterable[Citation], *, known: Ledger | None = None) -> str:
    """What the cited records say, a sentence each, as a margin note would put it."""
    book = known or ledger()
    records = [book.find(citation.record) for citation in cited]
    return " ".join(sentence(record) for record in records if record is not None)


def checked_jurisdictions(names: Sequence[str]) -> tuple[str, ...]:
    """The codes asked for, each once, in the order asked; raises UsageError for one that the ledger does not know."""
    asked = tuple(dict.fromkeys(name.strip().lower() for name in names))
    for name in asked:
        if name not in JURISDICTIONS:
            raise UsageError(f"There is no jurisdiction {name!r}.", f"Known: {', '.join(JURISDICTIONS)}.")
    return asked


def _of(book: Ledger, jurisdiction: str) -> list[Regulation]:
    return [rule for rule in book.regulations if rule["jurisdiction"] == jurisdiction]


def _best(records: Iterable[Found], points: Callable[[Found], int | None], count: int) -> list[Found]:
    """The records with the most points; the order of the files settles a tie."""
    rated = [(value, record) for record in records if (value := points(record)) is not None]
    return [record for _, record in sorted(rated, key=lambda pair: -pair[0])[:count]]
