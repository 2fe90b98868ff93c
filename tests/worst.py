"""The worst files that we could think of, for each reader: `python -m tests.worst [--size MB]` measures them.

Each is made to cost a reader that looks back, nests or starts anew as much as it can.
"""

import argparse
import time

from claimcheck.errors import ClaimcheckError
from claimcheck.read import read_bytes, segment

WORST = {
    "text": {
        "one word": lambda n: "a" * n,
        "full stops": lambda n: "." * n,
        "initials": lambda n: "A. " * (n // 3),
        "short lines": lambda n: "x\n" * (n // 2),
        "openers": lambda n: "(" * n,
        "bullets": lambda n: "- a\n" * (n // 4),
        "exclamation marks": lambda n: "a!" * (n // 2),
        "letters apart": lambda n: "c u r e p a i n " * (n // 16),
        "look-alikes": lambda n: "сurе раіn " * (n // 17),
        "zero-width": lambda n: "c\u200bu\u200br\u200be " * (n // 14),
        "masks": lambda n: "c*r*e*" * (n // 6),
        "signs": lambda n: "@$!1" * (n // 4),
        "drawn out": lambda n: "cuuuure " * (n // 8),
        "long mixed word": lambda n: "a" * (n // 2) + "é" + "b" * (n // 2 - 2),
        "stacked marks": lambda n: "a" + "\u0301" * (n // 2),
        "bars": lambda n: "a | " * (n // 4),
        "emoji": lambda n: "no 💯 pain " * (n // 13),
        "misspelt": lambda n: "gaurantee permenant releif " * (n // 27),
        "hyphens": lambda n: "a-" * (n // 2),
    },
    "html": {
        "nested elements": lambda n: "<div>" * (n // 5),
        "unclosed tags": lambda n: "<a " * (n // 3),
        "unclosed attributes": lambda n: "<a b='" * (n // 6),
        "unclosed comments": lambda n: "<!--" * (n // 4),
        "many attributes": lambda n: "<a " + "b=c " * (n // 4) + ">x",
        "entities": lambda n: "&amp" * (n // 4),
        "numbers of entities": lambda n: "&#" + "1" * n,
        "closing tags": lambda n: "</b>" * (n // 4),
        "formatting": lambda n: "<b><i>x" * (n // 7),
        "tables": lambda n: "<table><tr><td>" * (n // 15),
        "unclosed script": lambda n: "<script>" * (n // 8),
        "JSON-LD quotes": lambda n: '<script type="application/ld+json">' + '"a' * (n // 2),
        "remarks": lambda n: "<!-- claimcheck: ignore-start reason='x' -->" * (n // 44),
    },
    "markdown": {
        "quotes": lambda n: ">" * n,
        "nested lists": lambda n: "".join(" " * (at % 200) + "- a\n" for at in range(n // 104)),
        "brackets": lambda n: "[" * n,
        "links": lambda n: "[a](" * (n // 4),
        "emphasis": lambda n: "*a _b " * (n // 6),
        "backticks": lambda n: "".join("`" * (at % 100 + 1) + " " for at in range(n // 52)),
        "images": lambda n: "![" * (n // 2),
        "tables": lambda n: "|a" * (n // 2) + "\n" + "|-" * (n // 4),
        "underlines": lambda n: "a\n=\n" * (n // 4),
        "angle brackets": lambda n: "<a" * (n // 2),
        "front matter": lambda n: "---\n" + "a: b\n" * (n // 5),
        "escapes": lambda n: "\\" * n,
    },
}


def took(format, name, size):
    """CPU seconds to read and cut about `size` bytes, and what became of them."""
    data = WORST[format][name](size).encode("utf-8")[:size]
    start = time.process_time()
    try:
        told = f"{len(segment(read_bytes(data, 'worst', format))):,} segments"
    except ClaimcheckError as error:
        told = f"refused: {error.problem}"
    return time.process_time() - start, told


def main():
    """Measure every file."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=float, default=10.0, metavar="MB")
    size = int(parser.parse_args().size * 1024 * 1024)
    print("| reader | file | seconds | outcome |\n| --- | --- | --- | --- |")
    for format, files in WORST.items():
        for name in files:
            seconds, told = took(format, name, size)
            print(f"| {format} | {name} | {seconds:.1f} | {told} |", flush=True)


if __name__ == "__main__":
    main()
