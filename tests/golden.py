"""Rewrites every golden file and generated part: `python -m tests.golden`. Read the diff like code.

A test module with golden files has a function `rewrite()` and its name here.
"""

from importlib import import_module

MODULES = ("tests.know.test_pages", "tests.know.test_answers", "tests.report.goldens", "tests.test_readme")


def main():
    for name in MODULES:
        import_module(name).rewrite()


if __name__ == "__main__":
    main()
