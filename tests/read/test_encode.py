import codecs

import pytest

from claimcheck.errors import WriteError
from claimcheck.read import encode, read_bytes


@pytest.mark.parametrize(
    "data",
    [
        "Café.\r\n".encode(),
        codecs.BOM_UTF8 + "Café.".encode(),
        "Café – “x”.".encode("cp1252"),
        codecs.BOM_UTF16_LE + "Café.".encode("utf-16-le"),
        b'<meta charset="iso-8859-2"><p>' + "Łódź.".encode("iso-8859-2"),
    ],
)
def test_what_was_read_is_written_back_byte_for_byte(data):
    text = read_bytes(data, "x").source.text
    assert encode(text, data, "x") == data
    assert encode(text + "!", data, "x").startswith(data)


def test_a_character_that_the_encoding_lacks_is_refused():
    with pytest.raises(WriteError, match="cp1252"):
        encode("Łódź", "Café".encode("cp1252"), "x")


def test_bytes_that_cannot_be_written_back_are_refused():
    with pytest.raises(WriteError, match="cannot write back"):
        encode("x", b"caf\xe9 \x81\x8d", "x")
