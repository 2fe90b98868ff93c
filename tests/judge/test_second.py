from claimcheck.claim import About, PageType, Role, Segment
from claimcheck.judge.first import ABOUT, ABOUTS, FLAG, LANES, SELLER, UNIT
from claimcheck.judge.second import inputs, names
from claimcheck.text import OffsetMap


def segment(text, role=Role.PARAGRAPH):
    return Segment(text, OffsetMap.identity(0, len(text)), role)


def scores(**lanes):
    row = [0] * len(LANES)
    for name, value in lanes.items():
        row[{"flag": FLAG, "seller": SELLER, "ours": ABOUT.start + ABOUTS.index(About.OURS)}[name]] = value
    return row


REACH = [[0] * 5] * 3
PHRASES = [[1, 2], [3, 4], [5, 6]]
PAGE = (segment("PRP", Role.HEADING), segment("It heals."), segment("Does it?"))


def test_every_row_is_equally_wide_and_whole():
    rows = inputs(PAGE, [scores(), scores(), scores()], REACH, PHRASES, PageType.AUTO)
    assert len({len(row) for row in rows}) == 1
    assert all(isinstance(value, int) for row in rows for value in row)
    assert len(names(len(PHRASES[0]))) == len(rows[0])


def test_a_heading_and_the_neighbours_change_what_is_seen():
    plain = inputs(PAGE, [scores(), scores(), scores()], REACH, PHRASES, PageType.AUTO)
    heading = inputs(PAGE, [scores(ours=999), scores(), scores()], REACH, PHRASES, PageType.AUTO)
    assert plain[2] != heading[2]


def test_a_given_page_type_replaces_the_judged_one():
    rows = [scores(seller=50)] * 3
    auto, seller, neutral = (
        inputs(PAGE, rows, REACH, PHRASES, kind)[1] for kind in (PageType.AUTO, PageType.SELLER, PageType.NEUTRAL)
    )
    changed = [at for at in range(len(auto)) if seller[at] != neutral[at]]
    assert [names(2)[at] for at in changed] == ["page seller"]
    assert (auto[changed[0]], seller[changed[0]], neutral[changed[0]]) == (50, 6 * UNIT, -6 * UNIT)


def test_a_page_without_segments_has_no_rows():
    assert inputs((), [], [], [], PageType.AUTO) == []
