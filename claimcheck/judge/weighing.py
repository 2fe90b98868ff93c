"""What each feature of a segment added to the flag's first score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt

from claimcheck.judge.features import GROUPS, Features
from claimcheck.judge.first import FLAG, FirstReader
from claimcheck.judge.tokens import Token
from claimcheck.text import Span
from claimcheck.trace import Weight

# Runs of letters and numbers of sense groups say nothing to a reader; their sums are told, not they.
_UNREADABLE = frozenset({"chars", "senses"})
_MARKS = frozenset({"<", ">"})


def weigh(features: Features, tokens: Sequence[Token], reader: FirstReader) -> list[Weight]:
    """Every known feature's part in the flag's score, in logits; their sum and the bias make the score."""
    return list(_weights(features, tokens, reader))


def group_sums(weights: Sequence[Weight], reader: FirstReader) -> dict[str, float]:
    """The sum of each group's weights, and the bias, in logits."""
    sums = dict.fromkeys(GROUPS, 0.0)
    for weight in weights:
        sums[weight.group] += weight.logit
    return {**sums, "bias": reader.biases[FLAG]}


def loudest(weights: Sequence[Weight], sign: int, most: int) -> tuple[Weight, ...]:
    """The readable features that spoke loudest for (`sign` 1) or against (-1), none inside a louder one."""
    ranked = sorted((each for each in weights if each.logit * sign > 0), key=lambda each: -sign * each.logit)
    kept: list[Weight] = []
    for each in ranked:
        if len(kept) == most:
            break
        if each.group not in _UNREADABLE and not any(_inside(each, other) for other in kept):
            kept.append(each)
    return tuple(kept)


def _weights(features: Features, tokens: Sequence[Token], reader: FirstReader) -> Iterator[Weight]:
    for group, scale, names in zip(GROUPS, reader.scales, features.groups(), strict=True):
        factor = scale * reader.quantum / sqrt(len(names) or 1)
        for name in names:
            row = reader.table.weights(name)
            if row is not None:
                yield Weight(name, group, factor * row[FLAG], _place(name, group, tokens))


def _place(name: str, group: str, tokens: Sequence[Token]) -> Span | None:
    if group != "words":
        return None
    words = [word for word in name.partition(":")[2].split(" ") if word not in _MARKS]
    norms = [token.norm for token in tokens]
    starts = (at for at in range(len(norms) - len(words) + 1) if norms[at : at + len(words)] == words)
    at = next(starts, None) if words else None
    return None if at is None else Span(tokens[at].start, tokens[at + len(words) - 1].end)


def _inside(one: Weight, other: Weight) -> bool:
    first, second = (f" {each.feature.partition(':')[2].lower()} " for each in (one, other))
    return one.group == other.group and (first in second or second in first)
