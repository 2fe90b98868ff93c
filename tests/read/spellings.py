"""Writes the words that disguises are seen through to, from the training pages: `python -m tests.golden spellings`.

`vocabulary.txt` has the words of claims, those first that speak most for a claim; `misspellings.txt` the ways in which
one slip or one sound changes a word that claims, less everything that is a word itself.
"""

import re
import tomllib
from collections import Counter
from pathlib import Path

from claimcheck import corpus

ROOT = Path(__file__).parents[2]
READ = ROOT / "claimcheck" / "read"
_CLASSES = ("total", "hype", "benefit", "repair", "safe", "ours", "regen", "proof", "condition", "surgery", "drugs")
_WORD = re.compile(r"[a-z]+")
_FEWEST, _RARE = 3, 3
_SHORTEST = 4
_SOUNDS = (
    ("c", "k"),
    ("ph", "f"),
    ("f", "ph"),
    ("s", "z"),
    ("y", "i"),
    ("ee", "ea"),
    ("ea", "ee"),
    ("ai", "ay"),
    ("x", "ks"),
)
_VOWELS = {"a": "eu", "e": "ai", "i": "ea", "o": "ua", "u": "oa"}


def goldens():
    """Path -> content of both files."""
    flagged, plain = _counts()
    classes = _classes()
    own = {word for words in classes.values() for word in words if len(word) > 2 and not word.endswith("*")}
    seen = flagged + plain
    known = {word for word in seen if len(word) > 2 and (seen[word] >= _FEWEST or _claims(word, classes))}
    known |= {word for word in _net_words() if word.isalpha() and word.isascii() and _claims(word, classes)}
    # Two words in one would be the shortest reading of letters that stand apart.
    joined = {word for word in known | own if word.startswith("stemcell")}
    ranked = sorted((known | own) - joined, key=lambda word: (-(flagged[word] + 1) / (plain[word] + 2), word))
    heads = [
        word
        for word in ranked
        if len(word) >= _SHORTEST and (seen[word] > _RARE or word in own) and _claims(word, classes)
    ]
    honest = _honest() | set(seen) | own
    return {
        READ / "vocabulary.txt": " ".join(ranked) + "\n",
        READ / "misspellings.txt": "".join(_lines(heads, honest)),
    }


def _counts():
    flagged, plain = Counter(), Counter()
    for page in corpus.part(corpus.load(ROOT / "corpus" / "pages"), corpus.TRAIN):
        for segment, label in zip(page.segments, page.labels, strict=True):
            (flagged if label.strength.flagged else plain).update(set(_WORD.findall(segment.text.lower())))
    return flagged, plain


def _classes():
    lexicon = tomllib.loads((ROOT / "claimcheck" / "judge" / "lexicon.toml").read_text("utf-8"))
    words = {kind: [w for phrase in lexicon[kind]["phrases"] for w in re.split(r"[\s-]", phrase)] for kind in _CLASSES}
    return {kind: [w for w in found if re.fullmatch(r"[a-z]+\*?", w)] for kind, found in words.items()}


def _claims(word, classes):
    stems = (stem for words in classes.values() for stem in words)
    return any(stem == word or (stem.endswith("*") and len(stem) > 3 and word.startswith(stem[:-1])) for stem in stems)


def _honest():
    """Words that are words: those of the phrase net's list, and those that a dictionary has among our variants."""
    data = tomllib.loads((READ / "disguises.toml").read_text("utf-8"))
    return _net_words() | set(data["variants"]["honest"].split())


def _net_words():
    return set((ROOT / "models" / "phrases" / "words.txt").read_text("utf-8").split())


def _lines(heads, honest):
    taken = set(honest)
    for head in heads:
        found = sorted(set(variants(head)) - taken)
        taken.update(found)
        if found:
            yield f"{head} {' '.join(found)}\n"


def variants(word):
    """Two letters exchanged, one left out or doubled, a vowel mistaken, a sound spelt otherwise; the first letter stays."""
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
        if len(word) > _SHORTEST:
            yield word[:at] + word[at + 1 :]
        if word[at] not in _VOWELS or len(word) > _SHORTEST:
            yield word[:at] + word[at] + word[at:]
        if word[at] in _VOWELS and len(word) > _SHORTEST:
            yield from (word[:at] + vowel + word[at + 1 :] for vowel in _VOWELS[word[at]])
    for sound, spelt in _SOUNDS:
        if sound in word:
            yield word.replace(sound, spelt, 1)
