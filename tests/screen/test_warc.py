"""Archives, whole and damaged; fastwarc, where it is installed, has to read the same of the whole ones."""

import gzip
import io
import random
import zlib

import pytest

from claimcheck.screen import warc
from claimcheck.screen.warc import warc_rows

HTML = "text/html; charset=utf-8"


def record(kind, block, number=0, **fields):
    head = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{number}>",
        "WARC-Target-URI": f"https://example.org/{number}",
        "WARC-Date": "2026-03-04T05:06:07Z",
        "Content-Length": str(len(block)),
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return b"WARC/1.0\r\n" + lines.encode() + b"\r\n" + block + b"\r\n\r\n"


def answer(content, number=0, kind=HTML, status="200 OK", **fields):
    head = {"Content-Type": kind, **{name.replace("_", "-"): value for name, value in fields.items()}}
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return record("response", f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + content, number)


def page(number):
    return f"<h1>Page {number}</h1><p>We cure it: {'word ' * (number * 37 % 900)}é</p>".encode()


def archive(size=40):
    start = [record("warcinfo", b"software: test\r\n")]
    return start + [
        each for n in range(size) for each in (record("request", b"GET / HTTP/1.1\r\n\r\n"), answer(page(n), n))
    ]


def rows_of(data):
    return list(warc_rows(io.BufferedReader(io.BytesIO(data)), "a.warc.gz"))


def read(data):
    rows = rows_of(data)
    return [row for row in rows if not row.problem], [row for row in rows if row.problem]


def as_text(content):
    return content if isinstance(content, str) else content.decode()


@pytest.mark.parametrize("packed", ["members", "one member", "plain"])
def test_pages_come_with_address_and_time(packed):
    records = archive()
    data = {
        "members": b"".join(map(gzip.compress, records)),
        "one member": gzip.compress(b"".join(records)),
        "plain": b"".join(records),
    }[packed]
    pages, faults = read(data)
    assert not faults
    assert [as_text(row.content).encode() for row in pages] == [page(n) for n in range(40)]
    assert pages[3].url == "https://example.org/3"
    assert (pages[3].id, pages[3].captured, pages[3].format) == ("urn:uuid:3", "2026-03-04T05:06:07Z", "html")
    assert len({row.place for row in pages}) == 40


def test_the_place_is_the_members_offset():
    records = [gzip.compress(each) for each in archive(3)]
    pages, _ = read(b"".join(records))
    offset = sum(map(len, records[:2]))
    assert pages[0].place == f"byte {offset}"


def test_fastwarc_reads_the_same():
    fastwarc = pytest.importorskip("fastwarc", reason="an oracle that only this test needs")
    data = b"".join(map(gzip.compress, archive()))
    responses = fastwarc.ArchiveIterator(io.BytesIO(data), record_types=fastwarc.WarcRecordType.response)
    theirs = [(each.headers["WARC-Target-URI"], each.reader.read().partition(b"\r\n\r\n")[2]) for each in responses]
    assert [(row.url, as_text(row.content).encode()) for row in read(data)[0]] == theirs


def test_wet_texts():
    pages, faults = read(
        gzip.compress(record("conversion", "Café, we cure it.".encode(), 1, Content_Type="text/plain"))
    )
    assert not faults
    assert (pages[0].content, pages[0].format) == ("Café, we cure it.", "text")


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_member_is_passed_over_and_the_rest_is_read(seed):
    draw = random.Random(seed)
    members = [gzip.compress(each) for each in archive()]
    victims = draw.sample([n for n in range(len(members)) if n % 2 == 0 and n], 3)
    for victim in victims:
        damaged = bytearray(members[victim])
        how = draw.choice(["flip", "cut", "zero"])
        at = draw.randrange(12, len(damaged) - 8)
        if how == "flip":
            damaged[at] ^= 0xFF
        elif how == "cut":
            del damaged[at:]
        else:
            damaged[10:] = bytes(len(damaged) - 10)
        members[victim] = bytes(damaged)
    pages, faults = read(b"".join(members))
    lost = {f"https://example.org/{victim // 2 - 1}" for victim in victims}
    assert {row.url for row in pages} >= {f"https://example.org/{n}" for n in range(40)} - lost
    assert len(pages) == len({row.url for row in pages})
    assert {row.url for row in pages if as_text(row.content).encode() != page(int(row.url.rpartition("/")[2]))} == set()
    assert 1 <= len(faults) <= 2 * len(victims)
    assert all("bytes" in row.problem for row in faults)


def test_an_archive_that_breaks_off_gives_what_came_before():
    data = b"".join(map(gzip.compress, archive()))
    pages, faults = read(data[:-50])
    assert len(pages) == 39
    assert len(faults) == 1


def test_a_plain_archive_with_a_wrong_length_and_rubbish_goes_on():
    records = archive(5)
    wrong = answer(page(9), 9).replace(b"Content-Length: ", b"Content-Length: 1")
    pages, faults = read(b"".join([*records, wrong, *archive(3), b"rubbish\r\n", *archive(2)]))
    assert len(pages) == 10
    assert len(faults) == 2


@pytest.mark.parametrize(
    "unread",
    [
        answer(b"\x89PNG", kind="image/png"),
        answer(b"moved", status="301 Moved Permanently"),
        answer(b"not found", status="404 Not Found"),
        record("metadata", b"x: y"),
        record("revisit", b""),
    ],
)
def test_what_is_no_page_is_no_row(unread):
    assert rows_of(unread) == []


def test_codings_of_answers_are_undone():
    content = page(4)
    chunks = b"5\r\n" + content[:5] + b"\r\n%x;x=y\r\n" % len(content[5:]) + content[5:] + b"\r\n0\r\n\r\n"
    pages, faults = read(
        answer(chunks, 0, Transfer_Encoding="chunked")
        + answer(gzip.compress(content), 1, Content_Encoding="gzip")
        + answer(zlib.compress(content)[2:-4], 2, Content_Encoding="deflate")
        + answer(content, 3, Content_Encoding="gzip", Transfer_Encoding="chunked")
        + answer("<p>é</p>".encode("cp1252"), 4, kind="text/html; charset=ISO-8859-1")
        + answer(b"?", 5, Content_Encoding="br")
    )
    assert [as_text(row.content).encode() for row in pages[:4]] == [content] * 4
    assert pages[4].content == "<p>é</p>"
    assert "'br'" in faults[0].problem


def test_records_too_large_are_told(monkeypatch):
    monkeypatch.setattr(warc, "LIMIT", 1_000)
    pages, faults = read(answer(b"x" * 5_000, 1) + answer(b"<p>small</p>", 2))
    assert [row.url for row in pages] == ["https://example.org/2"]
    assert "more than is read" in faults[0].problem


@pytest.mark.parametrize("data", [b"", b"\r\n\r\n", b"\x1f\x8b", b"no archive at all"])
def test_what_is_no_archive_does_not_crash(data):
    assert not read(data)[0]
