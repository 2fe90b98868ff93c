"""The intervals hold what they promise: over repeated samples from known populations, 95 in 100 cover the truth."""

import random

import pytest

from claimcheck.screen.estimate import Stratum, classical, prediction_powered, weight

POPULATIONS = {
    "a good judge": ([(4000, 0.02, True), (1500, 0.4, True), (1500, 0.85, True)], (60, 50, 50)),
    "a judge that guesses": ([(4000, 0.1, False), (2000, 0.5, False)], (60, 60)),
    "few violations": ([(6000, 0.005, True), (800, 0.3, True)], (100, 100)),
    "few labels": ([(3000, 0.05, True), (300, 0.6, True)], (20, 10)),
    "no score in one stratum": ([(6000, 0.03, None), (500, 0.9, True)], (150, 100)),
}
ROUNDS = 600


def population(draw, size, share, judge):
    members = []
    for _ in range(size):
        violating = draw.random() < share
        score = min(1.0, max(0.0, (0.8 if violating else 0.2) + draw.gauss(0, 0.15))) if judge else draw.random()
        members.append((0.0 if judge is None else score, violating))
    return members


@pytest.mark.parametrize("name", POPULATIONS)
def test_both_intervals_cover_the_truth(name):
    spec, sizes = POPULATIONS[name]
    draw = random.Random(7)
    strata = [population(draw, *each) for each in spec]
    total = sum(map(len, strata))
    truth = sum(violating for each in strata for _, violating in each) / total
    covered, widths = {classical: 0, prediction_powered: 0}, {classical: 0.0, prediction_powered: 0.0}
    for _ in range(ROUNDS):
        drawn = [
            Stratum("", len(each), sum(score for score, _ in each) / len(each), tuple(draw.sample(each, size)))
            for each, size in zip(strata, sizes, strict=True)
        ]
        for method in covered:
            found = method(drawn)
            covered[method] += found.low <= truth <= found.high
            widths[method] += found.high - found.low
    # Three standard errors of a share of 0.95 over so many rounds are 0.027.
    assert all(count / ROUNDS > 0.95 - 0.027 for count in covered.values())
    assert widths[prediction_powered] < widths[classical] * (0.85 if name == "a good judge" else 1.01)


def test_the_estimate_is_unbiased():
    draw = random.Random(1)
    members = population(draw, 3000, 0.3, True)
    truth = sum(violating for _, violating in members) / len(members)
    mean = sum(score for score, _ in members) / len(members)
    shares = [
        prediction_powered([Stratum("", len(members), mean, tuple(draw.sample(members, 60)))]).share for _ in range(500)
    ]
    assert sum(shares) / len(shares) == pytest.approx(truth, abs=0.006)


def test_a_census_has_no_width():
    members = tuple((0.5, n % 4 == 0) for n in range(40))
    found = classical([Stratum("", 40, 0.5, members)])
    assert (found.share, found.low, found.high) == (0.25, 0.25, 0.25)


def test_scores_that_say_nothing_weigh_nothing():
    members = tuple((0.5, n % 2 == 0) for n in range(30))
    strata = [Stratum("", 1000, 0.5, members)]
    assert weight(strata) == 0
    assert prediction_powered(strata) == classical(strata)
