"""What a suggestion says of itself: why it is what it is, or why there is none."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claim import Category, Judgement
from claimcheck.finding import Citation

CUT = "The words that claim are cut out; nothing is added."
WEAKENED = "What stands below is no longer offered as treated or promised."
FORGED = "A person's own words are not reworded, since that would forge them: remove them."
WARNS = "It stands under words that warn or deny, and those decide (case 15): look at why it is flagged."
IN_FORM = "All bullets of the list follow in one form."
STORY = (
    "One person's story stands for what others can expect, and other words would tell it otherwise: remove it, or say "
    "what people can expect in general, with the evidence."
)
NOTHING = "No word of its own claims; if it does, what stands around it makes it a claim. Look at that first."
LIMITED = "It says itself how weak the evidence is, which is what a rewrite would do; look at what stands around it."
DENIAL = "A bare denial claims nothing (case 1): look at the words that it answers."
TOGETHER = "Below the flag once the page's other suggestions are made too."
BARE = "It claims only by the words above it, and no other words there put it below the flag"
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
    """Why a bullet is no claim any more."""
    return f"It is no claim once the words above the list read “{text}”."


def hold(judgement: Judgement, problems: Sequence[str]) -> str:
    """Why no wording was found, and what would support the claim as it stands."""
    if problems == [BARE]:
        return f"{BARE}: remove it."
    needed = next((_NEEDS[category] for category in judgement.categories if category in _NEEDS), _ANY)
    why = max(sorted(set(problems)), key=problems.count, default="")
    return (
        f"No honest wording was found{f' ({why})' if why else ''}. Hold it until you can cite {needed}, or remove it."
    )
