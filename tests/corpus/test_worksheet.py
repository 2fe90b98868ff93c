from claimcheck.corpus.holdings import read_holdings
from claimcheck.corpus.readings import add_second, settle
from claimcheck.corpus.worksheet import worksheet
from tests.corpus.conftest import page, write


def test_a_worksheet_shows_whole_pages_and_settles_when_filled_in(corpus, tmp_path):
    write(corpus / "agreement" / "second.jsonl")
    write(corpus / "pages" / "clinic.jsonl", page("a-1", "advertiser-a"), page("a-2", "advertiser-a"))
    second = tmp_path / "second.txt"
    agree = "0 ours absolute regeneration,speed_duration\n1 field absolute cure\n"
    second.write_text(f"reader: r2\n### a-1\n0 ours vague regeneration\n1 body none -\n### a-2\n{agree}")
    add_second([second], corpus)
    sheet = worksheet(read_holdings(corpus))
    assert sheet == (
        "### a-1\n"
        "# clinic, sells\n"
        "#> 0 [heading1] Our marrow cells regrow every worn disc for good.\n"
        "#    one: ours absolute regeneration,speed_duration\n"
        "#    two: ours vague regeneration\n"
        "#  1 [paragraph] Drills cure toothache for all of our dental patients today.\n"
    )
    filled = tmp_path / "settled.txt"
    filled.write_text(sheet.replace("#  1", "0 ours asserted regeneration\n#  1"))
    assert settle([filled], corpus, "r3") == ["a-1"]
    assert worksheet(read_holdings(corpus)) == ""
