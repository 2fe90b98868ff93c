"""What the suggestions for one page share: its segments and judgements, the ledger, and what has been said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.claim import Judgement, Segment
from claimcheck.judge import JudgingAgain
from claimcheck.know import Ledger
from claimcheck.rewrite.evidence import Evidence
from claimcheck.rewrite.exchange import exchanged
from claimcheck.rewrite.memory import Memory
from claimcheck.rewrite.place import Place
from claimcheck.rewrite.shape import speaks_of_animals, speaks_of_us
from claimcheck.text import Source


class Page:
    """One page that has been judged."""

    def __init__(
        self,
        source: Source,
        segments: Sequence[Segment],
        flagged: Mapping[int, Judgement],
        again: JudgingAgain,
        *,
        known: Ledger,
        max_growth: int | None,
    ) -> None:
        self.segments = segments
        self.judgements = flagged
        self.max_growth = max_growth
        self.place = Place(source)
        self.again = again
        self.known = known
        self.evidence = Evidence(known)
        self.memory = Memory(segments)
        self.vet = speaks_of_animals(segments)
        self.ours = speaks_of_us(segments)
        self.flagged = sorted(flagged)

    def is_below(self, at: int, text: str, segments: Sequence[Segment]) -> bool:
        """True where the judge does not flag this text at that index of the segments."""
        return not self.again.judge(exchanged(segments, at, text), (at,))[0].flagged

    def around(self, at: int) -> str:
        """The words around a segment."""
        context = self.segments[at].context
        return " ".join((context.page_title, *context.headings, context.lead_in, context.before, context.after))
