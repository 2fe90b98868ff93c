"""How much is still found when claims are disguised: `python -m tests.disguises` writes the table, `-o FILE` to a file.

Every word of the test pages that names the treatment or claims something is disguised, by one way after another; the
pages are then judged as they stand ("unseen") and with what claimcheck sees through them ("seen").
"""

import sys
from dataclasses import dataclass, replace
from pathlib import Path

from claimcheck import corpus
from claimcheck.judge import default_judge
from claimcheck.read import Outline, outline, plain_segment
from tests.disguising import DISGUISES, disguise

CORPUS = Path(__file__).parents[1] / "corpus" / "pages"
_KINDS = {"ours", "regen", "repair", "benefit", "total", "safe", "hype", "proof"}


@dataclass(frozen=True)
class Counts:
    """Segments that the reader flagged and did not, and how many of each the judge flagged."""

    claims: int = 0
    found: int = 0
    clean: int = 0
    false: int = 0

    @property
    def recall(self):
        return self.found / self.claims

    @property
    def false_flags(self):
        return self.false / self.clean

    def __add__(self, other):
        return Counts(*(getattr(self, name) + getattr(other, name) for name in ("claims", "found", "clean", "false")))


class Bench:
    """The test pages, or every `step`-th, judged once as they are."""

    def __init__(self, step=1):
        self.judge = default_judge()
        self.pages = corpus.part(corpus.load(CORPUS), corpus.TEST)[::step]
        self.plain = [self._count(page, page.segments) for page in self.pages]

    def total(self):
        return sum(self.plain, Counts())

    def disguised(self, kind, *, seen=True):
        """What is found of the disguised pages."""
        counts = Counts()
        for page, plain in zip(self.pages, self.plain, strict=True):
            texts = [self._disguised(each.text, kind, page.id) for each in page.segments]
            if seen:
                texts = [plain_segment(text).text for text in texts]
            same = all(text == each.text for text, each in zip(texts, page.segments, strict=True))
            counts += plain if same else self._count(page, _with(page.segments, texts))
        return counts

    def _disguised(self, text, kind, salt):
        if kind == "ALL CAPS":
            return text.upper()
        reading = self.judge._model.reader.read(text)
        spans = [
            (reading.tokens[match.first].start, reading.tokens[match.last - 1].end)
            for match in reading.matches
            if match.kind in _KINDS
        ]
        return disguise(text, spans, kind, salt)

    def _count(self, page, segments):
        counts = [0, 0, 0, 0]
        for label, judgement in zip(page.labels, self.judge.judge(segments), strict=True):
            at = 0 if label.strength.flagged else 2
            counts[at] += 1
            counts[at + 1] += judgement.flagged
        return Counts(*counts)


def _with(segments, texts):
    parts = [Outline(text, each.role, each.level, each.block) for each, text in zip(segments, texts, strict=True)]
    made = outline(parts)
    return [
        replace(each, context=replace(each.context, lead_in=_lead_in(old, segments, texts)))
        for each, old in zip(made, segments, strict=True)
    ]


def _lead_in(old, segments, texts):
    """The lead-in as it reads now; which segment leads in was told by the page."""
    return next((text for each, text in zip(segments, texts, strict=True) if each.text == old.context.lead_in), "")


def table(bench):
    """The table in Markdown."""
    plain = bench.total()
    yield f"{len(bench.pages)} pages, {plain.claims:,} claims, {plain.clean:,} segments that claim nothing; in percent.\n\n"
    yield "| disguise | recall plain | recall unseen | recall seen | false flags plain | false flags seen |\n"
    yield "| --- | --- | --- | --- | --- | --- |\n"
    for kind in DISGUISES:
        unseen, seen = bench.disguised(kind, seen=False), bench.disguised(kind)
        told = (plain.recall, unseen.recall, seen.recall, plain.false_flags, seen.false_flags)
        yield f"| {kind} | {' | '.join(f'{100 * share:.1f}' for share in told)} |\n"


if __name__ == "__main__":
    lines = table(Bench())
    if sys.argv[1:2] == ["-o"]:
        Path(sys.argv[2]).write_text("".join(lines), encoding="utf-8")
    for line in lines:
        print(line, end="", flush=True)
