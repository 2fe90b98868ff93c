import re

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.read import read_text, segment
from claimcheck.report import render
from claimcheck.report.markdown import escaped


def told(results, tool):
    return "".join(render(results, "markdown", tool=tool))


def test_findings_stand_in_a_table_and_those_set_aside_in_another(site, tool):
    text = told(site, tool)
    assert "| 2 | absolute (error) | cure, efficacy | Our cells" in text
    assert text.index("<summary>Set aside") < text.index("Cleared by legal \\| 2026-03")
    assert "1. PRP heals. (warning; first in b,c\\:d%.txt\\:1)" in text


def test_every_row_of_a_table_has_as_many_cells_as_its_head(site, tool):
    rows = [line for line in told(site, tool).splitlines() if line.startswith("|")]
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 6 for row in rows if "asserted" in row)


@given(st.text(min_size=1))
def test_a_page_writes_no_markup_into_the_report(text):
    once = escaped(text)
    assert "\n" not in once and "\r" not in once
    assert not re.search(r"(?<!\\)(?:\\\\)*[<>|`\[\]]", once)


def test_escaped_words_are_read_as_they_were():
    text = "Our *cells* `cure` [pain](x) <b>& cost</b> | $9 #1 a_b ~~x~~ 100 %"
    (block,) = segment(read_text(f"So: {escaped(text)}", format="markdown"))
    assert block.text == f"So: {text}"


def test_a_clean_run_is_short(result, tool):
    assert told([result("Hello.")], tool).count("\n") <= 5
