import pytest

from claimcheck.judge.features import features
from claimcheck.judge.second import names
from claimcheck.learn import ablate, ablation_markdown
from claimcheck.learn.ablate import CUES, FOCUS, NET, PARTS, STRUCTURE, without
from claimcheck.learn.words import Words


def test_features_are_left_out_by_the_kind_of_their_names():
    found = features("PRP may heal the disc.", Words.shipped().reader().page())
    left = without(found, CUES.features)
    assert left.words == found.words and left.senses == found.senses and left.reach == found.reach
    assert found.scope and not left.scope
    assert {name.partition(":")[0] for name in left.shape} < {name.partition(":")[0] for name in found.shape}


@pytest.mark.parametrize("part", [FOCUS, CUES, STRUCTURE, NET])
def test_every_column_that_a_part_names_is_there(part):
    for prefix in part.columns:
        assert any(name.startswith(prefix) for name in names(28)), prefix


@pytest.mark.slow
def test_each_part_is_scored_beside_the_whole(corpus, nets):
    steps = []
    scores = ablate(corpus, nets, progress=steps.append)
    assert list(scores) == steps == list(PARTS)
    assert scores["everything"]["flag"] > 0.95
    assert all(0 <= value <= 1 for row in scores.values() for value in row.values())
    assert ablation_markdown(scores).count("\n") == len(PARTS) + 2
