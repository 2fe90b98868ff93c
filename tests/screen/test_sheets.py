import csv

import pytest

from claimcheck.screen import cells

HOSTILE = ['=HYPERLINK("http://x")', "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_formula_stays_a_text(text):
    assert cells([text]) == ["'" + text.replace("\r", "\n")]


def test_numbers_and_plain_words_stay_as_they_are():
    assert cells([-3, 0.5, None, "We cure it.", "a=b", ""]) == [-3, 0.5, None, "We cure it.", "a=b", ""]


def test_an_export_holds_no_formula(table, screened):
    source = table(*({"id": text.strip() or "x", "body": f"{text} We cure it."} for text in HOSTILE))
    _, out = screened(source, format="csv")
    for path in out.glob("*/part-*.csv"):
        rows = list(csv.reader(path.open(encoding="utf-8", newline="")))
        assert rows
        for row in rows[1:]:
            assert not [cell for cell in row if cell.startswith(("=", "+", "@", "\t", "\r", "＝"))]
