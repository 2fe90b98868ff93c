"""The second reading: a segment's first scores beside those of its heading, its neighbours and its page."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claim import About, PageType, Role, Segment
from claimcheck.judge.first import ABOUT, ABOUTS, CATEGORY, FLAG, FORM, LANES, SELLER, UNIT
from claimcheck.judge.scope import STATES

_OURS = ABOUT.start + ABOUTS.index(About.OURS)
_OTHER = ABOUT.start + ABOUTS.index(About.OTHER)
_FIELD = ABOUT.start + ABOUTS.index(About.FIELD)
_ROLES = {role: at for at, role in enumerate(Role)}
_ABSENT = -8 * UNIT
_DECIDED = {PageType.SELLER: 6 * UNIT, PageType.NEUTRAL: -6 * UNIT}
_AROUND = (FLAG, _OURS, _OTHER)


def inputs(
    segments: Sequence[Segment],
    scores: Sequence[Sequence[int]],
    reaches: Sequence[Sequence[int]],
    phrases: Sequence[Sequence[int]],
    page_type: PageType,
) -> list[list[int]]:
    """What the second reading sees of each segment of a page, as whole numbers.

    `reaches` has `Features.reach`, `phrases` the phrase net's scores.
    """
    around = Surroundings(segments, scores, page_type) if segments else None
    return [around.row(at, *each) for at, each in enumerate(zip(reaches, phrases, strict=True))] if around else []


class Surroundings:
    """What stands around the segments of a page, of which there is at least one, and what the page is as a whole."""

    def __init__(self, segments: Sequence[Segment], scores: Sequence[Sequence[int]], page_type: PageType) -> None:
        self._segments = segments
        self._scores = scores
        self._page = _page(scores, page_type)
        self._nearest = _nearest_heading(segments)

    def row(self, at: int, reach: Sequence[int], phrases: Sequence[int]) -> list[int]:
        """What the second reading sees of one segment."""
        segment, own = self._segments[at], self._scores[at]
        row = [*own[ABOUT], *own[FORM], own[FLAG], *own[CATEGORY]]
        for neighbour in (at - 1, at + 1, self._nearest[at]):
            row += _glance(self._scores, neighbour)
        row += [*self._page, *reach]
        row += [_ROLES[segment.role], segment.level, len(segment.text), at, len(self._segments)]
        row += [int(segment.text.rstrip().endswith("?")), int("?" in segment.context.before[-2:])]
        row += phrases
        return row


def names(phrases: int) -> list[str]:
    """What each input of `inputs` is, where the phrase net gives so many scores."""
    around = ("flag", "about ours", "about other")
    return [
        *(f"own {lane.replace(':', ' ')}" for lane in LANES if lane != "seller"),
        *(f"{where} {lane}" for where in ("before", "after", "heading") for lane in around),
        *(
            f"page {what}"
            for what in ("seller", "flag", *around[1:], "about field", "top flag", "claims", "about ours share")
        ),
        *(f"reach {state}" for state in STATES),
        *("role", "role level", "length", "place", "place of", "question", "question before"),
        *(f"net {number}" for number in range(phrases)),
    ]


def _page(scores: Sequence[Sequence[int]], page_type: PageType) -> list[int]:
    count = len(scores)
    seller = _DECIDED.get(page_type, sum(score[SELLER] for score in scores) // count)
    means = [sum(score[lane] for score in scores) // count for lane in (*_AROUND, _FIELD)]
    top = max(score[FLAG] for score in scores)
    claims = 100 * sum(score[FLAG] > 0 for score in scores) // count
    ours = 100 * sum(score[_OURS] > max(score[_OTHER], 0) for score in scores) // count
    return [seller, *means, top, claims, ours]


def _glance(scores: Sequence[Sequence[int]], at: int | None) -> list[int]:
    if at is None or not 0 <= at < len(scores):
        return [_ABSENT] * len(_AROUND)
    return [scores[at][lane] for lane in _AROUND]


def _nearest_heading(segments: Sequence[Segment]) -> list[int | None]:
    nearest: list[int | None] = []
    last = None
    for at, segment in enumerate(segments):
        nearest.append(last)
        if segment.role is Role.HEADING:
            last = at
    return nearest
