from hypothesis import given
from hypothesis import strategies as st

from claimcheck.judge.trees import Forest
from claimcheck.learn.trees import LEAF, Tree, compiled

INPUTS = 4
VALUES = st.integers(-300, 300)
NESTED = st.recursive(
    VALUES, lambda under: st.tuples(st.integers(0, INPUTS - 1), st.integers(-3, 3), under, under), max_leaves=9
)


def tree_of(nested):
    """A tree in flat lists from nested (input, threshold, left, right)."""
    columns = [[], [], [], [], []]

    def add(node):
        at = len(columns[0])
        for column in columns:
            column.append(LEAF)
        if isinstance(node, tuple):
            feature, threshold, left, right = node
            row = (feature, threshold, add(left), add(right), 0)
        else:
            row = (LEAF, 0, LEAF, LEAF, node)
        for column, value in zip(columns, row, strict=True):
            column[at] = value
        return at

    add(nested)
    return Tree(*columns)


@given(
    st.lists(st.lists(NESTED, max_size=5), min_size=1, max_size=3),
    st.lists(st.lists(st.integers(-5, 5), min_size=INPUTS, max_size=INPUTS), min_size=1, max_size=5),
)
def test_all_trees_at_once_say_what_each_says_alone(classes, rows):
    trees = [[tree_of(nested) for nested in one] for one in classes]
    bases = [7 * at for at in range(len(trees))]
    forest = Forest(compiled(bases, trees, INPUTS))
    for row in rows:
        alone = [base + sum(tree(row) for tree in one) for base, one in zip(bases, trees, strict=True)]
        assert forest.scores(row) == alone


def test_a_tree_goes_left_at_or_below_its_threshold():
    stump = tree_of((0, 5, -7, 9))
    assert [stump([value]) for value in (4, 5, 6)] == [-7, -7, 9]
    forest = Forest(compiled([100], [[stump, stump]], 1))
    assert [forest.scores([value]) for value in (5, 6)] == [[86], [118]]
