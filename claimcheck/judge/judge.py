"""The judge: reads a page's segments twice and says of each how strongly it claims, what, and about what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.claim import Judgement, PageType, Segment
from claimcheck.judge.again import Again
from claimcheck.judge.explain import cues
from claimcheck.judge.model import Model, default_folder, load
from claimcheck.judge.second import inputs

if TYPE_CHECKING:
    from claimcheck.trace import Trace


class Judge:
    """Judges the segments of one page at a time; holds no state of its own beside the model."""

    def __init__(self, model: Model) -> None:
        self._model = model

    @classmethod
    def from_folder(cls, folder: Path) -> Judge:
        """A judge with the model in a folder; raises ModelError where it cannot be used."""
        return cls(load(folder))

    @property
    def version(self) -> str:
        """The model's version."""
        return self._model.version

    def judge(self, segments: Sequence[Segment], page_type: PageType = PageType.AUTO) -> list[Judgement]:
        """A judgement for each segment of a page, in order."""
        return self._judged(segments, *self.scores(segments, page_type))

    def _judged(self, segments: Sequence[Segment], first: list[list[int]], second: list[list[int]]) -> list[Judgement]:
        judgements = [self._model.decision.decide(*pair) for pair in zip(first, second, strict=True)]
        table = self._model.first.table
        return [
            replace(judgement, cues=cues(segment.text, judgement, table)) if judgement.flagged else judgement
            for segment, judgement in zip(segments, judgements, strict=True)
        ]

    def again(self, page_type: PageType = PageType.AUTO) -> Again:
        """A judge of changed versions of one page, which reads anew only what a change touches."""
        return Again(self._model, page_type)

    def explain(
        self, segments: Sequence[Segment], asked: Sequence[int], page_type: PageType = PageType.AUTO
    ) -> list[Trace]:
        """An account of the judgement of each asked segment of a page, by its number."""
        # Imported here: a check explains nothing.
        from claimcheck.judge.trace import trace

        first, second = self.scores(segments, page_type)
        judgements = self._judged(segments, first, second)
        return [trace(segments, at, judgements[at], first[at], self._model, page_type) for at in asked]

    def scores(self, segments: Sequence[Segment], page_type: PageType) -> tuple[list[list[int]], list[list[int]]]:
        """The scores of both readings, by segment, in units of `1 / UNIT` logit."""
        page = self._model.reader.page()
        first, reaches = [], []
        for segment in segments:
            scores, reach = self._model.alone.read(segment.text, page)
            first.append(scores)
            reaches.append(reach)
        phrases = self._model.phrases.page(segments, page)
        rows = inputs(segments, first, reaches, phrases, page_type)
        return first, [self._model.forest.scores(row) for row in rows]


@cache
def default_judge() -> Judge:
    """The judge with the model that ships with the package, loaded once."""
    return Judge.from_folder(default_folder())
