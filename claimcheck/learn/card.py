"""The model card, written from the scorecard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimcheck import codebook
from claimcheck.learn.evaluate import Scorecard

_OPENING = """# The default model

Judges how strongly a segment of marketing copy claims a health effect for cell-based treatment, what kind of
overclaim it is, and what it is about (`corpus/codebook.md`). It flags wording; it does not say whether a claim is true
or lawful.

**How it works.** A segment is read twice. First its wording alone: one logistic regression each for six subjects, five
strengths of wording, the flag, the page's selling and twelve categories, over words, characters, word classes, what
denials and hedges reach, and sense groups. Beside it a phrase net, a convolution over word vectors of a sentence
encoder, reads the segment with its heading, its neighbours and the page's title. Then small boosted trees look at all
these scores beside those of the heading, the neighbours and the page, and give the five strengths. Temperature and
thresholds are chosen on cross-fitted scores; advertisers never straddle folds. Weights, trees, thresholds and the
net's answers to every word are whole numbers in flat files; nothing is pickled.

**What was tried** (flag F1 of cross-validation by advertiser, on the pages that training sees; each line on one
corpus). Contrast pairs and boost pages: 0.706, with them 0.713. Phrase nets: 0.713, with them 0.724; on a later corpus
0.715 and 0.720. Headings, neighbours and the page's register in the first reading: 0.720, without them 0.728, since
the net and the second reading have them, so they are left out. Boost pages only for wording and categories: no change.
Neighbours' and the page's scores left out of the second reading: 0.720, without them 0.718. Other ways of deciding
strengths from the probabilities: no change in kappa. Boost pages and contrast pairs kept out of the lanes of flag,
subject and seller: 0.7248, else 0.7242. A sentence encoder (all-MiniLM-L6-v2, its upper three layers fine-tuned with
heading and neighbours) as a teacher: 0.68 on the test split after the first of three epochs, where the model of the
day had 0.74, so it was given up.

**Files.** `manifest.json` (format, decision, hashes), `weights.bin`, `senses.bin` and `phrases.bin` (read in place),
`lexicon.json`, `phrases.json`, `forest.json`. `claimcheck train` rebuilds them from `corpus/` and the frozen nets in
`models/phrases/` (`--fit-nets` fits those anew); `claimcheck evaluate --card models/README.md
--scorecard models/scorecard.json` writes this page and its figures as data.

## Scorecard

"""


def write(card: Scorecard, path: Path) -> None:
    """Writes the model card."""
    path.write_text(_OPENING + markdown(card), encoding="utf-8")


def markdown(card: Scorecard) -> str:
    """The scorecard as Markdown tables."""
    return "\n".join(_lines(card.values)) + "\n"


def _lines(values: dict[str, Any]) -> Iterator[str]:
    size = values["size"]
    yield f"Model `{values['model']}`, judged on {size['segments']} segments of {size['pages']} pages"
    yield f"by {size['advertisers']} advertisers"
    yield "that it never saw. In brackets: 95 % intervals, bootstrap over pages."
    yield ""
    head = ("precision", "recall", "F1", "segments")
    yield from _table(("strength", *head), ((name, *_scores(row, 3)) for name, row in values["strength"].items()))
    kappa = values["kappa"]
    yield f"Quadratic-weighted kappa {kappa['value']:.3f} [{kappa['low']:.3f}, {kappa['high']:.3f}];"
    yield f"category macro-F1 {values['macro_f1']:.3f};"
    yield f"expected calibration error of the flag {values['calibration_error']:.3f}."
    yield ""
    yield from _table(("category", *head), ((name, *_scores(row, 2)) for name, row in values["categories"].items()))
    yield from _table(("genre", *head[:3], "kappa", "false flags", "flagged of segments"), _genres(values))
    apart = values["out of focus"]
    yield "False flags on pages about other treatments, education, research, insurers, journalism and outside the"
    yield f"domain: {apart['false_flags']:.2%} of {apart['segments']} segments."
    yield ""
    yield from _readers(values.get("readers"))
    yield from _hard_cases(values.get("hard cases"))
    yield from _documents(values.get("documents"))
    if "comparison" in values:
        rows = ((name, f"{row['f1']:.3f}", f"{row['kappa']:.3f}") for name, row in values["comparison"].items())
        yield from _table(("method, same pages", "flag F1", "kappa"), rows)


def _scores(row: dict[str, Any], digits: int) -> tuple[str, ...]:
    if not row["support"]:
        return "-", "-", "-", "0"
    told = (_told(row[key], row["intervals"][key], digits) for key in ("precision", "recall", "f1"))
    return (*told, str(row["support"]))


def _documents(documents: dict[str, Any] | None) -> Iterator[str]:
    if documents is None:
        return
    yield "Whole documents, flagged by their worst segment: pages, and pages cut into pieces of at most 280 characters,"
    yield "each judged alone, as ads are."
    yield ""
    rows = (
        (f"{kind}, {name}", *_scores(row, 3), str(levels["documents"]))
        for kind, levels in documents.items()
        for name, row in levels.items()
        if name != "documents"
    )
    yield from _table(("document", "precision", "recall", "F1", "violating", "of"), rows)


def _genres(values: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for name, row in values["genres"].items():
        *scores, support = _scores(row, 2)
        kappa = _told(row["kappa"], row["kappa_interval"], 2) if row["support"] else "-"
        yield (name, *scores, kappa, f"{row['false_flags']:.2%}", f"{support} of {row['segments']}")


def _readers(readers: dict[str, Any] | None) -> Iterator[str]:
    if readers is None:
        return
    size = next(iter(readers.values()))
    yield f"Against each of the two readers of {size['pages']} of these pages ({size['segments']} segments), and they"
    yield "between them:"
    yield ""
    rows = (
        (name, _told(row["f1"], row["f1_interval"], 3), _told(row["kappa"], row["kappa_interval"], 3))
        for name, row in readers.items()
    )
    yield from _table(("reader", "flag F1", "kappa"), rows)


def _hard_cases(hard: dict[str, Any] | None) -> Iterator[str]:
    if hard is None:
        return
    yield "Hard cases of the codebook, on contrast pairs that training leaves out; the judge is told whether the page"
    yield "sells. `flag` and `level`: sides with the right flag, or the right one of unflagged, vague, asserted and"
    yield "absolute; `both`: pairs with both levels right."
    yield ""
    titles = {str(case.number): f"{case.number}, {case.title}" for case in codebook.cases()}
    rows = {"all": hard["all"], **{titles.get(name, name): row for name, row in hard["cases"].items()}}
    told = (
        (name, str(row["pairs"]), *(f"{row[key]:.0%}" for key in ("flag", "level", "both")))
        for name, row in rows.items()
    )
    yield from _table(("case", "pairs", "flag", "level", "both"), told)


def _told(value: float, interval: list[float], digits: int) -> str:
    return f"{value:.{digits}f} [{interval[0]:.{digits}f}, {interval[1]:.{digits}f}]"


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "| --- " * len(head) + "|"
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""
