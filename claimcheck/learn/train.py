"""From the corpus to a model folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from claimcheck.claim import Segment
from claimcheck.corpus import (
    TRAIN,
    VALIDATION,
    Label,
    Page,
    Pair,
    contrast_pairs,
    contrast_sides,
    load,
    part,
)
from claimcheck.learn.compile import compile_model
from claimcheck.learn.examples import Examples
from claimcheck.learn.fit import fit
from claimcheck.learn.words import Words


def train(corpus: Path, out: Path, *, seed: int = 0, progress: Callable[[str], None] = lambda _: None) -> None:
    """Trains on the corpus's train and validation pages and writes the model into `out`.

    `corpus` is the folder that holds `pages/*.jsonl` and, if it has them, `boost/*.jsonl` (rare strata filled up) and
    `contrast/*.jsonl` (pairs for the hard cases, of which the train part is learnt from). The same corpus, seed,
    package versions and machine give the same bytes.

    Raises CorpusError where a page breaks the corpus's rules; nothing is written then.
    """
    progress("reading the corpus")
    pages = part(load(corpus / "pages"), TRAIN, VALIDATION)
    boost = load(corpus / "boost") if (corpus / "boost").is_dir() else []
    build((pages, boost, contrast_pairs(corpus / "contrast", TRAIN)), out, seed=seed, progress=progress)


def build(
    learnt: tuple[Sequence[Page], Sequence[Page], Sequence[Pair]],
    out: Path,
    *,
    seed: int = 0,
    progress: Callable[[str], None] = lambda _: None,
) -> None:
    """Trains on these pages, boost pages and contrast pairs, all of them, and writes the model into `out`."""
    pages, boost, pairs = learnt
    words = Words.shipped()
    examples = Examples.of(pages, words.reader(), boost, list(contrast_sides(pairs)))
    fitted = fit(examples, seed=seed, progress=progress)
    compile_model(fitted, words, corpus_hash([*pages, *boost], pairs), out)


def corpus_hash(pages: Sequence[Page], pairs: Sequence[Pair] = ()) -> str:
    """A hash of what was learnt from: ids, texts and labels."""
    digest = sha256()
    for page in sorted(pages, key=lambda each: each.id):
        digest.update(page.id.encode())
        for segment, label in zip(page.segments, page.labels, strict=True):
            digest.update(_told(segment, label))
    for pair in sorted(pairs, key=lambda each: each.id):
        digest.update(pair.id.encode())
        for side in pair.sides:
            digest.update(b"".join(_told(segment, None) for segment in side.segments) + _told(side.segment, side.label))
    return digest.hexdigest()


def _told(segment: Segment, label: Label | None) -> bytes:
    told = f"\n{segment.role.value}|{segment.text}"
    if label is not None:
        kinds = ",".join(sorted(kind.value for kind in label.kinds))
        told += f"|{label.about.value}|{label.form.label}|{kinds}"
    return told.encode()
