"""The examples of the codebook's hard cases: `case_NN.toml`, claims to flag and near misses to leave alone.

A file holds `[[flagged]]` and `[[near_miss]]` tables: `text`, the segment asked about; `page`, the Markdown that it
stands in, with `{text}` in its place (without one it stands alone); `seller`, whether the publisher sells; `level`, the
strength that the codebook gives it. Whoever wrote them did not see what the judge says of them.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from claimcheck.claim import PageType, Strength
from claimcheck.read import read_text, segment

FOLDER = Path(__file__).parent
FLAGGED, NEAR_MISS = "flagged", "near_miss"
ALONE = "{text}\n"


@dataclass(frozen=True)
class Example:
    """One text with what the codebook says of it; `name` is `CASE/flagged/NUMBER` or `CASE/near_miss/NUMBER`."""

    name: str
    case: int
    kind: str
    text: str
    page: str
    seller: bool
    level: Strength

    def segments(self):
        """The page's segments and the place of the one asked about."""
        segments = segment(read_text(self.page.replace("{text}", self.text), self.name, "markdown"))
        places = [at for at, each in enumerate(segments) if each.text == self.text]
        if not places:
            raise AssertionError(f"{self.name}: no segment reads {self.text!r}; there are {[s.text for s in segments]}")
        return segments, places[0]


def examples():
    """All examples, by case."""
    found = []
    for file in sorted(FOLDER.glob("case_*.toml")):
        case = int(file.stem.removeprefix("case_"))
        for kind, entries in tomllib.loads(file.read_text(encoding="utf-8")).items():
            for number, entry in enumerate(entries, 1):
                found.append(
                    Example(
                        f"{case}/{kind}/{number}",
                        case,
                        kind,
                        entry["text"],
                        entry.get("page", ALONE),
                        entry["seller"],
                        Strength[entry["level"].upper()],
                    )
                )
    return found


def judged(example, judge):
    """The strength that the judge gives the example's text, where it stands."""
    segments, at = example.segments()
    return judge.judge(segments, PageType.SELLER if example.seller else PageType.NEUTRAL)[at].strength
