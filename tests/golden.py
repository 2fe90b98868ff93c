"""Golden files, written anew by one command: `python -m tests.golden [NAME ...]`.

A test module with goldens names them in a function `goldens()`: path -> content. It is registered below.
"""

import sys
from importlib import import_module

MODULES = {"tables": "tests.rewrite.test_tables", "fix": "tests.faces.cli.test_fix"}


def write(names):
    """Write the goldens of the named modules, or of all."""
    for name in names or MODULES:
        for path, content in import_module(MODULES[name]).goldens().items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode())
            sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    write(sys.argv[1:])
