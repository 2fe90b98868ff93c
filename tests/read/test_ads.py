"""Plain lists of advertisements."""

from claimcheck.claim import Role
from claimcheck.read import read_bytes, segment


def read(text):
    return read_bytes(text.encode(), "campaign.ads")


def test_one_a_line():
    document = read("Regrow discs!\nPRP heals. Call.\nBook now\n")
    assert [(document.source.place(s.span.start), s.text) for s in segment(document)] == [
        ("ad 1", "Regrow discs!"),
        ("ad 2", "PRP heals."),
        ("ad 2", "Call."),
        ("ad 3", "Book now"),
    ]


def test_groups_between_blank_lines_where_lines_are_grouped():
    document = read(
        "Regrow Your Discs\nOur cells rebuild them in one visit.\n\nLive Free\r\nNo more sciatica at all, ever.\r\n"
    )
    assert [(document.source.place(s.span.start), s.role, s.text) for s in segment(document)] == [
        ("ad 1", Role.HEADING, "Regrow Your Discs"),
        ("ad 1", Role.PARAGRAPH, "Our cells rebuild them in one visit."),
        ("ad 2", Role.HEADING, "Live Free"),
        ("ad 2", Role.PARAGRAPH, "No more sciatica at all, ever."),
    ]


def test_no_ad_is_context_for_another():
    segments = segment(read("We treat:\nDiscs regrow.\nIt works.\n"))
    assert all(s.context.before == s.context.after == s.context.lead_in == "" for s in segments)


def test_many_ads_take_linear_time():
    assert len(segment(read("Discs regrow in a week.\n" * 20_000))) == 20_000
