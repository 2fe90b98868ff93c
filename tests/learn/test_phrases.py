import numpy as np
import pytest

from claimcheck.claim import Segment
from claimcheck.errors import CorpusError
from claimcheck.judge.first import UNIT
from claimcheck.judge.phrases import fields, marks, words
from claimcheck.learn.phrases import ALL, Nets
from claimcheck.learn.words import Words

READER = Words.shipped().reader()
TEXTS = [
    "Stem cells heal your disc.",
    "Call us!",
    "We guarantee that cells repair every knee.",
    "unheard words only",
    "?",
]


def exactly(nets, name, segment):
    """The net in floating point, without any rounding of its parameters."""
    net = nets.parameters[name]
    size = nets.vectors.shape[1]
    seen = []
    for number, text in enumerate(fields(segment)):
        part = "own" if number == 0 else "around"
        read = words(READER.read(text), number) if text else []
        vectors = np.zeros((len(read) + 2, size + net["kinds.weight"].shape[1]))
        for at, (word, kind) in enumerate(read, 1):
            if word in nets.words:
                vectors[at, :size] = nets.vectors[nets.words.index(word)] * net["unit"]
            if kind:
                vectors[at, size:] = net["kinds.weight"][nets.kinds.index(kind) + 1]
        sums = [
            sum(net[f"{part}.weight"][:, :, place] @ vectors[at + place] for place in range(3))
            for at in range(len(read))
        ]
        best = np.max(sums, axis=0) + net[f"{part}.bias"] if sums else np.zeros(len(net[f"{part}.bias"]))
        seen.append(np.maximum(0, best))
    inputs = np.concatenate([*seen, marks(segment)])
    hidden = np.maximum(0, net["hidden.weight"] @ inputs + net["hidden.bias"])
    return net["direct.weight"] @ inputs + net["direct.bias"] + net["out.weight"] @ hidden + net["out.bias"]


@pytest.mark.parametrize("name", ["0", ALL])
def test_a_compiled_net_says_what_the_fitted_one_says(nets, name):
    frozen = Nets.read(nets)
    segments = [Segment.of(text) for text in TEXTS]
    told = np.array(frozen.net(name).page(segments, READER.page())) / UNIT
    wanted = np.array([exactly(frozen, name, segment) for segment in segments])
    assert np.abs(told - wanted).max() < 0.05 * np.abs(wanted).max()


def test_the_version_tells_nets_apart(nets, tmp_path):
    first = Nets.read(nets)
    assert first.version == Nets.read(nets).version
    for file in nets.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    np.save(tmp_path / "vectors.npy", first.vectors[::-1])
    assert Nets.read(tmp_path).version != first.version


def test_missing_nets_are_refused_with_a_remedy(tmp_path):
    with pytest.raises(CorpusError, match=r"lacks nets.npz, vectors.npy, words.txt.*claimcheck train --fit-nets"):
        Nets.read(tmp_path)
