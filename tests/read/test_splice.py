import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import ReadError
from claimcheck.read import splice
from claimcheck.read.decode import decoded


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), st.data())
def test_what_is_put_in_can_be_taken_out_again(text, data):
    content = text.encode("utf-8")
    text = decoded(content, "x").text
    at = data.draw(st.integers(0, len(text)))
    spliced = splice(content, "x", [(at, "<!-- é -->")])
    assert decoded(spliced, "x").text == text[:at] + "<!-- é -->" + text[at:]
    assert splice(content, "x", []) == content


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_every_encoding_is_kept(encoding):
    content = "Größe und Gewicht der Zellen im Überblick, so wie es ist".encode(encoding)
    assert splice(content, "x", [(5, "!")]) == "Größe! und Gewicht der Zellen im Überblick, so wie es ist".encode(
        encoding
    )


def test_several_are_put_in_by_their_old_places():
    assert splice(b"abc", "x", [(2, "2"), (0, "0"), (2, "!")]) == b"0ab2!c"


def test_a_character_that_the_encoding_lacks_is_refused():
    with pytest.raises(ReadError, match="cannot hold"):
        splice("é".encode("cp1252"), "x", [(0, "治")])


def test_bytes_that_cannot_be_written_back_are_refused():
    with pytest.raises(ReadError, match="cannot be written back"):
        splice(b"\xe4\x81", "x", [(0, "a")])
