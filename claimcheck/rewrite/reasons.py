"""What a suggestion says of itself: why it is what it is, or why there is none."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claim import Category, Judgement, Segment
from claimcheck.finding import Citation
from claimcheck.know import Ledger

CUT = "The words that claim are cut out; nothing is added."
WEAKENED = "What stands below is no longer offered as treated or promised."
DELETE = "Remove it."
_NEEDS = {
    Category.APPROVAL: "the licence or approval itself: who gave it, its number, and what it covers",
    Category.PROOF: "the study: who was in it, how many, against what, and what stayed uncertain",
    Category.TESTIMONIAL: "what people can expect in general, with the evidence for it",
    Category.SPEED_DURATION: "a controlled study that measured the time",
    Category.COMPARISON: "a trial that compared the two",
    Category.SAFETY: "how many people were followed, for how long, and what harm was seen",
}
_ANY = "a controlled study of this treatment for this condition, with its size and its limits"


def with_evidence(citations: Sequence[Citation]) -> str:
    """Why a person has to agree to a rewrite that says what is known."""
    if not citations:
        return "It claims nothing and sends the reader on; a person has to agree that it fits."
    return f"It says what is known (see {', '.join(each.record for each in citations)}); a person has to agree."


def under_lead(text: str) -> str:
    """Why a bullet can stay as it is."""
    return f"It can stay as it is once the words above it read “{text}”."


def hold(segment: Segment, judgement: Judgement, known: Ledger, problems: Sequence[str]) -> str:
    """Why no wording was found, and what would support the claim as it stands."""
    needed = next((_NEEDS[category] for category in judgement.categories if category in _NEEDS), _ANY)
    why = _most_common(problems)
    return f"No honest wording was found{f' ({why})' if why else ''}. Hold it until you can cite {needed}, or:"


def _most_common(problems: Sequence[str]) -> str:
    return max(sorted(set(problems)), key=problems.count, default="")
