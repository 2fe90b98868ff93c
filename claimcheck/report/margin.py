"""What stands in the margin of a finding: what was read, what is known, its limit, and what the rule demands.

Each record is told once a document, and named by its id from then on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.finding import Citation, Finding

_FEW_RULES = 2
_RANKS = {"note": "a note", "warning": "a warning", "error": "an error"}


class Margin:
    """Writes the notes of one document and remembers what it has told."""

    def __init__(self, told: Iterable[Citation] = ()) -> None:
        self._advice: set[str] = set()
        self._told = {citation.record for citation in told}

    def paragraphs(self, finding: Finding) -> Iterator[str]:
        """The reading with its advice, the evidence with its limit, the rule; then the ids of what was told before."""
        yield self._reading(finding.message)
        new = [citation for citation in finding.citations if citation.says and citation.record not in self._told]
        rules = sorted((each for each in new if each.kind != "evidence"), key=lambda rule: not _raises(rule, finding))
        told = [*(each for each in new if each.kind == "evidence"), *rules[:_FEW_RULES]]
        self._told.update(citation.record for citation in told)
        yield from (_sentence(citation, finding) for citation in told)
        if named := [citation.record for citation in finding.citations if citation not in told]:
            yield f"see: {', '.join(named)}"

    def _reading(self, message: str) -> str:
        """The message whole when it is told for the first time, after that only what was read."""
        if message in self._advice:
            return message.partition(". ")[0].removesuffix(".") + "."
        self._advice.add(message)
        return message


def disguised(finding: Finding) -> Iterator[str]:
    """A sentence on the words that the source disguises, where it has any."""
    told = [f"{written!r} is read as {plain!r} ({kind})" for _, kind, written, plain in finding.disguises]
    if told:
        yield f"Disguised: {'; '.join(told)}."


def _raises(rule: Citation, finding: Finding) -> bool:
    """True for a rule that ranks the finding higher than its strength does."""
    return finding.severity != finding.strength.severity and rule.severity == finding.severity.label


def _sentence(citation: Citation, finding: Finding) -> str:
    source = citation.record + (f", {citation.status}" if citation.status == "partly seen" else "")
    if citation.kind != "evidence":
        place = f" ({citation.jurisdiction})" if citation.jurisdiction else ""
        rank = f" There it ranks as {_RANKS[citation.severity]}." if _raises(citation, finding) else ""
        return f"Rule{place}: {citation.says}{rank} [{source}]"
    limit = f" Limit: {citation.limit}" if citation.limit else ""
    return f"Evidence: {citation.says}{limit} [{source}]"
