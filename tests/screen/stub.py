"""A checker for tests of what surrounds the judge: quick, without a model, and deadly where a text asks for it."""

import os
import time

from claimcheck import codebook
from claimcheck.claim import About, Category, Cue, Judgement, Segment, Strength
from claimcheck.errors import ReadError
from claimcheck.finding import Citation, Coverage, Finding, Result
from claimcheck.text import OffsetMap, Source, Span

WORDS = {"cure": Strength.ABSOLUTE, "regrow": Strength.ASSERTED, "may help": Strength.VAGUE}
CITATION = Citation("respine-2024", "evidence", "A trial", "p. 1")


class Stub:
    """Flags each sentence that holds one of the words above."""

    def __init__(self, model="stub"):
        self.versions = {"tool": "0", "model": model, "knowledge": "stub"}

    def check(self, text, *, name="", format="text"):
        if "KILLS" in text:
            os.kill(os.getpid(), 9)
        if "HANGS" in text:
            time.sleep(3600)
        if "FAILS" in text:
            raise RuntimeError("it fails")
        source = Source(name, text, format)
        return Result(source, tuple(_findings(source)), (), Coverage(len(text), len(text)))

    def check_bytes(self, data, *, name="", format=None):
        if data.startswith(b"%PDF"):
            raise ReadError(f"{name} looks binary.", "Give a text.")
        return self.check(data.decode("utf-8", "replace"), name=name, format=format or "html")


def stub(_):
    return Stub()


def slow_stub(_):
    checker = Stub()
    quick = checker.check
    checker.check = lambda text, **rest: (time.sleep(0.001), quick(text, **rest))[1]
    return checker


def other_stub(_):
    """The same but for its version, and blind for `may help`."""
    checker = Stub("other")
    quick = checker.check
    checker.check = lambda text, **rest: quick(text.replace("may help", "........"), **rest)
    return checker


def _findings(source):
    at = 0
    for sentence in source.text.split("."):
        for word, strength in WORDS.items():
            if word in sentence:
                yield _finding(source, at, sentence, word, strength)
                break
        at += len(sentence) + 1


def _finding(source, at, text, word, strength):
    kinds = (Category.CURE,)
    cue = Cue(Span(text.index(word), text.index(word) + len(word)), "cure", word)
    shares = {each: 0.6 if each is strength else 0.1 for each in Strength}
    confidence = round(0.5 + 0.1 * strength + (len(text) % 7) / 100, 4)
    judgement = Judgement(About.OURS, strength, strength, kinds, confidence, shares, {}, (cue,))
    segment = Segment(text, OffsetMap.identity(at, len(text)))
    message = codebook.message(judgement)
    name = f"{abs(hash_of(text)):016x}"
    return Finding(source, segment, judgement, strength.severity, message, name, (CITATION,))


def hash_of(text):
    from hashlib import blake2b

    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
