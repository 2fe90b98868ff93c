"""Small decision trees over integers: the page-aware second reading of the first scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LEAF = -1


@dataclass(frozen=True, slots=True)
class Tree:
    """A binary tree in flat arrays.

    Node `n` asks whether `inputs[feature[n]] <= threshold[n]` and goes to `left[n]` or `right[n]`; a leaf has
    feature `LEAF` and its value in `value`.
    """

    feature: Sequence[int]
    threshold: Sequence[int]
    left: Sequence[int]
    right: Sequence[int]
    value: Sequence[int]

    def __call__(self, inputs: Sequence[int]) -> int:
        """The value of the leaf that the inputs lead to."""
        node = 0
        while (feature := self.feature[node]) != LEAF:
            node = self.left[node] if inputs[feature] <= self.threshold[node] else self.right[node]
        return self.value[node]


@dataclass(frozen=True, slots=True)
class Forest:
    """Boosted trees for several classes: a class's score is its base plus the sum of its trees."""

    bases: Sequence[int]
    trees: Sequence[Sequence[Tree]]

    def scores(self, inputs: Sequence[int]) -> list[int]:
        """One integer score a class, in units of 1 / `claimcheck.judge.model.UNIT` of a logit."""
        return [base + sum(tree(inputs) for tree in trees) for base, trees in zip(self.bases, self.trees, strict=True)]
