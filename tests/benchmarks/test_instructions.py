"""A check takes no more instructions than it did: no wall clock, so no noise."""

import json
import shutil

import pytest

from tests.benchmarks.instructions import BUDGET, TASKS, counted, version

STORED = json.loads(BUDGET.read_text("utf-8"))
# Other builds of one Python version differ by a few per cent.
SLACK = 1.08

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("valgrind"), reason="Valgrind is not installed (Debian: valgrind)"),
    pytest.mark.skipif(STORED["python"] != version(), reason=f"the budget is for Python {STORED['python']}"),
]


@pytest.mark.parametrize("task", ["cold check of the page", "the page judged"])
def test_no_more_instructions_than_the_budget(task):
    count = counted(task)
    assert count <= SLACK * STORED["millions"][task], "if it has to be: python -m tests.benchmarks.instructions --write"


def test_every_task_has_a_budget():
    assert set(STORED["millions"]) == set(TASKS)
