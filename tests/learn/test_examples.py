import numpy as np
import pytest

from claimcheck.claim import About, Category, Role, Strength
from claimcheck.corpus import Label, Side, load
from claimcheck.judge.first import ABOUTS, LANES
from claimcheck.learn.examples import BOOST, Examples
from claimcheck.learn.fit import cross_fit, fit, fit_heads, second_inputs
from claimcheck.learn.phrases import ALL, Nets
from claimcheck.learn.train import corpus_hash
from claimcheck.learn.words import Words
from claimcheck.read import Outline, outline

READER = Words.shipped().reader()


def side(lead, label, seller=True):
    parts = [Outline(lead, Role.PARAGRAPH, 0, 0), Outline("less pain", Role.LIST_ITEM, 0, 1)]
    return Side(seller, outline(parts), 1, label)


def net_of(folder):
    net = Nets.read(folder).net(ALL)
    return lambda fold: net


SIDES = [
    side("You may notice:", Label(About.OURS, Strength.VAGUE, frozenset({Category.EFFICACY}))),
    side("Surgery brings:", Label(About.OTHER, Strength.ASSERTED, frozenset({Category.EFFICACY})), seller=False),
]


def test_a_contrast_side_is_one_row_read_in_its_context(corpus, nets):
    pages = load(corpus / "pages")[:4]
    plain, more = Examples.of(pages, READER, net_of(nets)), Examples.of(pages, READER, net_of(nets), (), SIDES)
    rows = len(plain.features)
    assert len(more.features) == len(more.targets) == len(more.strength) == len(more.fold) == rows + 2
    assert (more.targets[:rows] == plain.targets).all() and (more.fold[:rows] == plain.fold).all()
    assert more.pages == plain.pages
    assert list(more.fold[rows:]) == [BOOST, BOOST]
    assert list(more.strength[rows:]) == [Strength.VAGUE, Strength.NONE]
    abouts = more.targets[rows:, : len(ABOUTS)]
    assert [ABOUTS[at] for at in abouts.argmax(axis=1)] == [About.OURS, About.OTHER]
    assert more.features[rows] == more.features[rows + 1], "surroundings are for the net and the second reading"
    assert more.targets.shape[1] == len(LANES)


def test_heads_learn_from_contrast(corpus, nets):
    pages = load(corpus / "pages")[:30]
    plain, more = Examples.of(pages, READER, net_of(nets)), Examples.of(pages, READER, net_of(nets), (), SIDES * 20)
    heads = [fit_heads(each, np.arange(len(each.features))) for each in (plain, more)]
    assert any(name not in heads[0].vocabulary.columns for name in heads[1].vocabulary.columns)


@pytest.mark.slow
def test_the_second_reading_learns_from_natural_pages_alone(corpus, nets):
    examples = Examples.of(load(corpus / "pages")[:30], READER, net_of(nets), (), SIDES * 20)
    assert fit(examples).trees.n_features_in_ == second_inputs(examples, cross_fit(examples)).shape[1]


def test_the_hash_tells_what_was_learnt_from(corpus):
    from claimcheck.corpus import Pair

    pages = load(corpus / "pages")[:4]
    pair = Pair("c34-01", 34, "lead-in", "c1", "r1", (SIDES[0], SIDES[1]))
    swapped = Pair("c34-01", 34, "lead-in", "c1", "r1", (SIDES[1], SIDES[0]))
    hashes = {corpus_hash(pages), corpus_hash(pages, [pair]), corpus_hash(pages, [swapped]), corpus_hash(pages[1:])}
    assert len(hashes) == 4
    assert corpus_hash(pages, ()) == corpus_hash(pages[::-1])
