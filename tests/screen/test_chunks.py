from claimcheck.screen import Row
from claimcheck.screen.chunks import chunked, whole


def rows(count, text="Text."):
    return [Row(0, "a.csv", f"line {n}", f"{text}{n}") for n in range(count)]


def test_rows_are_numbered_and_cut_by_count():
    chunks = list(chunked(rows(7), 3))
    assert [[row.document for row in chunk.rows] for chunk in chunks] == [[0, 1, 2], [3, 4, 5], [6]]
    assert [chunk.number for chunk in chunks] == [0, 1, 2]


def test_long_rows_make_short_chunks():
    assert [len(chunk.rows) for chunk in chunked(rows(6, "x" * 400_000), 100)] == [3, 3]


def test_the_digest_names_the_content():
    assert [c.digest for c in chunked(rows(5), 2)] == [c.digest for c in chunked(rows(5), 2)]
    changed = [rows(1)[0]._replace(content="Text!0")]
    assert next(chunked(changed, 2)).digest != next(chunked(rows(1), 2)).digest
    assert next(chunked([rows(1)[0]._replace(advertiser="B")], 2)).digest != next(chunked(rows(1), 2)).digest


def test_nothing_gives_no_chunk():
    assert list(chunked([], 5)) == []


def test_halves_of_characters_are_replaced():
    row = whole(Row(0, "a\udcff.csv", "line 1", "We cure \ud83d it.", advertiser="é"))
    assert (row.source, row.content, row.advertiser) == (
        "a\ufffd\ufffd\ufffd.csv",
        "We cure \ufffd\ufffd\ufffd it.",
        "é",
    )
    assert whole(rows(1)[0]) is not None
