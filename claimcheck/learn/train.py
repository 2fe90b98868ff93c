"""From the corpus to a model folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
    fold_of,
    load,
    part,
)
from claimcheck.judge.reading import Reader
from claimcheck.learn.compile import compile_model
from claimcheck.learn.examples import FOLDS, Examples
from claimcheck.learn.fit import fit
from claimcheck.learn.phrases import Nets
from claimcheck.learn.words import Words

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Lessons:
    """What is learnt from: natural pages of the train and validation parts, boost pages, contrast pairs' train part."""

    pages: Sequence[Page]
    boost: Sequence[Page]
    pairs: Sequence[Pair]

    @classmethod
    def of(cls, corpus: Path) -> Lessons:
        """The lessons in a corpus folder."""
        boost = load(corpus / "boost") if (corpus / "boost").is_dir() else []
        pages = part(load(corpus / "pages"), TRAIN, VALIDATION)
        return cls(pages, boost, contrast_pairs(corpus / "contrast", TRAIN))

    def examples(self, reader: Reader, nets: Nets) -> Examples:
        """The training examples."""
        by_fold = [nets.net(str(fold)) for fold in range(FOLDS)]
        return Examples.of(self.pages, reader, by_fold.__getitem__, self.boost, list(contrast_sides(self.pairs)))

    @property
    def hash(self) -> str:
        """A hash of ids, texts and labels."""
        return corpus_hash([*self.pages, *self.boost], self.pairs)


def train(corpus: Path, out: Path, nets: Path, *, seed: int = 0, progress: Progress = lambda _: None) -> None:
    """Trains on the corpus's train and validation pages and writes the model into `out`.

    `corpus` is the folder that holds `pages/*.jsonl` and, if it has them, `boost/*.jsonl` (rare strata filled up) and
    `contrast/*.jsonl` (pairs for the hard cases, of which the train part is learnt from); `nets` that of the frozen
    phrase nets. The same folders, seed, package versions and machine give the same bytes.

    Raises CorpusError where a page breaks the corpus's rules; nothing is written then.
    """
    progress("reading the corpus")
    lessons, words, frozen = Lessons.of(corpus), Words.shipped(), Nets.read(nets)
    fitted = fit(lessons.examples(words.reader(), frozen), seed=seed, progress=progress)
    compile_model(fitted, words, frozen, lessons.hash, out)


def train_nets(corpus: Path, nets: Path, *, seed: int = 0, progress: Progress = lambda _: None) -> None:
    """Fits the phrase nets on what the first reading learns from and writes them into `nets`.

    Raises UsageError where the extra `nets` is not installed.
    """
    from claimcheck.learn.nets import fit_nets

    lessons = Lessons.of(corpus)
    folds: list[list[tuple[Segment, Label]]] = [[] for _ in range(FOLDS)]
    for page in lessons.pages:
        folds[fold_of(page.advertiser, FOLDS)] += zip(page.segments, page.labels, strict=True)
    always = [pair for page in lessons.boost for pair in zip(page.segments, page.labels, strict=True)]
    always += [(side.segment, side.label) for side in contrast_sides(lessons.pairs)]
    fit_nets(folds, always, Words.shipped().reader(), nets, seed=seed, progress=progress)


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
