from dataclasses import replace

from claimcheck.claim import Role, Severity
from claimcheck.finding import Applicability, Citation, Coverage, Notice, Rewrite
from claimcheck.report import Layout, Summary, render
from claimcheck.report.text import summary_line

GOLDEN = """\
page.html:2:4  warning  asserted  regeneration
  2 | <p>Our stem cells regrow your discs. Guaranteed.</p>
    |                   ^^^^^^^^^^^^^^^^^
      Stated as plain fact: the treatment rebuilds or repairs tissue. Nothing here lets a reader
      weigh that; say what scans have and have not shown in people.

page.html:2:38  error  absolute  guarantee
  2 | <p>Our stem cells regrow your discs. Guaranteed.</p>
    |                                      ^^^^^^^^^^
      Put as certain or total: the treatment is sure to work. Nothing here backs such certainty; say
      that nobody can foretell the result for one person.

page.html:3:4  note  vague  efficacy
  3 | <p>PRP may ease sciatica.</p>
    |        ^^^^^^^^
      Softly put, but still read as a benefit: the treatment works against pain or a condition. Soft
      words do not tell how strong the evidence is; name the study, its size, what it compared and
      what stayed uncertain.

gone.html  fault  There is no such file. Check the path.

3 findings (1 error, 1 warning, 1 note) in 3 documents; 130 of 130 characters are text; 1 document could not be read.
"""


def rendered(results, layout=None):
    return "".join(render(results, "text", tool={}, layout=layout or Layout()))


def test_the_report_reads_like_this(results):
    assert rendered(results) == GOLDEN


def test_a_clean_run_is_one_line(result):
    assert rendered([result("Hello.")]) == "No findings in 1 document; 6 of 6 characters are text.\n"


def test_notices_stand_before_the_findings(result):
    rule = Notice("Not to be advertised.", "au", Citation("au-1", "regulation", "A rule", "s. 1"))
    report = rendered([replace(result("Hello."), notices=(Notice("Decoded by guess."), rule))])
    assert report.startswith(
        "page.html  notice\n  Decoded by guess.\n\npage.html  notice  au\n  Not to be advertised. see: au-1\n\n"
    )


def test_advice_is_given_once_a_document(result):
    text = "PRP heals. PRP mends."
    twice = result(text, ("PRP heals.", "asserted", "regeneration"), ("PRP mends.", "asserted", "regeneration"))
    report = rendered([twice])
    assert report.count("rebuilds or repairs tissue.") == 2
    assert report.count("say what scans have") == 1
    assert rendered([twice, twice]).count("say what scans have") == 2


def test_words_that_readers_do_not_see_first_say_where_they_stand(result):
    text = '<img alt="Pain-free after PRP">'
    report = rendered([result(text, ("Pain-free after PRP", "absolute", "cure", (), Role.ALT))])
    assert "absolute  cure  (in an attribute)\n" in report


def test_the_last_line_says_what_was_used(result, tool):
    tool = {**tool, "knowledge": "2026-11-23+0123abcd+89ef4567"}
    report = "".join(render([result("Hello.")], "text", tool=tool))
    assert report.splitlines()[-1] == (
        "claimcheck 0.0.0, model test, knowledge as of 2026-11-23 (version 0123abcd+89ef4567)."
    )


def test_suppressed_and_lost_text_is_counted():
    total = Summary(documents=1, coverage=Coverage(2000, 1000, 500, 300, 200))
    assert summary_line(total) == (
        "No findings in 1 document; 1,000 of 2,000 characters are text, 300 suppressed, 200 lost to faults."
    )


def test_a_clean_report_on_a_part_leads_with_what_is_missing(result, unread):
    line = rendered([result("Hello."), unread()]).splitlines()[-1]
    assert line.startswith("1 document could not be read; no findings in the other 1 document;")
    assert rendered([unread()]).endswith("Nothing was checked: 1 document could not be read.\n")


def test_what_is_set_aside_known_or_foreign_is_counted(site):
    line = rendered(site).splitlines()[-1]
    assert line == (
        "2 new findings (1 error, 1 warning) in 3 documents; 82 of 127 characters are text, 11 suppressed, 5 not English; "
        "1 finding set aside; 1 finding known from the baseline; 1 document could not be read."
    )


def test_a_site_ends_with_a_table_and_what_to_mend_first(site):
    report = rendered(site)
    assert "By page" in report and "Mend first" in report
    assert report.index("gone.html  fault") < report.index("By page") < report.index("2 new findings")


def test_a_source_cannot_command_the_terminal(result):
    text = "PRP \x1b[31mcures\x1b[0m \x07pain \u202eniap"
    report = rendered([result(text, (text,), name="a\x1b]0;x\x07.html")])
    assert not set(report) & {"\x1b", "\x07", "\u202e"}


def test_colour_marks_severity_place_and_cue(results):
    report = rendered(results, Layout(colour=True))
    assert Layout(colour=True).ranked("warning", Severity.WARNING) in report
    assert "\x1b[1;31m^^^^^^^^^^\x1b[0m" in report


def test_a_narrow_terminal_has_narrow_lines(results):
    lines = [line for line in rendered(results, Layout(width=50)).splitlines() if line.startswith(" ")]
    assert max(map(len, lines)) <= 50


def test_a_suggestion_follows_the_note_with_how_far_it_may_be_trusted(result):
    page = result("PRP eases sciatica.\n", ("PRP eases sciatica.",))
    for rewrite, lines in (
        (
            Rewrite("PRP is unproven.", Applicability.CONFIRM, reason="Agree."),
            ["write: PRP is unproven.", "confirm: Agree."],
        ),
        (Rewrite("", Applicability.SHOW, reason="Remove it."), ["show: Remove it."]),
    ):
        finding = replace(page.findings[0], rewrite=rewrite)
        told = "".join(render([replace(page, findings=(finding,))], "text", tool={}))
        shown = [line.strip() for line in told.split("\n\n")[0].splitlines()]
        assert shown[-len(lines) :] == lines
