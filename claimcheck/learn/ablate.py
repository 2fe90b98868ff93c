"""What each part of the judge brings: cross-validated scores of the whole, and of it without a part.

A part is taken out where it is learnt from: features by the kind of their names, columns of the second reading by their
names. The phrase net is taken out whole, since it reads a segment with its surroundings at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from claimcheck.claim import Strength
from claimcheck.judge.features import Features
from claimcheck.judge.first import UNIT
from claimcheck.judge.second import names
from claimcheck.learn import metrics
from claimcheck.learn.baselines import NOBODY
from claimcheck.learn.calibrate import choose
from claimcheck.learn.examples import BOOST, Examples
from claimcheck.learn.fit import cross_fit, cross_fit_second, second_inputs
from claimcheck.learn.metrics import Row
from claimcheck.learn.phrases import Nets
from claimcheck.learn.train import Lessons
from claimcheck.learn.words import Words

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Part:
    """A part to take out: prefixes of features, and of columns of the second reading."""

    features: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()

    def __add__(self, other: Part) -> Part:
        return Part(self.features + other.features, self.columns + other.columns)


FOCUS = Part(("t:",), ("own about", "page seller", "page about", "before about", "after about", "heading about"))
CUES = Part(("k:", "m:", "p:", "q"), ("reach",))
STRUCTURE = Part((), ("before", "after", "heading", "page", "place", "role", "question"))
NET = Part((), ("net",))
PARTS = {
    "everything": Part(),
    "without the treatment focus": FOCUS,
    "without cues and their reach": CUES,
    "without headings, neighbours, page and place": STRUCTURE,
    "without the phrase net": NET,
    "without the net, headings, neighbours, page and place": NET + STRUCTURE,
    "without all of these: words, characters, sense groups": FOCUS + CUES + STRUCTURE + NET,
    "not factorised: the flag and categories, no subject, no form": Part((), ("own about", "own form")),
}


def ablate(corpus: Path, nets: Path, *, seed: int = 0, progress: Progress = lambda _: None) -> dict[str, Any]:
    """Each part's name -> flag F1, F1 of warnings and up, and kappa, cross-validated by advertiser over the pages that
    training sees. It trains once a part; `nets` is the folder of the frozen phrase nets.
    """
    examples = Lessons.of(corpus).examples(Words.shipped().reader(), Nets.read(nets))
    scores = {}
    for name, part in PARTS.items():
        progress(name)
        scores[name] = _scores(examples, part, seed)
    return scores


def ablation_markdown(scores: dict[str, Any]) -> str:
    """The scores as a Markdown table."""
    lines = ["| judge | flag F1 | warning and up F1 | kappa |", "| --- | --- | --- | --- |"]
    lines += [
        f"| {name} | {row['flag']:.3f} | {row['warning']:.3f} | {row['kappa']:.3f} |" for name, row in scores.items()
    ]
    return "\n".join(lines) + "\n"


def without(features: Features, prefixes: tuple[str, ...]) -> Features:
    """The features less those whose names begin with one of the prefixes."""
    groups = ("words", "chars", "shape", "scope", "senses")
    kept = {group: [n for n in getattr(features, group) if not n.startswith(prefixes)] for group in groups}
    return replace(features, **kept)


def _scores(examples: Examples, part: Part, seed: int) -> dict[str, float]:
    if part.features:
        examples = replace(examples, features=[without(each, part.features) for each in examples.features])
    first = cross_fit(examples)
    columns = [
        at for at, name in enumerate(names(examples.phrases.shape[1])) if not name.startswith(part.columns or ("\0",))
    ]
    natural = np.flatnonzero(examples.fold != BOOST)
    seen = second_inputs(examples, first)[natural][:, columns]
    strength, fold = examples.strength[natural], examples.fold[natural]
    second = cross_fit_second(seen, strength, fold, seed)
    rounded = np.rint(second * UNIT)
    decision = choose(examples.targets[natural], strength, first[natural], rounded)
    judged = [decision.decide(one, two) for one, two in zip(first[natural].tolist(), rounded.tolist(), strict=True)]
    rows = [
        Row(Strength(gold), found.strength, NOBODY, NOBODY, found.confidence)
        for gold, found in zip(strength.tolist(), judged, strict=True)
    ]
    return {
        "flag": metrics.score(rows).f1,
        "warning": metrics.score(rows, Strength.ASSERTED).f1,
        "kappa": metrics.kappa(rows),
    }
