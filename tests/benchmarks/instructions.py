"""How many instructions a check takes, counted by Valgrind: the same on every run and under any load.

python -m tests.benchmarks.instructions          # counts, and says how far each is from its budget
python -m tests.benchmarks.instructions --write  # makes what is counted now the budget, in budget.json
"""

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUDGET = Path(__file__).with_name("budget.json")
PAGE = "corpus/examples/elementor-landing.html"
_JUDGED = """
from pathlib import Path
from claimcheck.judge import default_judge
from claimcheck.read import read_path, segment
judge = default_judge()
page = segment(read_path(Path("PAGE")))
JUDGE
"""
TASKS = {
    "import claimcheck": ("-c", "import claimcheck"),
    "cold check of the page": ("-m", "claimcheck", "check", PAGE, "--no-suggest"),
    "the judge loaded": ("-c", _JUDGED.replace("PAGE", PAGE).replace("JUDGE", "")),
    "the page judged": ("-c", _JUDGED.replace("PAGE", PAGE).replace("JUDGE", "judge.judge(page)")),
}


def counted(task):
    """The instructions of one task, in millions."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", sys.executable, *TASKS[task]]
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([sys.executable, *TASKS[task]], cwd=ROOT, env=environment, capture_output=True, check=False)
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False).stderr
    found = re.search(r"Collected : (\d+)", told)
    if not found:
        raise SystemExit(f"Valgrind counted nothing for {task!r}: {told[-400:]}")
    return round(int(found[1]) / 1e6)


def version():
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    counts = {task: counted(task) for task in TASKS}
    budget = json.loads(BUDGET.read_text("utf-8"))
    for task, count in counts.items():
        print(f"{task:24} {count:6,} million instructions, budget {budget['millions'].get(task, 0):6,}")
    if options.write:
        BUDGET.write_text(json.dumps({"python": version(), "millions": counts}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
