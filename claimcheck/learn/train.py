"""From the corpus to a model folder."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from claimcheck.corpus import TRAIN, VALIDATION, Page, load, part
from claimcheck.learn.compile import compile_model
from claimcheck.learn.examples import Examples
from claimcheck.learn.fit import fit
from claimcheck.learn.words import Words


def train(corpus: Path, out: Path, *, seed: int = 0, progress: Callable[[str], None] = lambda _: None) -> None:
    """Trains on the corpus's train and validation pages and writes the model into `out`.

    `corpus` is the folder that holds `pages/*.jsonl` and, if it has one, `boost/*.jsonl` (rare strata filled up). The
    same corpus, seed, package versions and machine give the same bytes.

    Raises CorpusError where a page breaks the corpus's rules; nothing is written then.
    """
    progress("reading the corpus")
    pages = part(load(corpus / "pages"), TRAIN, VALIDATION)
    words = Words.shipped()
    boost = load(corpus / "boost") if (corpus / "boost").is_dir() else []
    fitted = fit(Examples.of(pages, words.reader(), boost), seed=seed, progress=progress)
    compile_model(fitted, words, corpus_hash([*pages, *boost]), out)


def corpus_hash(pages: list[Page]) -> str:
    """A hash of what was learnt from: ids, texts and labels."""
    digest = sha256()
    for page in sorted(pages, key=lambda each: each.id):
        digest.update(page.id.encode())
        for segment, label in zip(page.segments, page.labels, strict=True):
            kinds = ",".join(sorted(kind.value for kind in label.kinds))
            digest.update(
                f"\n{segment.role.value}|{segment.text}|{label.about.value}|{label.form.label}|{kinds}".encode()
            )
    return digest.hexdigest()
