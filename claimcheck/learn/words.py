"""The word data that the model learns with and ships: classes (`lexicon.toml`) and sense groups (`senses.txt`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from claimcheck.judge.lexicon import Lexicon
from claimcheck.judge.reading import Reader
from claimcheck.judge.table import WeightTable, key_of, pack


@dataclass(frozen=True)
class Words:
    """`classes` maps a class to its phrases, `groups` lists the words of each sense group."""

    classes: Mapping[str, Sequence[str]]
    groups: Sequence[Sequence[str]]

    @classmethod
    def shipped(cls) -> Words:
        """The word data as written in the package."""
        room = files("claimcheck.judge")
        lexicon = tomllib.loads(room.joinpath("lexicon.toml").read_text(encoding="utf-8"))
        lines = room.joinpath("senses.txt").read_text(encoding="utf-8").splitlines()
        groups = [line.split() for line in lines if not line.startswith("#")]
        return cls({kind: entry["phrases"] for kind, entry in lexicon.items()}, groups)

    def senses(self) -> bytes:
        """The sense groups as a table of one lane: word to group number."""
        return pack({key_of(word): [number] for number, group in enumerate(self.groups) for word in group}, 1)

    def reader(self) -> Reader:
        """A reader with this word data, as the runtime makes it."""
        return Reader(Lexicon(self.classes), WeightTable(self.senses()))
