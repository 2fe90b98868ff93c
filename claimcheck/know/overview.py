"""Pages that gather records: by jurisdiction, by claim type, by severity, and what is known on a category."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.claim import Severity, Strength
from claimcheck.know.ledger import Ledger
from claimcheck.know.pages import shown_phrases
from claimcheck.know.pertinence import Named, Need, of_evidence
from claimcheck.know.records import JURISDICTIONS, STATUSES, Evidence, Gap, Record, Regulation
from claimcheck.wrap import wrap

_WIDTH = 96
_FEW = 5
_NOBODY = frozenset[str]()


def jurisdiction_page(place: str, records: Sequence[Record], gaps: Iterable[Gap]) -> str:
    """All that is known of one jurisdiction: what it says of any advertisement, of claims, its cases, and the gaps."""
    rules = [record for record in records if record["kind"] == "regulation"]
    return _page(
        f"{JURISDICTIONS[place]} (jurisdiction: {place})",
        ("On advertising such treatment at all", _lines(rule for rule in rules if rule["reach"] == "mention")),
        ("Rules on claims", _rules(rule for rule in rules if rule["reach"] == "claim")),
        ("What is allowed", _lines(rule for rule in rules if rule["reach"] == "allowance")),
        ("Cases", _lines(record for record in records if record["kind"] == "precedent")),
        ("Known gaps", "\n".join(_indent(f"{', '.join(gap['categories'])}: {gap['note']}") for gap in gaps)),
        ("Check against it", f"  claimcheck check page.html --jurisdiction {place}"),
        ("Read one in full, with its source", "  claimcheck explain RECORD"),
    )


def claim_type_page(name: str, book: Ledger, records: Sequence[Record]) -> str:
    """The evidence on a claim type: what is cited first, in a sentence each, then the titles of the rest."""
    calling = [category for category, claims in book.words["categories"].items() if name in claims]
    evidence = [record for record in records if record["kind"] == "evidence"]
    need = Need((), Named(_NOBODY, _NOBODY, _NOBODY), book.words)
    need.claims[name] = 0
    first = _best(book, need)
    words = book.words["claims"].get(name)
    title = f"{name.replace('_', ' ').capitalize()} (claim type: {name})"
    return _page(
        title,
        ("Called for by", _indent(f"{', '.join(calling)}{', where the text has: ' if words else ''}{_words(words)}")),
        ("Cited first, where the text names no cells and no condition", _sentences(first)),
        ("More evidence", _lines(each for each in evidence if each not in first)),
        ("Read one in full, with its limits and its source", "  claimcheck explain RECORD"),
    )


def severity_page(severity: Severity, strength: Strength, rules: Iterable[Regulation]) -> str:
    """What a severity stands for, and which rules raise a finding to it."""
    exits = "A check that finds one ends with exit code 1 where --fail-on is {}."
    fail_on = {Severity.NOTE: "note", Severity.WARNING: "note or warning (the default)"}
    return _page(
        f"{severity.label.capitalize()} (severity: {severity.label})",
        (
            "What it is",
            _indent(f"The rank of a claim of strength {strength.label}: `claimcheck explain {strength.label}`."),
        ),
        ("What follows", _indent(exits.format(fail_on.get(severity, "note, warning (the default) or error")))),
        ("Rules that raise a finding to it, where --jurisdiction names their place", _rules(rules, ranks=False)),
    )


def status_page(status: str, count: int, all_of_them: int) -> str:
    """How well a record of a status is known."""
    meaning = f"{STATUSES[status][0].upper()}{STATUSES[status][1:]}."
    return _page(
        f"{status.capitalize()} (status of a record)",
        ("What it is", _indent(meaning)),
        ("How many", _indent(f"{count} of {all_of_them} records.")),
        ("What should be read again", "  claimcheck know audit"),
    )


def on_category(name: str, book: Ledger) -> str:
    """What a category's page adds: the evidence that is cited first, and the rules by jurisdiction."""
    need = Need((name,), Named(_NOBODY, _NOBODY, _NOBODY), book.words)
    rules: dict[str, list[str]] = {}
    for rule in book.regulations:
        if rule["reach"] == "claim" and name in rule["categories"]:
            rules.setdefault(rule["jurisdiction"], []).append(rule["id"])
    places = "\n".join(_indent(f"{place}: {', '.join(rules[place])}") for place in JURISDICTIONS if place in rules)
    gaps = [gap["jurisdiction"] for gap in book.gaps if name in gap["categories"]]
    cases = [case for case in book.precedents if name in case["categories"]]
    more = f"`claimcheck know list --category {name}` lists all that bears on it."
    return "\n" + _sections(
        ("Evidence that is cited first, where the text names no cells and no condition", _sentences(_best(book, need))),
        ("Rules on such claims, by jurisdiction", places),
        ("Cases", _indent(", ".join(case["id"] for case in cases)) if cases else ""),
        ("Known gaps", _indent(f"Fewer than two rules are known for {', '.join(gaps)}.") if gaps else ""),
        ("All of it", _indent(more)),
    )


def _best(book: Ledger, need: Need) -> list[Evidence]:
    """The evidence that a claim with this need would have cited, the best first."""
    rated = [(points, each) for each in book.evidence if (points := of_evidence(each, need)) is not None]
    return [each for _, each in sorted(rated, key=lambda pair: -pair[0])[:_FEW]]


def on_wording(rules: Sequence[Regulation]) -> str:
    """What a strength's page adds: the rules on claims that are put like this."""
    return "\n" + _sections(("Rules on claims put like this", _rules(rules))) if rules else ""


def _page(title: str, *sections: tuple[str, str]) -> str:
    return f"{title}\n{'=' * len(title)}\n\n{_sections(*sections)}"


def _sections(*sections: tuple[str, str]) -> str:
    return "\n\n".join(f"{heading}\n{text}" for heading, text in sections if text) + "\n"


def _lines(records: Iterable[Record]) -> str:
    return "\n".join(_item(record["id"], record["title"]) for record in records)


def _sentences(records: Iterable[Evidence]) -> str:
    return "\n".join(_item(record["id"], record["summary"]) for record in records)


def _rules(rules: Iterable[Regulation], *, ranks: bool = True) -> str:
    return "\n".join(
        _item(rule["id"], rule["title"] + (f" (ranks as {rule['severity']})" if rule["severity"] and ranks else ""))
        for rule in rules
    )


def _item(id: str, title: str) -> str:
    return f"  {id}\n" + "\n".join(f"      {line}" for line in wrap(title, _WIDTH - 6))


def _words(phrases: Sequence[str] | None) -> str:
    return shown_phrases(phrases or ())


def _indent(text: str) -> str:
    first, *rest = wrap(text, _WIDTH - 6)
    return "\n".join([f"  {first}", *(f"      {line}" for line in rest)])
