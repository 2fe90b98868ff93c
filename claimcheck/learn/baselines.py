"""What a reader would try first, on the same split: a keyword list, TF-IDF or sentence embeddings with regression."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from claimcheck.claim import Strength
from claimcheck.corpus import Page
from claimcheck.learn.embeddings import Embed, embedder

NOBODY = frozenset[Any]()
_WORDS = {
    Strength.ABSOLUTE: r"guarantee\w*|cures?|cured|permanent\w*|100 ?%|miracle\w*|no side effects|risk[- ]free"
    r"|pain[- ]free|forever",
    Strength.ASSERTED: r"regenerat\w+|repairs?|heals?|healing|reliev\w+|reduces?|restor\w+|proven|effective\w*|safe"
    r"|avoid surgery|revers\w+|fda[- ]approved|improv\w+",
    Strength.VAGUE: r"may|can|could|helps?|promising|potential\w*|promotes?|supports?",
}


def baselines(pages: Sequence[Page], texts: Sequence[str]) -> Iterator[tuple[str, list[Strength]]]:
    """Each simpler method with its strengths of the texts; sentence embeddings only where they are installed."""
    yield "TF-IDF + logistic regression", tfidf_regression(pages, texts)
    yield "keyword list", keyword_list(texts)
    embed = embedder()
    if embed is not None:
        yield "sentence embeddings + logistic regression", embedding_regression(pages, texts, embed)


def keyword_list(texts: Sequence[str]) -> list[Strength]:
    """The strength of the strongest listed word; softeners count only beside a listed effect."""
    patterns = {strength: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for strength, words in _WORDS.items()}
    return [_by_words(text, patterns) for text in texts]


def _by_words(text: str, patterns: dict[Strength, re.Pattern[str]]) -> Strength:
    if patterns[Strength.ABSOLUTE].search(text):
        return Strength.ABSOLUTE
    if patterns[Strength.ASSERTED].search(text):
        return Strength.VAGUE if patterns[Strength.VAGUE].search(text) else Strength.ASSERTED
    return Strength.NONE


def tfidf_regression(pages: Sequence[Page], texts: Sequence[str]) -> list[Strength]:
    """The usual text classifier, taught the five strengths from the same pages, without any context."""
    known = [segment.text for page in pages for segment in page.segments]
    strengths = [int(label.strength) for page in pages for label in page.labels]
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        LogisticRegression(C=10.0, class_weight="balanced", max_iter=1000),
    )
    model.fit(known, strengths)
    return [Strength(int(label)) for label in model.predict(texts)]


def embedding_regression(pages: Sequence[Page], texts: Sequence[str], embed: Embed) -> list[Strength]:
    """Logistic regression on a sentence encoder's vectors, taught the five strengths, without any context."""
    known = [segment.text for page in pages for segment in page.segments]
    strengths = [int(label.strength) for page in pages for label in page.labels]
    model = LogisticRegression(C=10.0, class_weight="balanced", max_iter=2000).fit(embed(known), strengths)
    return [Strength(int(label)) for label in model.predict(embed(texts))]
