"""What a worker carries: the check path's modules, and no learning library."""

import subprocess
import sys
from pathlib import Path

HEAVY = (
    "sklearn",
    "nltk",
    "scipy",
    "pydantic",
    "pyarrow",
    "distributed",
    "pyspark",
    "pandas",
    "typer",
    "joblib",
    "numpy",
)


def test_judging_rows_imports_nothing_heavy():
    code = (
        "import sys; from claimcheck.screen import Recipe, Row, screen_rows;"
        "screen_rows([Row(0, 's', 'p', 'Our stem cells cure back pain.')], Recipe());"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    process = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False
    )
    assert process.stdout.strip() == "[]", process.stderr
