"""Where the rooms meet: a source is read, its segments are judged, the flagged ones become findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck import codebook, know, language
from claimcheck.claim import Judgement, PageType, Segment
from claimcheck.errors import UsageError
from claimcheck.finding import SIDECAR, Coverage, Fault, Finding, Notice, Result
from claimcheck.judge import Judging, default_judge
from claimcheck.read import Document, fetch, place, plain_segment, read_bytes, read_path, read_text, segment
from claimcheck.text import Source
from claimcheck.version import VERSION

# Most pages need neither, and each would cost every check its import.
if TYPE_CHECKING:
    from claimcheck.phrases import Phrases
    from claimcheck.suppress import Directive, Settled
    from claimcheck.trace import Trace


class Checker:
    """Checks sources with one loaded model; make it once, use it often, from any thread.

    `page_type` says whether the pages sell the treatment; `auto` lets the judge decide from the page.
    `jurisdictions` (such as `us`, `uk`, `eu`) choose the rules that findings cite; without them each finding cites the
    most pertinent one. `ledger` names TOML files whose records are added to what is known, or take the place of those
    with the same id. `phrases` are a team's own, to flag or to allow. `today` is the ISO date against which the ends of
    suppressions are held; without one none ends. With `suggest` each finding carries a rewrite, which adds no more than
    `max_growth` characters. Raises UsageError on an unknown jurisdiction, LedgerError on a file that is no ledger.
    """

    def __init__(
        self,
        *,
        page_type: PageType = PageType.AUTO,
        jurisdictions: Sequence[str] = (),
        ledger: str | Path | Sequence[str | Path] = (),
        phrases: Phrases | None = None,
        today: str = "",
        judge: Judging | None = None,
        suggest: bool = False,
        max_growth: int | None = None,
    ) -> None:
        self._judge = judge or default_judge()
        self._page_type = page_type
        self._suggest = suggest
        self._max_growth = max_growth
        self._jurisdictions = know.checked_jurisdictions(jurisdictions)
        self._phrases = phrases.on(today) if phrases else None
        self._today = today
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
        return [self._judge.judge((plain_segment(text),), self._page_type)[0] for text in segments]

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

    def check(self, text: str, *, name: str = "<text>", format: str = "text", file: Path | None = None) -> Result:
        """The findings in a text; `format` is one of `claimcheck.read.FORMATS`.

        `file` is where the text stands or will stand: suppressions in `FILE.claimcheck.toml` beside it count.
        """
        return self._checked(read_text(text, name, format), file)

    def check_bytes(self, data: bytes, *, name: str, format: str | None = None, file: Path | None = None) -> Result:
        """The findings in undecoded content; a format of None is guessed; `file` as in `check`."""
        return self._checked(read_bytes(data, name, format), file)

    def check_path(self, path: str | Path, *, format: str | None = None) -> Result:
        """The findings in a file; raises ClaimcheckError where it cannot be read.

        Suppressions in `FILE.claimcheck.toml` beside it count like those in its comments.
        """
        return self._checked(read_path(Path(path), format), Path(path))

    def check_url(self, url: str) -> Result:
        """The findings in one web page, fetched now; raises ClaimcheckError where that fails."""
        return self.check_document(fetch(url))

    def check_document(self, document: Document) -> Result:
        """The findings in a document that has been read."""
        return self._check(document)

    def _checked(self, document: Document, file: Path | None) -> Result:
        if file is None or not Path(f"{file}{SIDECAR}").exists():
            return self._check(document)
        from claimcheck.suppress import beside

        return self._check(document, *beside(file))

    def _check(self, document: Document, aside: Sequence[Directive] = (), faults: Sequence[Fault] = ()) -> Result:
        source, segments = document.source, segment(document)
        foreign = language.guard(segments)
        english = [each for at, each in enumerate(segments) if at not in foreign.segments]
        judged = self._judging(source)
        judgements = self._phrases.judge(english, judged) if self._phrases else judged(english)
        pairs = zip(english, judgements, strict=True)
        findings = tuple(self._finding(source, each, judgement) for each, judgement in pairs if judgement.flagged)
        suppressed: tuple[Finding, ...] = ()
        if self._phrases:
            allowed = self._phrases.allow(findings, english, judged)
            findings, suppressed = allowed.findings, allowed.suppressed
        remarks = [Notice(f"{note} Check that the text looks right.") for note in document.notes]
        remarks += map(Notice, document.left_out)
        remarks += [*empty_notices(source, segments), *foreign.notices]
        if aside or "claimcheck:" in source.text:
            settled = self._settled(source, segments, findings, aside)
            findings, suppressed = settled.findings, (*suppressed, *settled.suppressed)
            remarks += settled.notices
            faults = (*faults, *settled.faults)
        if self._suggest and findings:
            findings = self._rewritten(source, english, findings)
        return Result(
            source,
            findings,
            faults=tuple(faults),
            coverage=coverage(document, foreign.characters, suppressed),
            notices=(*remarks, *know.notices(self._jurisdictions, known=self._known)),
            suppressed=tuple(sorted(suppressed, key=lambda finding: finding.span)),
            segments=segments,
            advertising=know.advertising(self._jurisdictions, known=self._known) if findings else (),
        )

    def _settled(
        self, source: Source, segments: Sequence[Segment], findings: Sequence[Finding], aside: Sequence[Directive]
    ) -> Settled:
        from claimcheck.suppress import directives, settle

        written, malformed = directives(source)
        settled = settle(source, segments, findings, (*written, *aside), today=self._today)
        return replace(settled, faults=(*malformed, *settled.faults))

    def _rewritten(
        self, source: Source, segments: Sequence[Segment], findings: Sequence[Finding]
    ) -> tuple[Finding, ...]:
        # Imported here, so that a check without suggestions pays nothing for them.
        from claimcheck.rewrite import suggest

        places = {id(each): at for at, each in enumerate(segments)}
        flagged = {places[id(finding.segment)]: finding.judgement for finding in findings}
        again = self._judge.again(self._page_type)
        again = self._phrases.again(again) if self._phrases else again
        rewrites = suggest(source, segments, flagged, again, known=self._known, max_growth=self._max_growth)
        return tuple(replace(each, rewrite=rewrites[places[id(each.segment)]]) for each in findings)

    def _judging(self, source: Source) -> Callable[[Sequence[Segment]], list[Judgement]]:
        """How segments of a source are judged: as one page, but each of a list of advertisements as a seller's own."""
        if source.format != "ads":
            return lambda segments: self._judge.judge(segments, self._page_type)
        kind = PageType.SELLER if self._page_type is PageType.AUTO else self._page_type

        def judged(segments: Sequence[Segment]) -> list[Judgement]:
            each = groupby(segments, lambda segment: source.place(segment.span.start))
            return [judgement for _, ad in each for judgement in self._judge.judge(tuple(ad), kind)]

        return judged

    def _finding(self, source: Source, segment: Segment, judgement: Judgement) -> Finding:
        known = know.bearing(judgement, segment.text, self._jurisdictions, known=self._known)
        if known is None:
            raise ValueError("a finding needs a flagged judgement")
        return Finding(
            source,
            segment,
            judgement,
            known.severity,
            (self._phrases and self._phrases.message(segment.text)) or codebook.message(judgement),
            fingerprint(segment, judgement),
            known.citations,
            rules=known.rules,
            raised=known.raised,
        )


def coverage(document: Document, foreign: int, suppressed: Sequence[Finding]) -> Coverage:
    """What of a document was judged; text in another language counts as skipped."""
    aside = sum(len(span) for finding in suppressed for span in finding.segment.spans)
    read, skipped = document.read - foreign - aside, document.skipped + foreign
    return Coverage(len(document.source.text), read, skipped, aside, foreign=foreign)


def empty_notices(source: Source, segments: Sequence[Segment]) -> tuple[Notice, ...]:
    """A notice where a document holds no words, since its report would look like that of a clean one."""
    if segments:
        return ()
    if not source.text.strip():
        return (Notice("The document is empty: there was nothing to judge."),)
    return (Notice("No words for a reader were found in the document: there was nothing to judge."),)


def fingerprint(segment: Segment, judgement: Judgement) -> str:
    """A name for a finding that survives moved lines: 16 hex digits of its words and categories."""
    words = " ".join(segment.text.casefold().split())
    categories = ",".join(category.value for category in judgement.categories)
    return sha256(f"{words}|{categories}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
