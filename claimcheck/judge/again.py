"""One page judged again and again, each time a little changed: only what a change touches is read anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.claim import Context, Judgement, PageType, Role, Segment
from claimcheck.judge.model import Model
from claimcheck.judge.scope import claim_states, counts
from claimcheck.judge.second import inputs

_Key = tuple[str, Context, Role]


class Again:
    """Keeps the first scores of what it has read; says exactly what `Judge.judge` would, without cues."""

    def __init__(self, model: Model, page_type: PageType) -> None:
        self._model = model
        self._page_type = page_type
        self._page = model.reader.page()
        self._own: dict[_Key, tuple[list[int], list[int], list[int]]] = {}

    def judge(self, segments: Sequence[Segment], wanted: Iterable[int]) -> list[Judgement]:
        """The judgements of the wanted segments of a page, by index."""
        read = [self._first(segment) for segment in segments]
        first = [scores for scores, _, _ in read]
        reaches, phrases = [reach for _, reach, _ in read], [phrase for _, _, phrase in read]
        rows = inputs(segments, first, reaches, phrases, self._page_type)
        model = self._model
        return [model.decision.decide(first[at], model.forest.scores(rows[at])) for at in wanted]

    def _first(self, segment: Segment) -> tuple[list[int], list[int], list[int]]:
        key = (segment.text, segment.context, segment.role)
        found = self._own.get(key)
        if found is None:
            reading = self._page.read(segment.text)
            states = claim_states(reading)
            phrase = self._model.phrases.scores(segment, self._page)
            found = self._own[key] = self._model.first.scores(reading, states), counts(states), phrase
        return found
