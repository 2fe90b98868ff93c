"""The targets of `tests/fuzz.py` hold on their seeds, on seeds cut and spliced, and on what Hypothesis thinks of."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.judge.table import pack
from tests.fuzz import SEEDS, load, seeds

TARGETS = load()
SEED = {name: seeds(name) for name in TARGETS}
SEED["weights"].append(pack({12345: [1, 2], 7: [0, -3]}, 2))
BITS = [b"<", b">", b"&", b"&#0;", b"<!--", b"-->", b"\x00", b"\xff\xfe", b"\r\n", b"|", b"`", b"[", b"](", b'"', b"\xed\xa0\x80",
        "\u202e\u200b\u0301\u0336ﬁ💯".encode(), b"*.*", b"c.u.r.e", b"]]>", b"\x1b[2J", b"{", b"[[", b"= ", b"<svg/onload=x>"]  # fmt: skip


@st.composite
def mutated(draw, seeds):
    """A seed with pieces cut, doubled, spliced in from another or thrown in."""
    data = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(0, 6))):
        at, end = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
        other = draw(st.sampled_from(seeds))
        kind = draw(st.integers(0, 3))
        middle = (b"", data[at:end] * 2, other[at : at + 40], draw(st.sampled_from(BITS)))[kind]
        data = data[:at] + middle + data[end:]
    return data[:20_000]


def test_every_target_has_seeds():
    assert set(SEED) == {path.name for path in SEEDS.iterdir()}
    assert all(SEED.values())


@pytest.mark.parametrize("name", TARGETS)
def test_it_holds_on_its_seeds(name):
    for data in SEED[name]:
        TARGETS[name](data)


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_it_holds_on_what_is_near_its_seeds(name, data):
    TARGETS[name](data.draw(mutated(SEED[name])))


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=200))
def test_it_holds_on_any_bytes(name, data):
    TARGETS[name](data)
