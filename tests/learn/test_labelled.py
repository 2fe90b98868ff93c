import json

import pytest

from claimcheck.errors import TableError
from claimcheck.learn import Columns, read_table

COLUMNS = Columns("text", "label")


@pytest.fixture
def table(tmp_path):
    def write(content, name="table.csv", columns=COLUMNS):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_table(path, columns)

    return write


def test_rows_keep_their_order_and_their_quoted_commas_and_lines(table):
    read = table('\ufefftext,label,more\n"Yes, it\nhelps.", sure ,1\n\nIt may.,open,2\n')
    assert read.texts == ("Yes, it\nhelps.", "It may.")
    assert read.labels == ("sure", "open")
    assert read.counts == {"open": 1, "sure": 1}


def test_tabs_and_json_lines_are_tables_too(table):
    columns = Columns("text", "label", "study")
    tabs = table("text\tlabel\tstudy\na\t1\tx\nb\t2\ty\n", "t.TSV", columns)
    lines = [{"text": "a", "label": 1, "study": "x"}, {"study": "y", "label": 2, "text": "b"}]
    objects = table("\n".join(map(json.dumps, lines)), "t.jsonl", columns)
    assert (tabs.texts, tabs.labels, tabs.groups) == (objects.texts, objects.labels, objects.groups)
    assert tabs.groups == ("x", "y")


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        ("txt,label\na,1\n", "t.csv", r"no column 'text' in the header.*Did you mean 'txt'\? The columns are 'txt', 'label'"),
        ("text,label,text\na,1,b\n", "t.csv", "the column 'text' twice"),
        ('{"text": "a", "label": 1}\n{"text": "b"}\n', "t.jsonl", r"no column 'label' in row 2 \(line 2\)"),
        ('{"text": "a", "label": 1}\n\n{"text": \n', "t.jsonl", r"row 2 \(line 3\) is no JSON"),
        ("[1]\n", "t.jsonl", r"row 1 \(line 1\) is no JSON object"),
        ('text,label\n"a\nb",1\n ,2\nc,\n', "t.csv", r"row 2 \(line 4\), column 'text'; row 3 \(line 5\), column 'label'"),
        ('{"text": "a", "label": null}\n', "t.jsonl", r"row 1 \(line 1\), column 'label'"),
        ("text,label\n" + ",1\n" * 9, "t.csv", "and 4 more"),
        ("text,label\na,1\nb, 1\n", "t.csv", "column 'label' holds one label only, '1', in all 2 rows"),
        ("text,label\n", "t.csv", "has no rows"),
        ("", "t.csv", "no column 'text' in the header"),
        ("text,label\na,b,1\n", "t.csv", r"row 1 \(line 2\) has 3 cells, the header 2"),
        ('text,label\n"a"b,1\n', "t.csv", r"t\.csv:2: .*quotation marks"),
        (b"text,label\n\xff\xfe,1\n", "t.csv", "not in UTF-8"),
        ("text,label\na,1\n", "t.xlsx", r"ends in \.csv"),
    ],
)  # fmt: skip
def test_what_cannot_be_learnt_from_is_told_with_column_and_row(table, content, name, told):
    with pytest.raises(TableError, match=f"(?s){told}"):
        table(content, name)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(TableError, match="cannot be read"):
        read_table(tmp_path / "none.csv", COLUMNS)


def test_texts_alone_need_no_labels(table):
    read = table("text\nsame\nsame\n", columns=Columns("text"))
    assert read.texts == ("same", "same") and read.labels == () and read.repeated == 1
