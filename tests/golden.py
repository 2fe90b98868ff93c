"""Golden files and generated parts, written anew by one command: `python -m tests.golden [NAME ...]`. Read the diff.

A test module with golden files has a function `rewrite()`, which writes them, or `goldens()`, which gives path -> content;
it is registered here under a short name.
"""

import sys
from importlib import import_module

MODULES = {
    "pages": "tests.know.test_pages",
    "answers": "tests.know.test_answers",
    "reports": "tests.report.goldens",
    "tables": "tests.rewrite.test_tables",
    "fix": "tests.faces.cli.test_fix",
    "cases": "tests.cases.test_cases",
    "readme": "tests.test_readme",
    "spellings": "tests.read.spellings",
}


def write(names):
    """Write the golden files of the named modules, or of all."""
    for name in names or MODULES:
        module = import_module(MODULES[name])
        if hasattr(module, "rewrite"):
            module.rewrite()
            continue
        for path, content in module.goldens().items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode())


if __name__ == "__main__":
    write(sys.argv[1:])
