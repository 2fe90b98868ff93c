"""What a text says by its own words, without a page around it: the features for a stranger's labelled texts.

The judge's groups that need no context (words, characters, masked classes, scope, senses), and one more: the text as a
chain of relation classes (`relations.toml`), so that "X may lower Y" teaches something about "Z could raise W".
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from claimcheck.judge.features import features
from claimcheck.judge.lexicon import Lexicon
from claimcheck.judge.reading import Reader
from claimcheck.judge.tokens import norms
from claimcheck.learn.words import Words

GROUPS = ("words", "chars", "shape", "scope", "senses", "relations")
_CLAUSE_ENDS = frozenset({",", ";", ":", ".", "?", "!", "but", "although", "though", "while", "whereas", "however"})
_LONGEST = 3

Row = tuple[Sequence[str], ...]


@dataclass(frozen=True)
class PlainReader:
    """Reads texts with the judge's word data and the relation classes; `relations` maps a class to its phrases."""

    words: Words
    relations: Mapping[str, Sequence[str]]

    @classmethod
    @cache
    def shipped(cls) -> PlainReader:
        """With the word data as written in the package."""
        stored = tomllib.loads(files("claimcheck.learn").joinpath("relations.toml").read_text(encoding="utf-8"))
        return cls(Words.shipped(), {kind: entry["phrases"] for kind, entry in stored.items()})

    def rows(self, texts: Sequence[str]) -> list[Row]:
        """For each text the features of each of `GROUPS`, none twice in a group."""
        return [self._row(text) for text in texts]

    def _row(self, text: str) -> Row:
        own = features(text, self._reader.page())
        told = [list(getattr(own, name)) for name in GROUPS[:-1]]
        return (*told, list(dict.fromkeys(self._related(text))))

    def _related(self, text: str) -> Iterator[str]:
        words = norms(text)
        found = {match.first: match.kind for match in self._lexicon.match(words)}
        chain, clause = ["<"], list[str]()
        for at, word in enumerate(words):
            if word in _CLAUSE_ENDS:
                clause = []
                chain.append("|")
            if at in found:
                yield from (f"v:{earlier}>{found[at]}" for earlier in clause)
                clause.append(found[at])
                chain.append(found[at])
        yield "v=" + "+".join(dict.fromkeys(kind for kind in chain if kind not in {"<", "|"}))
        for length in range(1, _LONGEST + 1):
            yield from ("v:" + " ".join(chain[at : at + length]) for at in range(len(chain) - length + 1))

    @cached_property
    def _reader(self) -> Reader:
        return self.words.reader()

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self.relations)
