"""One page judged again and again, each time a little changed: only what a change touches is read anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.claim import Context, Judgement, PageType, Role, Segment
from claimcheck.judge.features import Setting, features, settings
from claimcheck.judge.model import Model
from claimcheck.judge.second import inputs

_Key = tuple[str, Context, Role, int, Setting]


class Again:
    """Keeps the first scores of what it has read; says exactly what `Judge.judge` would, without cues."""

    def __init__(self, model: Model, page_type: PageType) -> None:
        self._model = model
        self._page_type = page_type
        self._page = model.reader.page()
        self._known: dict[_Key, tuple[list[int], list[int]]] = {}

    def judge(self, segments: Sequence[Segment], wanted: Iterable[int]) -> list[Judgement]:
        """The judgements of the wanted segments of a page, by index."""
        read = [self._first(*pair) for pair in zip(segments, settings(segments, self._page), strict=True)]
        first = [scores for scores, _ in read]
        rows = inputs(segments, first, [reach for _, reach in read], self._page_type)
        model = self._model
        return [model.decision.decide(first[at], model.forest.scores(rows[at])) for at in wanted]

    def _first(self, segment: Segment, setting: Setting) -> tuple[list[int], list[int]]:
        key = (segment.text, segment.context, segment.role, segment.level, setting)
        found = self._known.get(key)
        if found is None:
            read = features(segment, setting, self._page)
            found = self._known[key] = self._model.first.scores(read), read.reach
        return found
