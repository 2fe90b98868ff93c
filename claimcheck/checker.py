"""Where the rooms meet: a source is read, its segments are judged, the flagged ones become findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck import codebook, know
from claimcheck.claim import Judgement, PageType, Segment
from claimcheck.errors import UsageError
from claimcheck.finding import Coverage, Finding, Notice, Result
from claimcheck.judge import Judge, default_judge
from claimcheck.read import Document, fetch, place, read_bytes, read_path, read_text, segment
from claimcheck.text import Source
from claimcheck.version import VERSION

if TYPE_CHECKING:
    from claimcheck.trace import Trace


class Checker:
    """Checks sources with one loaded model; make it once, use it often, from any thread.

    `page_type` says whether the pages sell the treatment; `auto` lets the judge decide from the page.
    `jurisdictions` (such as `us`, `uk`, `eu`) choose the rules that findings cite; without them each finding cites the
    most pertinent one. `ledger` names TOML files whose records are added to what is known, or take the place of those
    with the same id. Raises UsageError on an unknown jurisdiction, LedgerError on a file that is no ledger.
    """

    def __init__(
        self,
        *,
        page_type: PageType = PageType.AUTO,
        jurisdictions: Sequence[str] = (),
        ledger: str | Path | Sequence[str | Path] = (),
        judge: Judge | None = None,
    ) -> None:
        self._judge = judge or default_judge()
        self._page_type = page_type
        self._jurisdictions = know.checked_jurisdictions(jurisdictions)
        self._known = know.opened(ledger) if ledger else None

    @property
    def versions(self) -> dict[str, str]:
        """The versions of program, model and knowledge that every output carries."""
        knowledge = self._known.version if self._known else know.version()
        return {"tool": VERSION, "model": self._judge.version, "knowledge": knowledge}

    def judge(self, segments: Iterable[str]) -> list[Judgement]:
        """A judgement for each text, in order; each is read alone, without a page around it."""
        if isinstance(segments, str):
            raise UsageError("judge takes several texts, not one.", "Put the text in a list, or call check.")
        return [self._judge.judge((Segment.of(text),), self._page_type)[0] for text in segments]

    def explain(self, text: str, *, context: str | Path | None = None, format: str | None = None) -> list[Trace]:
        """An account of each sentence's judgement, flagged or not.

        `context` is the page that the text stands in: a Path is read, a str is the page itself (plain text, unless
        `format` says otherwise). Where the page does not hold the text, it is read as if it stood at the page's end.
        """
        page = read_path(context, format) if isinstance(context, Path) else None
        if isinstance(context, str):
            page = read_text(context, "<context>", format or "text")
        placed, segments, asked = place(text, page)
        if not asked:
            raise UsageError("The text holds no sentence to explain.", "Give a text with at least one letter.")
        traces = self._judge.explain(segments, asked, self._page_type)
        return [replace(trace, placed=placed) for trace in traces]

    def check(self, text: str, *, name: str = "<text>", format: str = "text") -> Result:
        """The findings in a text; `format` is one of `claimcheck.read.FORMATS`."""
        return self.check_document(read_text(text, name, format))

    def check_bytes(self, data: bytes, *, name: str, format: str | None = None) -> Result:
        """The findings in undecoded content; a format of None is guessed from name and content."""
        return self.check_document(read_bytes(data, name, format))

    def check_path(self, path: str | Path, *, format: str | None = None) -> Result:
        """The findings in a file; raises ClaimcheckError where it cannot be read."""
        return self.check_document(read_path(Path(path), format))

    def check_url(self, url: str) -> Result:
        """The findings in one web page, fetched now; raises ClaimcheckError where that fails."""
        return self.check_document(fetch(url))

    def check_document(self, document: Document) -> Result:
        """The findings in a document that has been read."""
        segments = segment(document)
        judgements = self._judge.judge(segments, self._page_type)
        findings = tuple(
            self._finding(document.source, each, judgement)
            for each, judgement in zip(segments, judgements, strict=True)
            if judgement.flagged
        )
        remarks = (Notice(f"{note} Check that the text looks right.") for note in document.notes)
        return Result(
            document.source,
            findings,
            coverage=Coverage(len(document.source.text), document.read, document.skipped),
            notices=(*remarks, *know.notices(self._jurisdictions, known=self._known)),
            advertising=know.advertising(self._jurisdictions, known=self._known) if findings else (),
        )

    def _finding(self, source: Source, segment: Segment, judgement: Judgement) -> Finding:
        known = know.bearing(judgement, segment.text, self._jurisdictions, known=self._known)
        if known is None:
            raise ValueError("a finding needs a flagged judgement")
        return Finding(
            source,
            segment,
            judgement,
            known.severity,
            codebook.message(judgement),
            fingerprint(segment, judgement),
            known.citations,
            rules=known.rules,
            raised=known.raised,
        )


def fingerprint(segment: Segment, judgement: Judgement) -> str:
    """A name for a finding that survives moved lines: 16 hex digits of its words and categories."""
    words = " ".join(segment.text.casefold().split())
    categories = ",".join(category.value for category in judgement.categories)
    return sha256(f"{words}|{categories}".encode()).hexdigest()[:16]
