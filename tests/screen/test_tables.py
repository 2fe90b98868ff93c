import io
import json

import pytest

from claimcheck.screen import tables
from claimcheck.screen.tables import Bad, csv_records, json_records, jsonl_records, with_sample


def read(reader, data):
    return list(reader(io.BufferedReader(io.BytesIO(data))))


def test_csv_keeps_quoted_line_ends_and_counts_lines():
    records = read(csv_records, b'id,body\n1,"Two\nlines"\n\n2,"a ""quote"""\n')
    assert records == [("line 2", {"id": "1", "body": "Two\nlines"}), ("line 5", {"id": "2", "body": 'a "quote"'})]


@pytest.mark.parametrize("delimiter", [b",", b";", b"\t", b"|"])
def test_csv_delimiters_are_told_from_the_header(delimiter):
    data = delimiter.join((b"id", b"body")) + b"\n" + delimiter.join((b"1", b"Text.")) + b"\n"
    assert read(csv_records, data) == [("line 2", {"id": "1", "body": "Text."})]


def test_csv_encodings_are_mixed_by_line():
    data = "id,body\n1,Café é\n".encode() + "2,Café é\n".encode("cp1252")
    assert [record["body"] for _, record in read(csv_records, data)] == ["Café é", "Café é"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_csv_with_a_mark_at_its_start(encoding):
    assert read(csv_records, "id,body\n1,Café\n".encode(encoding)) == [("line 2", {"id": "1", "body": "Café"})]


def test_csv_rows_of_another_width_are_bad_and_the_next_is_read():
    records = read(csv_records, b"id,body\n1,a,b,c\n2\n3,Text.\n")
    assert [place for place, record in records if isinstance(record, Bad)] == ["line 2", "line 3"]
    assert records[-1] == ("line 4", {"id": "3", "body": "Text."})


def test_csv_cells_too_long_for_a_document_are_bad(monkeypatch):
    monkeypatch.setattr(tables, "LIMIT", 100)
    records = read(csv_records, b"id,body\n1," + b"x" * 200 + b"\n2,Text.\n")
    assert isinstance(records[0][1], Bad)
    assert records[-1] == ("line 3", {"id": "2", "body": "Text."})


@pytest.mark.parametrize("data", [b"", b"\n\n", b"id,body\n"])
def test_csv_without_rows(data):
    assert read(csv_records, data) == []


def test_jsonl_bad_lines_stay_alone():
    records = read(jsonl_records, b'{"a": 1}\n\n{broken\n[1]\n"text"\n{"a": 2}')
    assert [place for place, _ in records] == ["line 1", "line 3", "line 4", "line 5", "line 6"]
    assert [isinstance(record, Bad) for _, record in records] == [False, True, True, True, False]


def test_jsonl_lines_of_any_length(monkeypatch):
    monkeypatch.setattr("claimcheck.screen.lines._BYTES", 100)
    records = read(jsonl_records, b'{"a": "' + b"x" * 1000 + b'"}\n{"a": 2}\n')
    assert isinstance(records[0][1], Bad)
    assert records[1] == ("line 2", {"a": 2})


@pytest.mark.parametrize("wrap", ["{}", '{{"data": {}, "paging": {{}}}}', '\ufeff{{"data":{}}}'])
def test_json_lists_are_read_one_by_one(wrap):
    objects = [{"body": f"Text «{n}» 😀 " * (n % 50)} for n in range(3_000)]
    records = read(json_records, wrap.format(json.dumps(objects, ensure_ascii=False)).encode())
    assert [record for _, record in records] == objects
    assert records[2][0] == "record 3"


def test_a_json_list_that_breaks_off_gives_what_came_before():
    records = read(json_records, b'[{"a": 1}, {"a": 2}, {"a":')
    assert [record for _, record in records[:2]] == [{"a": 1}, {"a": 2}]
    assert isinstance(records[2][1], Bad)


def test_json_lines_in_a_json_file():
    assert [record for _, record in read(json_records, b'{"a": 1}\n{"a": 2}\n')] == [{"a": 1}, {"a": 2}]


def test_the_sample_loses_nothing_before_an_error():
    def records():
        yield "line 1", {"a": 1}
        raise EOFError("cut off")

    head, every = with_sample(records())
    assert head == [("line 1", {"a": 1})]
    assert next(every) == ("line 1", {"a": 1})
    with pytest.raises(EOFError):
        next(every)
