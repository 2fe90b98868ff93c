"""Compiles trees into what `claimcheck.judge.trees` reads: leaves as bits, questions by input, values as digits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

LEAF = -1


@dataclass(frozen=True, slots=True)
class Tree:
    """A binary tree in flat lists.

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


def compiled(bases: Sequence[int], classes: Sequence[Sequence[Tree]], inputs: int) -> dict[str, Any]:
    """The stored form of boosted trees, a list a class, over so many inputs."""
    questions: list[tuple[int, int, int, int]] = []
    firsts, told, bit = [], [], 0
    for base, trees in zip(bases, classes, strict=True):
        start, values = bit, []
        for tree in trees:
            firsts.append(bit)
            leaves: list[int] = []
            questions += _questions(tree, 0, bit, leaves)
            base += min(leaves)  # noqa: PLW2901
            values += [value - min(leaves) for value in leaves]
            bit += len(leaves)
        told.append({"base": base, "start": start, "planes": list(_planes(values))})
    splits: list[tuple[list[int], list[int], list[int]]] = [([], [], []) for _ in range(inputs)]
    for feature, *question in sorted(questions):
        for column, number in zip(splits[feature], question, strict=True):
            column.append(number)
    return {"trees": [*firsts, bit], "splits": splits, "classes": told}


def _questions(tree: Tree, node: int, bit: int, leaves: list[int]) -> Iterator[tuple[int, int, int, int]]:
    """The questions below a node as (feature, threshold, first bit to the left, past the last); adds to the leaves."""
    if tree.feature[node] == LEAF:
        leaves.append(tree.value[node])
        return
    start = bit + len(leaves)
    yield from _questions(tree, tree.left[node], bit, leaves)
    yield tree.feature[node], tree.threshold[node], start, bit + len(leaves)
    yield from _questions(tree, tree.right[node], bit, leaves)


def _planes(values: Sequence[int]) -> Iterator[str]:
    for place in range(max(values, default=0).bit_length()):
        yield f"{sum(1 << at for at, value in enumerate(values) if value >> place & 1):x}"
