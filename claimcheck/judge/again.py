"""One page judged again and again, each time a little changed: only what a change touches is read anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.claim import Context, Judgement, PageType, Role, Segment
from claimcheck.judge.features import Setting, features, settings
from claimcheck.judge.model import Model
from claimcheck.judge.second import inputs

_Key = tuple[str, Context, Role, int, str]


class Again:
    """Keeps the first scores of what it has read; says exactly what `Judge.judge` would, without cues."""

    def __init__(self, model: Model, page_type: PageType) -> None:
        self._model = model
        self._page_type = page_type
        self._page = model.reader.page()
        self._own: dict[_Key, tuple[list[float], list[int], list[int]]] = {}
        self._around: dict[tuple[str, int], list[int]] = {}
        self._shared: dict[tuple[str, ...], list[float] | None] = {}

    def judge(self, segments: Sequence[Segment], wanted: Iterable[int]) -> list[Judgement]:
        """The judgements of the wanted segments of a page, by index."""
        read = [self._first(*pair) for pair in zip(segments, settings(segments, self._page), strict=True)]
        first = [scores for scores, _, _ in read]
        reaches, phrases = [reach for _, reach, _ in read], [phrase for _, _, phrase in read]
        rows = inputs(segments, first, reaches, phrases, self._page_type)
        model = self._model
        return [model.decision.decide(first[at], model.forest.scores(rows[at])) for at in wanted]

    def _first(self, segment: Segment, setting: Setting) -> tuple[list[int], list[int], list[int]]:
        first, register = self._model.first, setting.register
        if register not in self._shared:
            self._shared[register] = first.shared(register)
        key = (segment.text, segment.context, segment.role, segment.level, setting.named)
        found = self._own.get(key)
        if found is None:
            read = features(segment, setting, self._page)
            phrase = self._model.phrases.scores(segment, self._page, self._around)
            found = self._own[key] = first.own(read), read.reach, phrase
        own, reach, phrase = found
        return first.joined(own, self._shared[register]), reach, phrase
