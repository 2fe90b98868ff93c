from claimcheck.claim import Strength
from claimcheck.judge import default_judge
from claimcheck.rewrite import ladder


def test_a_claim_stands_on_every_rung_the_strongest_first():
    rungs = ladder("Our stem cells regrow your discs", default_judge())
    assert [rung.strength for rung in rungs] == sorted(Strength, reverse=True)
    assert all("stem cells" in rung.text for rung in rungs)
    assert all(rung.why for rung in rungs)
    qualified = rungs[3]
    assert qualified.citations
    assert not qualified.read_as.flagged


def test_where_nothing_is_known_the_ladder_says_so():
    rungs = ladder("Prolotherapy cures sciatica", default_judge())
    assert rungs[3].text == ""
    assert "no verified record" in rungs[3].why


def test_a_claim_that_names_nothing_gets_a_ladder_too():
    assert len(ladder("It simply works", default_judge())) == len(Strength)
