import re

from claimcheck.report import render

COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:]*)(?:,\w+=[^,:]*)*)::(.+)")


def lines(results):
    return "".join(render(results, "github", tool={})).splitlines()


def test_each_finding_notice_and_fault_is_one_command(site):
    *commands, summary = lines(site)
    kinds = [COMMAND.fullmatch(line)[1] for line in commands]
    assert kinds == ["notice", "notice", "error", "notice", "warning", "error"]
    assert "3 documents" in summary


def test_what_would_end_a_property_or_a_line_is_escaped(result):
    text = "PRP\r\nheals 100 %."
    command = lines([result(text, (text, "asserted", "regeneration"), name="a,b:c%.html")])[0]
    properties = dict(pair.split("=") for pair in COMMAND.fullmatch(command)[2].split(","))
    assert properties["file"] == "a%2Cb%3Ac%25.html"
    assert properties["line"] == "1" and properties["endLine"] == "2" and "col" not in properties


def test_a_finding_in_one_line_has_columns_that_include_its_last_character(result):
    command = lines([result("So PRP heals.", ("PRP heals.",))])[0]
    assert "col=4,endColumn=13" in command
