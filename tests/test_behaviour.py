"""The behavioural suite passes its floors, and can fail: a judge that flags by one word does."""

from types import SimpleNamespace

import pytest

from claimcheck.claim import Strength
from tests.behaviour import HEAD, Suite, into_card, rates, table

LEAST, LEAST_ALL = 0.9, 0.95
# Denials and warnings are the hardest for the judge: of the two frames that it misses most, "We cannot guarantee that
# ..." and "There is no good evidence that ...", it flags nearly all. The card has the rates; the floor is to rise.
HARD = {"honest sentences are not": 0.55}


@pytest.fixture(scope="module")
def found():
    return rates(Suite().run())


@pytest.mark.slow
def test_every_capability_passes_its_floor(found):
    assert sum(count for _, count, _ in found.values()) >= 2_000
    low = {n: passed / count for n, (_, count, passed) in found.items() if passed < HARD.get(n, LEAST) * count}
    assert not low
    assert sum(passed for *_, passed in found.values()) >= LEAST_ALL * sum(count for _, count, _ in found.values())


@pytest.mark.slow
def test_the_checks_are_the_same_every_time():
    one, two = ([(each.text, each.changed) for each in Suite(_Words()).run()] for _ in range(2))
    assert one == two


def test_a_judge_that_goes_by_one_word_fails():
    found = rates(Suite(_Words()).run())
    assert found["honest sentences are not"][2] < found["honest sentences are not"][1]
    assert found["total claims are flagged"][2] < found["total claims are flagged"][1]
    assert found["a limit never strengthens"][2] == found["a limit never strengthens"][1]


def test_the_table_goes_into_the_card_and_takes_its_own_place(tmp_path):
    card = tmp_path / "README.md"
    card.write_text("# The model\n\nWords.\n", encoding="utf-8")
    into_card(card, ["| one |\n"])
    card.write_text(card.read_text("utf-8") + "\n## Later\n\nMore.\n", encoding="utf-8")
    into_card(card, ["| two |\n"])
    text = card.read_text("utf-8")
    assert text.count(HEAD) == 1
    assert "| two |" in text and "| one |" not in text
    assert text.startswith("# The model\n\nWords.\n") and text.endswith("\n## Later\n\nMore.\n")


def test_the_table_counts():
    assert "| x | direction | 4 | 75.0 % |" in "".join(table({"x": ("direction", 4, 3)}))


class _Words:
    """Flags whatever says "cure"."""

    def judge(self, segments):
        return [
            SimpleNamespace(strength=Strength.ASSERTED if "cure" in s.text.lower() else Strength.NONE) for s in segments
        ]
