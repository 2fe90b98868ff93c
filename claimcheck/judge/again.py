"""One page judged again and again, each time a little changed: only what a change touches is read anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.claim import Judgement, PageType, Segment
from claimcheck.judge.model import Model
from claimcheck.judge.second import Surroundings


class Again:
    """Says exactly what `Judge.judge` would of the wanted segments, without cues."""

    def __init__(self, model: Model, page_type: PageType) -> None:
        self._model = model
        self._page_type = page_type
        self._page = model.reader.page()

    def judge(self, segments: Sequence[Segment], wanted: Iterable[int]) -> list[Judgement]:
        """The judgements of the wanted segments of a page, by index."""
        model = self._model
        read = [model.alone.read(segment.text, self._page) for segment in segments]
        around = Surroundings(segments, [scores for scores, _ in read], self._page_type)
        judged = []
        for at in wanted:
            scores, reach = read[at]
            row = around.row(at, reach, model.phrases.scores(segments[at], self._page))
            judged.append(model.decision.decide(scores, model.forest.scores(row)))
        return judged
