"""Word documents: what a reader of the page sees, and where it stands."""

import io

import pytest

from claimcheck.claim import Role
from claimcheck.read import read_bytes, segment
from tests.read.word import STYLES, docx, p, part

INS = '<w:ins w:id="1" w:author="A"><w:r><w:t>Added.</w:t></w:r></w:ins>'
DEL = '<w:del w:id="2" w:author="A"><w:r><w:delText>Taken out.</w:delText></w:r></w:del>'


def read(*arguments, **keywords):
    return read_bytes(docx(*arguments, **keywords), "offer.docx")


def blocks(body, parts=()):
    return [(block.role, block.level, block.text) for block in read(body, parts).blocks]


def texts(body, parts=()):
    return [block.text for block in read(body, parts).blocks]


def test_every_segment_stands_where_it_says():
    document = read(p("Our cells heal discs. No risk.", inside=INS) + p("  Two   spaces &amp; more  "))
    for each in segment(document):
        for span in each.spans:
            assert document.source.text[span.start : span.end].split() == each.text.split()
    assert [each.text for each in segment(document)][-1] == "Two spaces & more"


def test_styles_make_headings_lists_and_quotations():
    body = (
        p("A", "Heading1")
        + p("B", "Ours")
        + p("C", "Outlined")
        + p("D", "ListBullet")
        + p("E", "Said")
        + p("F", "Round")
    )
    assert blocks(body, [("styles", "styles.xml", STYLES)]) == [
        (Role.HEADING, 1, "A"),
        (Role.HEADING, 2, "B"),
        (Role.HEADING, 4, "C"),
        (Role.LIST_ITEM, 0, "D"),
        (Role.QUOTE, 0, "E"),
        (Role.PARAGRAPH, 0, "F"),
    ]


def test_numbered_paragraphs_are_list_items_of_one_list():
    numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    document = read(
        numbered.format(3, "a")
        + numbered.format(3, "b")
        + p("then")
        + numbered.format(4, "c")
        + numbered.format(0, "d")
    )
    assert [(b.role, b.list) for b in document.blocks] == [
        (Role.LIST_ITEM, 1),
        (Role.LIST_ITEM, 1),
        (Role.PARAGRAPH, None),
        (Role.LIST_ITEM, 2),
        (Role.PARAGRAPH, None),
    ]


def test_tracked_insertions_are_read_and_deletions_are_told():
    document = read(p("Kept. ", inside=INS + DEL))
    assert [block.text for block in document.blocks] == ["Kept. Added."]
    assert "1 piece of text that a tracked change deletes was not read." in document.left_out[0]


def test_properties_before_a_tracked_change_do_not_count():
    changed = '<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>A</w:t></w:r></w:p>'
    assert blocks(changed, [("styles", "styles.xml", STYLES)]) == [(Role.HEADING, 1, "A")]


def test_content_controls_are_read_but_their_placeholders_are_not():
    control = "<w:sdt>{}<w:sdtContent>{}</w:sdtContent></w:sdt>"
    shown = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    assert texts(control.format("", p("Held.")) + control.format(shown, p("Click to enter text.")) + p("After.")) == [
        "Held.",
        "After.",
    ]


def test_hyperlinks_and_text_boxes_are_read_once():
    link = "<w:hyperlink><w:r><w:t>a link</w:t></w:r></w:hyperlink>"
    box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    drawn = f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    document = read(p("Follow ", inside=link + drawn))
    assert [block.text for block in document.blocks] == ["In a box.", "Follow a link"]
    assert document.source.place(0) == "text box near paragraph 1"


def test_hidden_text_and_field_instructions_are_left_out():
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Shown.</w:t></w:r>'
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    assert texts(p(inside=hidden + shown + field)) == ["Shown."]


def test_breaks_tabs_and_hyphens():
    inside = "<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>non</w:t><w:noBreakHyphen/><w:t>stop</w:t></w:r>"
    assert texts(p(inside=inside)) == ["one\ntwo non-stop"]


def test_cells_know_their_place_and_headings_in_them_stay_headings():
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    document = read(
        p("x") + f"<w:tbl>{row.format(p('a'), p('b'))}{row.format(p('c', 'Heading1'), p('d'))}</w:tbl>" + p("y"),
        [("styles", "styles.xml", STYLES)],
    )
    places = [document.source.place(block.offsets.runs[0].source) for block in document.blocks]
    assert places == [
        "paragraph 1",
        "table 1, row 1, cell 1",
        "table 1, row 1, cell 2",
        "table 1, row 2, cell 1",
        "table 1, row 2, cell 2",
        "paragraph 2",
    ]
    roles = [block.role for block in document.blocks]
    assert roles[1:5] == [Role.TABLE_CELL, Role.TABLE_CELL, Role.HEADING, Role.TABLE_CELL]


def test_headers_notes_and_footers_stand_around_the_body():
    parts = [
        ("footer", "footer1.xml", part("ftr", p("Call us."))),
        ("header", "header1.xml", part("hdr", p("Lumbara cures backs."))),
        ("header", "header2.xml", part("hdr", p("Lumbara cures backs."))),
        ("footnotes", "footnotes.xml", part("footnotes", f'<w:footnote w:id="2">{p("As we saw.")}</w:footnote>')),
    ]
    document = read(p("Body."), parts)
    assert [block.text for block in document.blocks] == ["Lumbara cures backs.", "Body.", "As we saw.", "Call us."]
    places = [document.source.place(block.offsets.runs[0].source) for block in document.blocks]
    assert places == ["header", "paragraph 1", "footnote 2", "footer"]


def test_alternative_texts_are_read():
    picture = '<w:r><w:drawing><wp:docPr id="1" descr="A man walks again"/></w:drawing></w:r>'
    assert blocks(p("See.", inside=picture)) == [(Role.PARAGRAPH, 0, "See."), (Role.ALT, 0, "A man walks again")]


def test_what_another_library_writes_is_read():
    docx_library = pytest.importorskip("docx")
    made = docx_library.Document()
    made.core_properties.title = "Our offer & prices"
    made.core_properties.comments = ""
    made.add_heading("Relief", 2)
    made.add_paragraph("Cells ").add_run("rebuild").bold = True
    made.add_paragraph("No surgery", style="List Bullet")
    stream = io.BytesIO()
    made.save(stream)
    found = read_bytes(stream.getvalue(), "made.docx")
    assert [(block.role, block.level, block.text) for block in found.blocks] == [
        (Role.TITLE, 0, "Our offer & prices"),
        (Role.HEADING, 2, "Relief"),
        (Role.PARAGRAPH, 0, "Cells rebuild"),
        (Role.LIST_ITEM, 0, "No surgery"),
    ]
    assert found.title == "Our offer & prices"
