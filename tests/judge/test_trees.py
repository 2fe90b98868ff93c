from claimcheck.judge.trees import LEAF, Forest, Tree

STUMP = Tree([0, LEAF, LEAF], [5, 0, 0], [1, LEAF, LEAF], [2, LEAF, LEAF], [0, -7, 9])


def test_a_tree_goes_left_at_or_below_its_threshold():
    assert [STUMP([value]) for value in (4, 5, 6)] == [-7, -7, 9]


def test_a_forest_adds_its_trees_to_each_class_base():
    forest = Forest([100, 1], [[STUMP, STUMP], []])
    assert forest.scores([0]) == [86, 1]
