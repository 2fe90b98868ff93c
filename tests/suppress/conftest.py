import pytest

from claimcheck.checker import Checker


@pytest.fixture
def check(judge):
    """Checks a text with a judge of a few words."""

    def call(text, format="html", today=""):
        return Checker(judge=judge, today=today).check(text, name="page", format=format)

    return call
