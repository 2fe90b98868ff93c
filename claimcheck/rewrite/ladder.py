"""The same claim on each rung of strength, from `absolute` to `none`, and why the rung above is still flagged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimcheck.claim import Judgement, PageType, Segment, Strength
from claimcheck.finding import Citation
from claimcheck.judge import Judge
from claimcheck.know import ledger
from claimcheck.rewrite.evidence import Evidence
from claimcheck.rewrite.grammar import agreement, capitalized
from claimcheck.rewrite.recast import recasts
from claimcheck.rewrite.shape import Shape, Style
from claimcheck.rewrite.slots import Slots, slots
from claimcheck.rewrite.tables import frames

_BACK = "back pain"
_Put = tuple[Strength, str, tuple[Citation, ...]]
_WHY = {
    Strength.ABSOLUTE: "It promises certainty, and no treatment has that.",
    Strength.ASSERTED: "It is stated as plain fact, without who it was seen in or how strong the evidence is.",
    Strength.VAGUE: "“May” and “help” still tell of a benefit; they do not say how weak the evidence is.",
    Strength.QUALIFIED: "It says what is known, and how uncertain it is.",
    Strength.NONE: "It claims nothing.",
}
_NOTHING = "The ledger has no verified record to say it with: cite a study of this, with its size and its limits."


@dataclass(frozen=True, slots=True)
class Rung:
    """A claim put at one strength; `read_as` is what the judge makes of these words alone, `why` what the rung does."""

    strength: Strength
    text: str
    read_as: Strength
    why: str
    citations: tuple[Citation, ...] = ()


def ladder(text: str, judge: Judge, page_type: PageType = PageType.SELLER) -> tuple[Rung, ...]:
    """The rungs of the claim that a text makes, the strongest first."""
    segment = Segment.of(text)
    judgement = judge.judge((segment,), page_type)[0]
    found = _whole(slots(segment, judgement))
    rungs: list[_Put] = [(strength, said, ()) for strength, said in _claims(found)]
    evidence = Evidence(ledger())
    rungs += _honest(found, evidence, judge, page_type)
    return tuple(
        Rung(strength, said, _read(said, judge, page_type).strength, _WHY[strength] if said else _NOTHING, cited)
        for strength, said, cited in rungs
    )


def _whole(found: Slots) -> Slots:
    """Slots that fill every frame of the first topic: back pain and tissue, where the text names nothing else."""
    topics = (*(topic for topic in found.topics if topic in frames()["ladder"]), "general")
    return replace(found, condition=found.condition or _BACK, object=found.object or "tissue", topics=topics[:1])


def _claims(found: Slots) -> Iterator[tuple[Strength, str]]:
    table = frames()["ladder"][found.topics[0]]
    plural = found.treatment.plural
    given = {
        **agreement(plural),
        "T": found.treatment.text,
        "C": found.condition,
        "O": found.object,
        "s": "" if plural else "s",
    }
    for strength in (Strength.ABSOLUTE, Strength.ASSERTED, Strength.VAGUE):
        yield strength, capitalized(table[strength.label].format_map(given)) + "."


def _honest(found: Slots, evidence: Evidence, judge: Judge, page_type: PageType) -> Iterator[_Put]:
    """The best frame that says what is known, and the best that claims nothing."""
    form = Shape("", Style.SENTENCE, ours=True)
    found = replace(found, topics=(*found.topics, "general"))
    for strength in (Strength.QUALIFIED, Strength.NONE):
        for one in recasts(found, form, evidence, found.condition, _BACK):
            fits = bool(one.fact) if strength is Strength.QUALIFIED else not one.citations
            if fits and not _read(one.text, judge, page_type).flagged:
                yield strength, one.text, one.citations
                break
        else:
            yield strength, "", ()


def _read(text: str, judge: Judge, page_type: PageType) -> Judgement:
    return judge.judge((Segment.of(text),), page_type)[0]
